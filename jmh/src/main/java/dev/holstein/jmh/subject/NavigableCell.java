package dev.holstein.jmh.subject;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A variable that holds a {@link NavigableMap}: what is sorted and has views. */
public abstract class NavigableCell extends SortedCell {
    NavigableCell() {}

    /**
     * The map as {@code java.util} knows it, to be read.
     *
     * @return the present map
     */
    public abstract NavigableMap<Object, Object> map();

    /**
     * How many keys are below one: by the cheapest means the map has.
     *
     * @param key the key
     * @return keys
     */
    public abstract int rank(Object key);

    /**
     * The entry at an index: by the cheapest means the map has.
     *
     * @param index its index, in entries from the first one on
     * @return the entry
     */
    public abstract Map.Entry<Object, Object> entryAt(int index);

    /**
     * Removes a range of entries: by the cheapest means the map has.
     *
     * @param from the first key of the range
     * @param to the key behind the range
     */
    public abstract void removeRange(Object from, Object to);

    /**
     * The present entries of a range, safe from later writes, in the form that {@link #putAll} takes back best.
     *
     * @param from the first key of the range
     * @param to the key behind the range
     * @return a map of the subject's family
     */
    public abstract SortedMap<Object, Object> range(Object from, Object to);

    @Override
    public final @Nullable Object floorKey(Object key) {
        return map().floorKey(key);
    }

    @Override
    public final @Nullable Object ceilingKey(Object key) {
        return map().ceilingKey(key);
    }

    @Override
    public final void iterateRange(Object from, Object to, BiConsumer<Object, Object> sink) {
        map().subMap(from, to).forEach(sink);
    }

    @Override
    public final boolean isEqualTo(MapCell other) {
        return map().equals(((NavigableCell) other).map());
    }
}
