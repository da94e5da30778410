package dev.holstein.jmh.data;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries in an array, in the order of their keys; each value is its key. As a source of bulk writes it is a
 * {@link SortedMap} that costs next to nothing to read and belongs to no subject's family. It can be read from end to end, and
 * no more.
 */
public final class SortedEntries extends AbstractMap<Object, Object> implements SortedMap<Object, Object> {
    private final List<Map.Entry<Object, Object>> entries;
    private final @Nullable Comparator<Object> order;

    /**
     * Makes entries in natural order.
     *
     * @param sortedKeys their keys, in order
     */
    public SortedEntries(List<Object> sortedKeys) {
        this(sortedKeys, null);
    }

    /**
     * Makes entries.
     *
     * @param sortedKeys their keys, in order
     * @param order this order; null if natural
     */
    public SortedEntries(List<Object> sortedKeys, @Nullable Comparator<Object> order) {
        this.order = order;
        entries = sortedKeys.stream().map(key -> Map.entry(key, key)).toList();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<Object, Object>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public @Nullable Comparator<? super Object> comparator() {
        return order;
    }

    @Override
    public Object firstKey() {
        return entries.get(0).getKey();
    }

    @Override
    public Object lastKey() {
        return entries.get(entries.size() - 1).getKey();
    }

    @Override
    public SortedMap<Object, Object> subMap(Object fromKey, Object toKey) {
        throw new UnsupportedOperationException("to be read from end to end only");
    }

    @Override
    public SortedMap<Object, Object> headMap(Object toKey) {
        throw new UnsupportedOperationException("to be read from end to end only");
    }

    @Override
    public SortedMap<Object, Object> tailMap(Object fromKey) {
        throw new UnsupportedOperationException("to be read from end to end only");
    }
}
