package dev.holstein.jmh.subject;

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
}
