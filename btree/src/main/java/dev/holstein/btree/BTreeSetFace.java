package dev.holstein.btree;

import java.util.Collection;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A set, or a live view of a part of one: the keys of a map without values, to which elements can be added.
 *
 * @param <E> the type of the elements
 * @param <S> what the views of this set are
 */
abstract class BTreeSetFace<E extends @Nullable Object, S extends NavigableSet<E>> extends BTreeElements<E, S> {
    BTreeSetFace(BTreeView<E, ?, ?> map) {
        super(map);
    }

    @SuppressWarnings("unchecked") // a map without values takes NO_VALUE for one
    private BTreeView<E, Object, ?> withoutValues() {
        return (BTreeView<E, Object, ?>) map;
    }

    /**
     * Adds an element. O(log n). If an equal one is present, that object stays.
     *
     * @param element the element
     * @return whether it was absent
     * @throws IllegalArgumentException if the element is outside the range of this view
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public boolean add(E element) {
        return withoutValues().put(element, BLeaf.NO_VALUE) == null;
    }

    /**
     * Adds all elements of a collection: all, or none if one is refused or the argument throws. m inserts, or for many elements
     * a merge in O(m log(n/m + 1)), and O(m log m) to bring them in order if they do not come so; subtrees of a set of this library
     * are taken over whole.
     *
     * @param elements the elements
     * @return whether one of them was absent
     * @throws IllegalArgumentException if an element is outside the range of this view
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the collection is null, or an element that this set does not take
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    @SuppressWarnings("unchecked") // an immutable version of subtypes may be read as one of E
    public boolean addAll(Collection<? extends E> elements) {
        if (map.range.isAll() && elements instanceof BTreeSetFace<?, ?> ours) {
            BTreeState<E, Object> other = (BTreeState<E, Object>) ours.map.frozen();
            BTreeFace<E, Object, ?> face = withoutValues().face();
            face.checkEntries(other);
            return face.apply(BTreeBulk.combine(BTreeAlgebra.Operation.UNION, other, "addAll", "plusAll"));
        }
        return map.addKeys(elements);
    }

    /**
     * The element at an index of this set or view. O(log n).
     *
     * @param index its index, in elements from the first one on
     * @return the element
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public E elementAt(int index) {
        return map.keyAt(index);
    }

    /**
     * The index of an element in this set or view. O(log n).
     *
     * @param element the element
     * @return its index, in elements from the first one on; -1 if it is absent
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    public int indexOf(@Nullable Object element) {
        return map.indexOfKey(element);
    }

    /**
     * How many elements of this set or view come before a bound, which need be no element of it. O(log n).
     *
     * @param bound the bound
     * @param inclusive whether an element equal to the bound counts too
     * @return elements
     * @throws ClassCastException if the bound cannot be compared
     * @throws NullPointerException if the bound is null and this set or its order does not take null
     */
    public int rank(E bound, boolean inclusive) {
        return map.rank(bound, inclusive);
    }
}
