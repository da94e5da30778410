package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import dev.holstein.cow.Snapshottable;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map: a write answers a new version that shares all nodes but those on one path.
 *
 * <p>Choose it for values that are passed around, kept as history, or read by many threads. Prefer {@link CowBTreeMap} to
 * build or change much in one thread ({@link #mutableCopy} is O(1), and so is its {@link CowBTreeMap#snapshot} back), and
 * {@link ConcurrentBTreeMap} for one map that several threads write.
 *
 * <p>It implements the read side of {@link NavigableMap}; every mutator of {@code java.util} throws
 * {@link UnsupportedOperationException} and names the persistent method to use.
 *
 * <p><b>Cost.</b> {@code get}, {@code plus}, {@code minus} and the neighbours of a key: O(log n). A write copies at most as
 * many nodes as the tree is high (2 up to about 10<sup>3</sup> entries, 4 at 10<sup>6</sup>) and those of a split. A write
 * without effect answers {@code this}. {@link #size}, {@link #snapshot}, {@link #mutableCopy}: O(1). Iteration: O(1) an
 * entry, leaf by leaf. {@code size()} of a view: O(log n).
 *
 * <p><b>Snapshots.</b> A version is its own snapshot.
 *
 * <p><b>Threads.</b> Any, without synchronization: a version handed over through a data race is complete (its only way to
 * its nodes is a final field).
 *
 * <p><b>Nulls and equality.</b> A null key is refused by the natural order, and otherwise left to the comparator. Null values
 * are allowed. Two maps are equal by the rules of {@link Map#equals}.
 *
 * <p><b>Iteration.</b> In ascending order; no iterator ever fails.
 *
 * @implNote A B+tree with up to 64 entries a leaf and 32 children an inner node; path copying after Rodeh, <cite>B-trees,
 *     Shadowing, and Clones</cite> (2008), and Driscoll et al., <cite>Making Data Structures Persistent</cite> (1989).
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class PersistentBTreeMap<K extends @Nullable Object, V extends @Nullable Object>
        extends BTreeFace<K, V, NavigableMap<K, V>> implements Snapshottable<PersistentBTreeMap<K, V>> {
    static {
        BTreeGraph.register(PersistentBTreeMap.class);
    }

    private static final PersistentBTreeMap<?, ?> EMPTY = new PersistentBTreeMap<>(BTreeState.empty(KeyOrder.of(null)));

    private final BTreeState<K, V> state;

    PersistentBTreeMap(BTreeState<K, V> state) {
        this.state = state;
    }

    // ---- making one
    // ----------------------------------------------------------------------------------------------------

    /**
     * The map without entries, in the natural order of its keys.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the one empty map
     */
    @SuppressWarnings("unchecked") // it holds nothing of either type
    public static <K extends Comparable<? super K>, V extends @Nullable Object> PersistentBTreeMap<K, V> empty() {
        return (PersistentBTreeMap<K, V>) EMPTY;
    }

    /**
     * A map without entries, in the order of a comparator.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param comparator the order; null for the natural order
     * @return an empty map
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> empty(
            @Nullable Comparator<? super K> comparator) {
        return new PersistentBTreeMap<>(BTreeState.empty(KeyOrder.of(comparator)));
    }

    /**
     * A map of one entry.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key the key
     * @param value its value
     * @return the map
     */
    public static <K extends Comparable<? super K>, V extends @Nullable Object> PersistentBTreeMap<K, V> of(
            K key, V value) {
        return PersistentBTreeMap.<K, V>empty().plus(key, value);
    }

    /**
     * A map of two entries; of equal keys the later value stays.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param k1 the first key
     * @param v1 its value
     * @param k2 the second key
     * @param v2 its value
     * @return the map
     */
    public static <K extends Comparable<? super K>, V extends @Nullable Object> PersistentBTreeMap<K, V> of(
            K k1, V v1, K k2, V v2) {
        return of(k1, v1).plus(k2, v2);
    }

    /**
     * A map of three entries; of equal keys the later value stays.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param k1 the first key
     * @param v1 its value
     * @param k2 the second key
     * @param v2 its value
     * @param k3 the third key
     * @param v3 its value
     * @return the map
     */
    public static <K extends Comparable<? super K>, V extends @Nullable Object> PersistentBTreeMap<K, V> of(
            K k1, V v1, K k2, V v2, K k3, V v3) {
        return of(k1, v1, k2, v2).plus(k3, v3);
    }

    /**
     * A map of four entries; of equal keys the later value stays.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param k1 the first key
     * @param v1 its value
     * @param k2 the second key
     * @param v2 its value
     * @param k3 the third key
     * @param v3 its value
     * @param k4 the fourth key
     * @param v4 its value
     * @return the map
     */
    public static <K extends Comparable<? super K>, V extends @Nullable Object> PersistentBTreeMap<K, V> of(
            K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4) {
        return of(k1, v1, k2, v2, k3, v3).plus(k4, v4);
    }

    /**
     * A map with the entries of another, in the natural order of the keys. Use {@link #copyOf(SortedMap)} to keep an order.
     * O(1) for a map of this library in natural order, O(n) for a sorted map in natural order, else O(n log n).
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param map the entries
     * @return the map; {@code map} itself if it is one already
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the map or a key is null
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> copyOf(
            Map<? extends K, ? extends V> map) {
        return PersistentBTreeMap.<K, V>empty(null).plusAll(map);
    }

    /**
     * A map with the entries and the order of another. O(1) for a map of this library, else O(n).
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param map the entries
     * @return the map; {@code map} itself if it is one already
     * @throws NullPointerException if the map is null
     */
    @SuppressWarnings("unchecked") // an immutable map of subtypes may be read as one of K and V
    public static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> copyOf(
            SortedMap<K, ? extends V> map) {
        return PersistentBTreeMap.<K, V>empty(Checks.notNull(map, "map").comparator())
                .plusAll(map);
    }

    /**
     * A map of entries that come in strictly ascending order of their keys, built in O(n) with full nodes.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param entries the entries
     * @return the map
     * @throws IllegalArgumentException if a key is not above the one before it; the message names both and the position
     */
    public static <K extends Comparable<? super K>, V extends @Nullable Object> PersistentBTreeMap<K, V> fromSorted(
            Iterable<? extends Map.Entry<? extends K, ? extends V>> entries) {
        return fromSorted(null, entries);
    }

    /**
     * A map of entries that come in strictly ascending order by a comparator, built in O(n) with full nodes.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param comparator the order; null for the natural order
     * @param entries the entries
     * @return the map
     * @throws IllegalArgumentException if a key is not above the one before it; the message names both and the position
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> fromSorted(
            @Nullable Comparator<? super K> comparator,
            Iterable<? extends Map.Entry<? extends K, ? extends V>> entries) {
        Checks.notNull(entries, "entries");
        return new PersistentBTreeMap<>(BTreeBuilder.fromSorted(entries, KeyOrder.<K>of(comparator), Owner.NONE));
    }

    // ---- writing: new versions
    // -----------------------------------------------------------------------------------------

    /**
     * This map with a value for a key. O(log n).
     *
     * @param key the key; if an equal one is present, that object stays
     * @param value its value
     * @return the new version; this one if the key has this very value already
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order cannot compare null
     */
    public PersistentBTreeMap<K, V> plus(K key, V value) {
        return version(BTreeEdit.put(BTreeEdit.Kind.PUT, key, value));
    }

    /**
     * This map with all entries of another. O(m log n), without a version for each; O(m) if this map is empty and the other
     * is sorted in the same order.
     *
     * @param map the entries; its values win
     * @return the new version; this one if nothing changes
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the map is null, or a key is and the order cannot compare null
     */
    @SuppressWarnings("unchecked") // an immutable map of subtypes may be read as one of K and V
    public PersistentBTreeMap<K, V> plusAll(Map<? extends K, ? extends V> map) {
        Checks.notNull(map, "map");
        if (state.size == 0 && map instanceof Snapshottable<?> other) {
            Object snapshot = other.snapshot();
            if (snapshot instanceof PersistentBTreeMap<?, ?> same
                    && state.order.sameAs(same.state.order.comparator())) {
                return same.isEmpty() ? this : (PersistentBTreeMap<K, V>) same;
            }
        }
        return version(BTreeBulk.putAll(map, BTreeRange.all(), this::checkEntry));
    }

    /**
     * This map without a key. O(log n).
     *
     * @param key the key
     * @return the new version; this one if the key is absent
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order cannot compare null
     */
    public PersistentBTreeMap<K, V> minus(@Nullable Object key) {
        return version(BTreeEdit.remove(key));
    }

    /**
     * This map without some keys. O(m log n), without a version for each.
     *
     * @param keys the keys; absent ones are passed over
     * @return the new version; this one if nothing changes
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the argument is null, or a key is and the order cannot compare null
     */
    public PersistentBTreeMap<K, V> minusAll(Iterable<?> keys) {
        return version(BTreeBulk.removeAll(Checks.notNull(keys, "keys"), BTreeRange.all()));
    }

    /**
     * A mutable map with these entries. O(1): it shares all nodes and copies what it writes.
     *
     * @return a map that starts as this one
     */
    public CowBTreeMap<K, V> mutableCopy() {
        return new CowBTreeMap<>(state);
    }

    /**
     * This map.
     *
     * @return {@code this}
     */
    @Override
    public PersistentBTreeMap<K, V> snapshot() {
        return this;
    }

    private PersistentBTreeMap<K, V> version(BTreeEdit<K, V> edit) {
        edit.run(state.root, state.size, state.order, Ownership.PERSISTENT);
        return edit.changes(state)
                ? new PersistentBTreeMap<>(new BTreeState<>(edit.root(), edit.size(), edit.order()))
                : this;
    }

    private PersistentBTreeMap<K, V> version(BTreeBulk<K, V> bulk) {
        BTreeState<K, V> next = bulk.run(state, new Ownership());
        return next == state ? this : new PersistentBTreeMap<>(next);
    }

    // ---- the policy of this face
    // ---------------------------------------------------------------------------------------

    @Override
    BTreeState<K, V> state() {
        return state;
    }

    @Override
    NavigableMap<K, V> view(BTreeRange<K> range, boolean descending) {
        return range.isAll() && !descending ? this : new BTreeSubMap.Plain<>(this, range, descending);
    }

    @Override
    void apply(BTreeEdit<K, V> edit) {
        throw Checks.persistent(edit.kind.method, edit.kind.persistentMethod);
    }

    @Override
    void apply(BTreeBulk<K, V> bulk) {
        throw Checks.persistent(bulk.method, bulk.persistentMethod);
    }

    // ---- hot paths
    // -----------------------------------------------------------------------------------------------------

    @Override
    public @Nullable V get(@Nullable Object key) {
        return valueOf(state, key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return isPresent(state, key);
    }
}
