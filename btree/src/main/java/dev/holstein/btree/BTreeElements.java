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

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return map.removeKey(key);
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Checks.notNull(filter, "filter");
        return map.removeWhere((key, value) -> filter.test(key));
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        Checks.notNull(others, "others");
        BTreeReads<E, ?, ?> ours = inSameOrder(others);
        return ours == null
                ? map.removeWhere((key, value) -> !others.contains(key))
                : map.combineKeys(Operation.INTERSECTION, ours, "retainAll");
    }

    /** As {@link AbstractSet#removeAll}: the smaller side is asked; but as one write. */
    @Override
    public boolean removeAll(Collection<?> others) {
        BTreeReads<E, ?, ?> ours = inSameOrder(others);
        if (ours != null) {
            return map.combineKeys(Operation.DIFFERENCE, ours, "removeAll");
        }
        return size() > others.size() ? map.removeKeys(others) : map.removeWhere((key, value) -> others.contains(key));
    }

    /** The map behind a collection, if the nodes of both can be walked side by side: another of ours, in the same order. */
    @SuppressWarnings("unchecked") // its keys are read only, and compared by an order that takes them
    private @Nullable BTreeReads<E, ?, ?> inSameOrder(Collection<?> others) {
        return map.range.isAll() && others instanceof BTreeElements<?, ?> ours && map.hasOrderOf(ours.map)
                ? (BTreeReads<E, ?, ?>) ours.map
                : null;
    }

    /** By the rules of {@link java.util.Set#equals}, of one version. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object == this || (object instanceof Set<?> other && hasElementsOf(other));
    }

    private boolean hasElementsOf(Set<?> other) {
        if (other instanceof BTreeElements<?, ?> ours && map.hasOrderOf(ours.map)) {
            try {
                return map.hasEntriesOf(ours.map, false);
            } catch (ClassCastException | NullPointerException incomparable) {
                return false;
            }
        }
        return BTreeIterator.keys(map, map.descending).meetsExactly(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public Iterator<E> iterator() {
        return BTreeIterator.keys(map, map.descending);
    }

    @Override
    public Iterator<E> descendingIterator() {
        return BTreeIterator.keys(map, !map.descending);
    }

    @Override
    public Spliterator<E> spliterator() {
        return BTreeSpliterator.keys(map);
    }

    @Override
    public @Nullable Comparator<? super E> comparator() {
        return map.comparator();
    }

    @Override
    public E first() {
        return map.firstKey();
    }

    @Override
    public E last() {
        return map.lastKey();
    }

    @Override
    public @Nullable E lower(E key) {
        return map.lowerKey(key);
    }

    @Override
    public @Nullable E floor(E key) {
        return map.floorKey(key);
    }

    @Override
    public @Nullable E ceiling(E key) {
        return map.ceilingKey(key);
    }

    @Override
    public @Nullable E higher(E key) {
        return map.higherKey(key);
    }

    @Override
    public @Nullable E pollFirst() {
        var entry = map.pollFirstEntry();
        return entry == null ? null : entry.getKey();
    }

    @Override
    public @Nullable E pollLast() {
        var entry = map.pollLastEntry();
        return entry == null ? null : entry.getKey();
    }

    @Override
    public S descendingSet() {
        return over(map.descendingMap());
    }

    @Override
    public S subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return over(map.subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public S headSet(E to, boolean inclusive) {
        return over(map.headMap(to, inclusive));
    }

    @Override
    public S tailSet(E from, boolean inclusive) {
        return over(map.tailMap(from, inclusive));
    }

    @Override
    public S subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    @Override
    public S headSet(E to) {
        return headSet(to, false);
    }

    @Override
    public S tailSet(E from) {
        return tailSet(from, true);
    }
}
