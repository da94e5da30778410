package dev.holstein.jmh.subject;

import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A variable that holds a sorted map: the one form in which every subject is read and written. A mutable map stays in its
 * cell; for a persistent one a write puts the new version there.
 *
 * <p>A measuring JVM uses one kind of cell only, so the compiler sees through these calls. Keys and values are plain objects,
 * which spares every subject the same casts.
 */
public abstract class MapCell {
    MapCell() {}

    /**
     * Looks a key up.
     *
     * @param key the key
     * @return its value; null if absent
     */
    public abstract @Nullable Object get(Object key);

    /**
     * Adds an entry or replaces its value.
     *
     * @param key the key
     * @param value its value
     */
    public abstract void put(Object key, Object value);

    /**
     * Removes an entry, if there is one.
     *
     * @param key the key
     */
    public abstract void remove(Object key);

    /**
     * The number of entries.
     *
     * @return entries
     */
    public abstract int size();

    /**
     * The present contents, safe from later writes: by the cheapest means the map has.
     *
     * @return a map of the subject's own type
     */
    public abstract Object snapshot();

    /**
     * Hands over all entries in order, one by one from the map's entry iterator.
     *
     * @param sink what takes a key and its value
     */
    public abstract void iterate(BiConsumer<Object, Object> sink);

    /**
     * Hands over all entries in order, by the map's own {@code forEach}.
     *
     * @param sink what takes a key and its value
     */
    public abstract void forEach(BiConsumer<Object, Object> sink);

    /**
     * Another variable with the present contents, which is written apart from this one: by the cheapest means the map has.
     *
     * @return a cell of the same kind
     */
    public abstract MapCell copy();

    /**
     * Adds many entries or replaces their values.
     *
     * @param entries the entries, in natural order
     */
    public abstract void putAll(SortedMap<Object, Object> entries);

    /**
     * The entries of this map and another one; where both have a key, that of the other.
     *
     * @param other a cell of the same kind
     * @return a new cell
     */
    public abstract MapCell union(MapCell other);

    /**
     * Finds every key that was added, removed or given an unequal value: by the cheapest means the map has.
     *
     * @param newer a cell of the same kind
     * @return how many they are
     */
    public abstract long differences(MapCell newer);

    /**
     * Whether another map has equal entries, by the map's own {@code equals}.
     *
     * @param other a cell of the same kind
     * @return whether they are equal
     */
    public abstract boolean isEqualTo(MapCell other);
}
