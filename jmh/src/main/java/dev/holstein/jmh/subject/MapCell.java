package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A variable that holds a map: the one form in which every subject is read and written. A mutable map stays in its
 * cell; for a persistent one a write puts the new version there.
 *
 * <p>A measuring JVM uses one kind of cell only, so the compiler sees through these calls. Keys and values are plain objects,
 * which spares every subject the same casts.
 */
public abstract class MapCell {
    MapCell() {}

    /** The order as a map knows it that has no word for the natural one. */
    @SuppressWarnings("unchecked") // keys without a comparator are comparable
    static Comparator<Object> orNatural(@Nullable Comparator<? super Object> order) {
        return order != null
                ? (Comparator<Object>) order
                : (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder();
    }

    /** The order of a sorted map; null if natural. */
    @SuppressWarnings("unchecked") // what compares objects compares objects
    static @Nullable Comparator<Object> orderOf(SortedMap<Object, Object> entries) {
        return (Comparator<Object>) entries.comparator();
    }

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
     * Adds an entry, or replaces its value by that of a function of the present value and another one: by the cheapest means
     * the map has.
     *
     * @param key the key
     * @param value the value if the key is absent; the second argument of the function if not
     * @param function makes the new value
     */
    public void merge(Object key, Object value, BinaryOperator<Object> function) {
        Object present = get(key);
        put(key, present == null ? value : function.apply(present, value));
    }

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
     * What a snapshot holds: for checks, not to be measured.
     *
     * @param snapshot what {@link #snapshot} of this kind of cell has given
     * @return its entries
     */
    @SuppressWarnings("unchecked") // a snapshot of this cell has its types
    public Map<Object, Object> contents(Object snapshot) {
        return (Map<Object, Object>) snapshot;
    }

    /**
     * Hands over all entries in the map's order, one by one from its entry iterator.
     *
     * @param sink what takes a key and its value
     */
    public abstract void iterate(BiConsumer<Object, Object> sink);

    /**
     * Hands over all entries in the map's order, by its own {@code forEach}.
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
     * @param entries the entries, in the order of this map
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
     * Whether another map has equal entries, by the map's own {@code equals} if it has one.
     *
     * @param other a cell of the same kind
     * @return whether they are equal
     */
    public abstract boolean isEqualTo(MapCell other);
}
