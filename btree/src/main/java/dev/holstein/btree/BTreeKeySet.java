package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a map or view, live.
 *
 * @param <K> the type of the keys
 */
final class BTreeKeySet<K> extends AbstractSet<K> implements NavigableSet<K> {
    private final BTreeView<K, ?, ?> map;

    BTreeKeySet(BTreeView<K, ?, ?> map) {
        this.map = map;
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
    public boolean removeIf(Predicate<? super K> filter) {
        Checks.notNull(filter, "filter");
        return map.removeWhere((key, value) -> filter.test(key));
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        Checks.notNull(others, "others");
        return map.removeWhere((key, value) -> !others.contains(key));
    }

    /** As {@link AbstractSet#removeAll}: the smaller side is asked; but as one write. */
    @Override
    public boolean removeAll(Collection<?> others) {
        return size() > others.size() ? map.removeKeys(others) : map.removeWhere((key, value) -> others.contains(key));
    }

    /** By the rules of {@link java.util.Set#equals}, of one version. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object == this
                || (object instanceof Set<?> other
                        && BTreeIterator.keys(map, map.descending).meetsExactly(other));
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
    public Iterator<K> iterator() {
        return BTreeIterator.keys(map, map.descending);
    }

    @Override
    public Iterator<K> descendingIterator() {
        return BTreeIterator.keys(map, !map.descending);
    }

    @Override
    public Spliterator<K> spliterator() {
        BTreeIterator<K, ?, K> iterator = BTreeIterator.keys(map, map.descending);
        return Spliterators.spliterator(iterator, iterator.remaining(), Spliterator.DISTINCT | Spliterator.ORDERED);
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return map.comparator();
    }

    @Override
    public K first() {
        return map.firstKey();
    }

    @Override
    public K last() {
        return map.lastKey();
    }

    @Override
    public @Nullable K lower(K key) {
        return map.lowerKey(key);
    }

    @Override
    public @Nullable K floor(K key) {
        return map.floorKey(key);
    }

    @Override
    public @Nullable K ceiling(K key) {
        return map.ceilingKey(key);
    }

    @Override
    public @Nullable K higher(K key) {
        return map.higherKey(key);
    }

    @Override
    public @Nullable K pollFirst() {
        var entry = map.pollFirstEntry();
        return entry == null ? null : entry.getKey();
    }

    @Override
    public @Nullable K pollLast() {
        var entry = map.pollLastEntry();
        return entry == null ? null : entry.getKey();
    }

    @Override
    public NavigableSet<K> descendingSet() {
        return keysOf(map.descendingMap());
    }

    @Override
    public NavigableSet<K> subSet(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return keysOf(map.subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public NavigableSet<K> headSet(K to, boolean inclusive) {
        return keysOf(map.headMap(to, inclusive));
    }

    @Override
    public NavigableSet<K> tailSet(K from, boolean inclusive) {
        return keysOf(map.tailMap(from, inclusive));
    }

    @Override
    public SortedSet<K> subSet(K from, K to) {
        return subSet(from, true, to, false);
    }

    @Override
    public SortedSet<K> headSet(K to) {
        return headSet(to, false);
    }

    @Override
    public SortedSet<K> tailSet(K from) {
        return tailSet(from, true);
    }

    private static <K> NavigableSet<K> keysOf(NavigableMap<K, ?> view) {
        return view.navigableKeySet();
    }
}
