package dev.holstein.jmh.subject;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A variable that holds a map which finds what lies next to a key, from there on, and at its start, without a walk over the
 * rest. Vavr's map and Paguro's are sorted, but do not.
 */
public abstract class SortedCell extends MapCell {
    SortedCell() {}

    /**
     * The greatest key that is not above another one: by the cheapest means the map has.
     *
     * @param key the other one
     * @return the key; null if there is none
     */
    public abstract @Nullable Object floorKey(Object key);

    /**
     * The least key that is not below another one: by the cheapest means the map has.
     *
     * @param key the other one
     * @return the key; null if there is none
     */
    public abstract @Nullable Object ceilingKey(Object key);

    /**
     * Hands over the entries of a range in order: by the cheapest means the map has.
     *
     * @param from the first key of the range
     * @param to the key behind the range
     * @param sink what takes a key and its value
     */
    public abstract void iterateRange(Object from, Object to, BiConsumer<Object, Object> sink);

    /**
     * Removes the first entry: by the cheapest means the map has.
     *
     * @return its key; null if the map is empty
     */
    public abstract @Nullable Object pollFirst();
}
