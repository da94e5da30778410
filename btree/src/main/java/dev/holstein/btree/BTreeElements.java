package dev.holstein.btree;

import dev.holstein.btree.BTreeAlgebra.Operation;
import dev.holstein.core.Checks;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@link NavigableSet} over the keys of a map or view, written once: the key set of a map is one that nothing can be added to,
 * a set is one over a map without values.
 *
 * @param <E> the type of the elements
 * @param <S> what the views of this set are
 */
abstract class BTreeElements<E extends @Nullable Object, S extends NavigableSet<E>> extends AbstractSet<E>
        implements NavigableSet<E> {
    final BTreeView<E, ?, ?> map;

    BTreeElements(BTreeView<E, ?, ?> map) {
        this.map = map;
    }

    /** A set over another view of the same map. */
    abstract S over(BTreeView<E, ?, ?> view);

    private S over(NavigableMap<E, ?> view) {
        return over((BTreeView<E, ?, ?>) view);
    }

    /**
     * The number of elements. O(1) for a whole set, O(log n) for a view.
     *
     * @return elements
     */
    @Override
    public int size() {
        return map.size();
    }

    /**
     * Whether there is no element. O(1) for a whole set, O(log n) for a view.
     *
     * @return whether the size is 0
     */
    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    /**
     * Whether an element is present. O(log n).
     *
     * @param element the element
     * @return whether it is
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    @Override
    public boolean contains(@Nullable Object element) {
        return map.containsKey(element);
    }

    /**
     * Removes an element. O(log n).
     *
     * @param element the element
     * @return whether it was present
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public boolean remove(@Nullable Object element) {
        return map.removeKey(element);
    }

    /**
     * Removes every element that passes, as one write: all of them, or none if the predicate throws. One pass, O(n).
     *
     * @param filter is asked once for each element, in order; it may read this set, not write it
     * @return whether one was removed
     * @throws NullPointerException if the predicate is null
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Checks.notNull(filter, "filter");
        return map.removeWhere("removeIf", (key, value) -> filter.test(key));
    }

    /**
     * Removes every element that a collection does not contain, as one write. One pass, O(n) and as many questions to the
     * collection; a set of this library in the same order is walked side by side with this one instead.
     *
     * @param others the elements to keep
     * @return whether one was removed
     * @throws NullPointerException if the collection is null
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public boolean retainAll(Collection<?> others) {
        Checks.notNull(others, "others");
        BTreeReads<E, ?, ?> ours = inSameOrder(others);
        return ours == null
                ? map.removeWhere("retainAll", (key, value) -> !others.contains(key))
                : map.combineKeys(Operation.INTERSECTION, ours, "retainAll");
    }

    /**
     * Removes every element of a collection, as one write. If the collection is the smaller one, its elements are looked up here, in
     * O(m log n); else it is asked for each element of this set, as {@link AbstractSet#removeAll} does. A set of this library in the
     * same order is walked side by side with this one instead.
     *
     * @param others the elements to remove
     * @return whether one was removed
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the collection is null, or an element that this set or its order does not take
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public boolean removeAll(Collection<?> others) {
        BTreeReads<E, ?, ?> ours = inSameOrder(others);
        if (ours != null) {
            return map.combineKeys(Operation.DIFFERENCE, ours, "removeAll");
        }
        return size() > others.size()
                ? map.removeKeys(others)
                : map.removeWhere("removeAll", (key, value) -> others.contains(key));
    }

    /** The map behind a collection, if the nodes of both can be walked side by side: another of ours, in the same order. */
    @SuppressWarnings("unchecked") // its keys are read only, and compared by an order that takes them
    private @Nullable BTreeReads<E, ?, ?> inSameOrder(Collection<?> others) {
        return map.range.isAll() && others instanceof BTreeElements<?, ?> ours && map.hasOrderOf(ours.map)
                ? (BTreeReads<E, ?, ?>) ours.map
                : null;
    }

    /**
     * By the rules of {@link java.util.Set#equals}, of one version. O(n log n); with a set of this library in the same order O(n), and
     * O(k log n) for two versions of one set with k differences.
     *
     * @param object anything
     * @return whether it is a set of the same elements
     */
    @Override
    public boolean equals(@Nullable Object object) {
        return object == this || (object instanceof Set<?> other && hasElementsOf(other));
    }

    private boolean hasElementsOf(Set<?> other) {
        try {
            return (other instanceof BTreeElements<?, ?> ours && map.hasOrderOf(ours.map))
                    ? map.hasEntriesOf(ours.map, false)
                    : map.hasKeysOf(other);
        } catch (ClassCastException | NullPointerException incomparable) {
            return false;
        }
    }

    /**
     * By the rules of {@link java.util.Set#hashCode}, of one version. O(n).
     *
     * @return the sum of the hash codes of the elements
     */
    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /**
     * Removes every element, as one write. O(1) for a whole set, O(log n) for a view: subtrees are cut out, not emptied.
     *
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public void clear() {
        map.clear();
    }

    /**
     * The elements of the present version, in order. O(1) an element. {@code remove()} acts on this set as it is then.
     *
     * @return an iterator that never fails
     */
    @Override
    public Iterator<E> iterator() {
        return BTreeIterator.keys(map, map.descending);
    }

    /**
     * The elements of the present version, in reverse order. O(1) an element.
     *
     * @return an iterator that never fails
     */
    @Override
    public Iterator<E> descendingIterator() {
        return BTreeIterator.keys(map, !map.descending);
    }

    /**
     * The elements of the version that is present when it is first asked for anything, in order. It is sized and sorted, and splits
     * where nodes begin.
     *
     * @return a spliterator that never fails
     */
    @Override
    public Spliterator<E> spliterator() {
        return BTreeSpliterator.keys(map);
    }

    /**
     * The order of this set or view.
     *
     * @return the comparator; null for the natural order
     */
    @Override
    public @Nullable Comparator<? super E> comparator() {
        return map.comparator();
    }

    /**
     * The first element. O(log n).
     *
     * @return the element
     * @throws java.util.NoSuchElementException if there is none
     */
    @Override
    public E first() {
        return map.firstKey();
    }

    /**
     * The last element. O(log n).
     *
     * @return the element
     * @throws java.util.NoSuchElementException if there is none
     */
    @Override
    public E last() {
        return map.lastKey();
    }

    /**
     * The greatest element below one. O(log n).
     *
     * @param element the element
     * @return that element; null if there is none
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    @Override
    public @Nullable E lower(E element) {
        return map.lowerKey(element);
    }

    /**
     * The greatest element at or below one. O(log n).
     *
     * @param element the element
     * @return that element; null if there is none
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    @Override
    public @Nullable E floor(E element) {
        return map.floorKey(element);
    }

    /**
     * The smallest element at or above one. O(log n).
     *
     * @param element the element
     * @return that element; null if there is none
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    @Override
    public @Nullable E ceiling(E element) {
        return map.ceilingKey(element);
    }

    /**
     * The smallest element above one. O(log n).
     *
     * @param element the element
     * @return that element; null if there is none
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and this set or its order does not take null
     */
    @Override
    public @Nullable E higher(E element) {
        return map.higherKey(element);
    }

    /**
     * Removes the first element, at one moment. O(log n).
     *
     * @return the element; null if there is none
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public @Nullable E pollFirst() {
        var entry = map.pollFirstEntry();
        return entry == null ? null : entry.getKey();
    }

    /**
     * Removes the last element, at one moment. O(log n).
     *
     * @return the element; null if there is none
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws UnsupportedOperationException if this set is persistent
     */
    @Override
    public @Nullable E pollLast() {
        var entry = map.pollLastEntry();
        return entry == null ? null : entry.getKey();
    }

    /**
     * A live view in the reverse order. O(1).
     *
     * @return the view
     */
    @Override
    public S descendingSet() {
        return over(map.descendingMap());
    }

    /**
     * A live view between two elements. O(1), but for comparing the bounds.
     *
     * @param from the first bound
     * @param fromInclusive whether it belongs to the view
     * @param to the last bound
     * @param toInclusive whether it belongs to the view
     * @return the view
     * @throws IllegalArgumentException if the bounds are in the wrong order, or outside the range of this view
     * @throws ClassCastException if a bound cannot be compared
     * @throws NullPointerException if a bound is null and this set or its order does not take null
     */
    @Override
    public S subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return over(map.subMap(from, fromInclusive, to, toInclusive));
    }

    /**
     * A live view of the elements before one. O(1), but for comparing the bound.
     *
     * @param to the last bound
     * @param inclusive whether it belongs to the view
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if a bound cannot be compared
     * @throws NullPointerException if a bound is null and this set or its order does not take null
     */
    @Override
    public S headSet(E to, boolean inclusive) {
        return over(map.headMap(to, inclusive));
    }

    /**
     * A live view of the elements from one on. O(1), but for comparing the bound.
     *
     * @param from the first bound
     * @param inclusive whether it belongs to the view
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if a bound cannot be compared
     * @throws NullPointerException if a bound is null and this set or its order does not take null
     */
    @Override
    public S tailSet(E from, boolean inclusive) {
        return over(map.tailMap(from, inclusive));
    }

    /**
     * A live view from one element on and up to another, which is excluded. O(1), but for comparing the bounds.
     *
     * @param from the first bound, included
     * @param to the last bound, excluded
     * @return the view
     * @throws IllegalArgumentException if the bounds are in the wrong order, or outside the range of this view
     * @throws ClassCastException if a bound cannot be compared
     * @throws NullPointerException if a bound is null and this set or its order does not take null
     */
    @Override
    public S subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    /**
     * A live view of the elements below one. O(1), but for comparing the bound.
     *
     * @param to the bound, excluded
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if a bound cannot be compared
     * @throws NullPointerException if a bound is null and this set or its order does not take null
     */
    @Override
    public S headSet(E to) {
        return headSet(to, false);
    }

    /**
     * A live view of the elements from one on. O(1), but for comparing the bound.
     *
     * @param from the bound, included
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if a bound cannot be compared
     * @throws NullPointerException if a bound is null and this set or its order does not take null
     */
    @Override
    public S tailSet(E from) {
        return tailSet(from, true);
    }
}
