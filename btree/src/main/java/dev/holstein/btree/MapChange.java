package dev.holstein.btree;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two maps, as {@link PersistentBTreeMap#diff diff} finds it and {@link PersistentBTreeMap#patch patch} applies it.
 * Serializable if its key and values are.
 *
 * <pre>{@code
 * PersistentBTreeMap<Integer, String> older = PersistentBTreeMap.of(1, "one", 2, "two");
 * PersistentBTreeMap<Integer, String> newer = older.minus(1).plus(2, "TWO").plus(3, "three");
 * List<MapChange<Integer, String>> changes = PersistentBTreeMap.diff(older, newer).toList();   // in order of the keys
 * assert changes.equals(List.of(
 *         new MapChange.Removed<>(1, "one"), new MapChange.Changed<>(2, "two", "TWO"), new MapChange.Added<>(3, "three")));
 * assert older.patch(changes.stream()).equals(newer);
 * }</pre>
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@SuppressWarnings({"serial", "InvalidBlockTag"}) // as serializable as its keys and values
public sealed interface MapChange<K extends @Nullable Object, V extends @Nullable Object> extends Serializable {
    /**
     * The key that differs.
     *
     * @return the key
     */
    K key();

    /**
     * Only the newer map has the key.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the key
     * @param value its value
     * @serial exclude
     */
    record Added<K extends @Nullable Object, V extends @Nullable Object>(K key, V value) implements MapChange<K, V> {}

    /**
     * Only the older map has the key.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the key
     * @param value the value that it had
     * @serial exclude
     */
    record Removed<K extends @Nullable Object, V extends @Nullable Object>(K key, V value) implements MapChange<K, V> {}

    /**
     * Both have the key, with values that are not equal.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the key
     * @param before its value in the older map
     * @param after its value in the newer one
     * @serial exclude
     */
    record Changed<K extends @Nullable Object, V extends @Nullable Object>(K key, V before, V after)
            implements MapChange<K, V> {}
}
