package dev.holstein.btree;

import dev.holstein.btree.BTreeAlgebra.Operation;
import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import dev.holstein.cow.Snapshottable;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map: a write answers a new version that shares all nodes but those on one path.
 *
 * <pre>{@code
 * PersistentBTreeMap<String, Integer> monday = PersistentBTreeMap.of("milk", 119, "bread", 249);
 * PersistentBTreeMap<String, Integer> tuesday = monday.plus("milk", 129).minus("bread");   // new versions
 * assert monday.toString().equals("{bread=249, milk=119}");                               // the old one stays as it was
 * assert tuesday.toString().equals("{milk=129}");
 * assert monday.union(tuesday).get("milk") == 129;
 * assert tuesday.minus("tea") == tuesday;                                                 // nothing to do: the same version
 * }</pre>
 *
 * <p>Choose it for values that are passed around, kept as history, or read by many threads. Prefer {@link CowBTreeMap} to
 * build or change much in one thread ({@link #mutableCopy} is O(1), and so is its {@link CowBTreeMap#snapshot} back), and
 * {@link ConcurrentBTreeMap} for one map that several threads write.
 *
 * <p>It implements the read side of {@link NavigableMap}; every mutator of {@code java.util} throws
 * {@link UnsupportedOperationException} and names the persistent method to use.
 *
 * <p><b>Cost.</b> {@code get}, {@code plus}, {@code minus} and the neighbours of a key: O(log n). A write copies at most as
 * many nodes as the tree is high (2 up to about 10<sup>3</sup> entries, 4 or 5 at 10<sup>6</sup>) and those of a split. A write
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
 * @implNote A B+tree with up to 64 entries a leaf and 64 children an inner node; path copying after Rodeh, <cite>B-trees,
 *     Shadowing, and Clones</cite> (2008), and Driscoll et al., <cite>Making Data Structures Persistent</cite> (1989).
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class PersistentBTreeMap<K extends @Nullable Object, V extends @Nullable Object>
        extends BTreeFace<K, V, RankedMap<K, V>> implements RankedMap<K, V>, Serializable {
    private static final long serialVersionUID = 1;

    static {
        BTreeGraph.register(PersistentBTreeMap.class);
    }

    private static final PersistentBTreeMap<?, ?> EMPTY = new PersistentBTreeMap<>(BTreeState.empty(KeyOrder.of(null)));

    private final transient BTreeState<K, V> state;

    PersistentBTreeMap(BTreeState<K, V> state) {
        this.state = state;
    }

    /** What a map or view shows now, in its order. */
    static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> frozen(
            BTreeReads<K, V, ?> view) {
        BTreeState<K, V> frozen = view.frozen();
        if (!view.descending) {
            return new PersistentBTreeMap<>(frozen);
        }
        return new PersistentBTreeMap<>(BTreeParts.reversed(frozen, KeyOrder.of(view.comparator())));
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
        return new PersistentBTreeMap<>(BTreeParts.fromSorted(entries, KeyOrder.<K>of(comparator), Owner.NONE));
    }

    /**
     * A collector of elements into a map, in the natural order of the keys; O(n) if they come in order, else O(n log n).
     *
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key answers the key of an element
     * @param value answers its value
     * @return the collector; it throws {@link IllegalStateException} if two elements have equal keys
     */
    public static <T, K extends Comparable<? super K>, V extends @Nullable Object>
            Collector<T, ?, PersistentBTreeMap<K, V>> toPersistentBTreeMap(
                    Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return BTreeCollectors.<T, K, V, PersistentBTreeMap<K, V>>toMap(
                null, key, value, null, PersistentBTreeMap::new);
    }

    /**
     * A collector of elements into a map; O(n) if they come in order, else O(n log n).
     *
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param comparator the order; null for the natural order
     * @param key answers the key of an element
     * @param value answers its value
     * @param merge answers the value of a key that several elements have, given two in the order in which they came
     * @return the collector
     */
    public static <T, K extends @Nullable Object, V extends @Nullable Object>
            Collector<T, ?, PersistentBTreeMap<K, V>> toPersistentBTreeMap(
                    @Nullable Comparator<? super K> comparator,
                    Function<? super T, ? extends K> key,
                    Function<? super T, ? extends V> value,
                    BinaryOperator<V> merge) {
        return BTreeCollectors.<T, K, V, PersistentBTreeMap<K, V>>toMap(
                comparator, key, value, Checks.notNull(merge, "merge"), PersistentBTreeMap::new);
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
     * This map with all entries of another, as {@link #union}: of equal keys, this map's object stays with the other's value.
     * m inserts, or for many entries a merge in O(m log(n/m + 1)), and O(m log m) to bring them in order if they do not come so.
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
                    && Objects.equals(state.order.comparator(), same.state.order.comparator())) {
                return same.isEmpty() ? this : (PersistentBTreeMap<K, V>) same;
            }
        }
        return version(puts(map));
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
     * This map without some keys. m removals, or for many keys a merge in O(m log(n/m + 1)), and O(m log m) to bring them in order
     * if they do not come so.
     *
     * @param keys the keys; absent ones are passed over
     * @return the new version; this one if nothing changes
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the argument is null, or a key is and the order cannot compare null
     */
    public PersistentBTreeMap<K, V> minusAll(Iterable<?> keys) {
        return version(BTreeBulk.removeAll(Checks.notNull(keys, "keys"), BTreeRange.all()));
    }

    // ---- two maps
    // -------------------------------------------------------------------------------------------------------

    /**
     * The entries of both maps; for a key that both have, the value of the other. Nodes that both share, and subtrees that one
     * of them has alone, are taken over whole: O(m log(n/m + 1)) for maps of n and m entries, and O(k log n) for two versions of
     * one map with k differences. A map in another order is brought in this one's first, O(m log m).
     *
     * @param other the other map
     * @return the new map, in the order of this one; this or the other map itself if it has all those entries already
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the other map is null
     */
    public PersistentBTreeMap<K, V> union(PersistentBTreeMap<? extends K, ? extends V> other) {
        return combined(Operation.UNION, other, null);
    }

    /**
     * The entries of both maps; for a key that both have, what a function makes of the two values. As {@link
     * #union(PersistentBTreeMap)}, but the function is called for shared nodes too.
     *
     * @param other the other map
     * @param merge answers the value of a key, given the value in this map and in the other; called once for each key that both
     *     have
     * @return the new map, in the order of this one; this or the other map itself if it has all those entries already
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if an argument is null
     */
    public PersistentBTreeMap<K, V> union(
            PersistentBTreeMap<? extends K, ? extends V> other, BiFunction<? super V, ? super V, ? extends V> merge) {
        return combined(Operation.UNION, other, Checks.notNull(merge, "merge"));
    }

    /**
     * The entries whose keys the other map has too. Costs as {@link #union(PersistentBTreeMap)}.
     *
     * @param other the other map; its values do not matter
     * @return the new map; this map itself if all its keys are in the other
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the other map is null
     */
    public PersistentBTreeMap<K, V> intersection(PersistentBTreeMap<? extends K, ?> other) {
        return combined(Operation.INTERSECTION, other, null);
    }

    /**
     * The keys that both maps have, each with what a function makes of the two values. Costs as {@link
     * #union(PersistentBTreeMap, BiFunction)}.
     *
     * @param other the other map
     * @param merge answers the value of a key, given the value in this map and in the other; called once for each key that both
     *     have
     * @return the new map; this or the other map itself if it has all those entries already
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if an argument is null
     */
    public PersistentBTreeMap<K, V> intersection(
            PersistentBTreeMap<? extends K, ? extends V> other, BiFunction<? super V, ? super V, ? extends V> merge) {
        return combined(Operation.INTERSECTION, other, Checks.notNull(merge, "merge"));
    }

    /**
     * The entries whose keys the other map does not have. Costs as {@link #union(PersistentBTreeMap)}.
     *
     * @param other the other map; its values do not matter
     * @return the new map; this map itself if none of its keys is in the other
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the other map is null
     */
    public PersistentBTreeMap<K, V> difference(PersistentBTreeMap<? extends K, ?> other) {
        return combined(Operation.DIFFERENCE, other, null);
    }

    /**
     * The entries whose keys only one of the maps has. Costs as {@link #union(PersistentBTreeMap)}.
     *
     * @param other the other map
     * @return the new map, in the order of this one; this or the other map itself if one of them is empty
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the other map is null
     */
    public PersistentBTreeMap<K, V> symmetricDifference(PersistentBTreeMap<? extends K, ? extends V> other) {
        return combined(Operation.SYMMETRIC_DIFFERENCE, other, null);
    }

    @SuppressWarnings("unchecked") // an immutable map of subtypes may be read as one of K and V
    private PersistentBTreeMap<K, V> combined(
            Operation operation,
            PersistentBTreeMap<? extends K, ?> other,
            @Nullable BiFunction<? super V, ? super V, ? extends V> merge) {
        BTreeState<K, V> theirs = ((PersistentBTreeMap<K, V>) Checks.notNull(other, "other")).state;
        BTreeState<K, V> result = BTreeAlgebra.combine(operation, state, theirs, true, merge, Ownership.ofCopies());
        if (result == state) {
            return this;
        }
        return result == theirs ? (PersistentBTreeMap<K, V>) other : new PersistentBTreeMap<>(result);
    }

    /**
     * This map in two parts, cut before a key: O(log n).
     *
     * @param key the key, present or not
     * @return the entries below the key, and those from it on; a part that has all of them is this map itself
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order cannot compare null
     */
    public Split<PersistentBTreeMap<K, V>> split(K key) {
        int rank = BTreeSearch.rank(state, key, false);
        return new Split<>(part(0, rank), part(rank, state.size));
    }

    private PersistentBTreeMap<K, V> part(int from, int to) {
        return from == 0 && to == state.size ? this : new PersistentBTreeMap<>(BTreeParts.slice(state, from, to));
    }

    /**
     * This map with another one behind it: O(log n). What {@link #split} cut is put together again.
     *
     * @param other a map in the same order whose keys are all above those of this one
     * @return the new map; this or the other map itself if one of them is empty
     * @throws IllegalArgumentException if a key of the other map is not above all of this one, or the orders differ
     * @throws NullPointerException if the other map is null
     */
    @SuppressWarnings("unchecked") // an immutable map of subtypes may be read as one of K and V
    public PersistentBTreeMap<K, V> join(PersistentBTreeMap<? extends K, ? extends V> other) {
        BTreeState<K, V> right = ((PersistentBTreeMap<K, V>) Checks.notNull(other, "other")).state;
        if (!state.order.sameAs(right.order.comparator())) {
            throw new IllegalArgumentException(
                    "different orders: " + state.order + " and " + right.order + "; use union");
        }
        if (state.size > 0 && right.size > 0 && state.order.compare(lastKey(), other.firstKey()) >= 0) {
            throw new IllegalArgumentException(
                    "key " + other.firstKey() + " is not above key " + lastKey() + "; use union");
        }
        return union(other);
    }

    /**
     * What changed from one map to another, in ascending order of the keys, found as the stream is read. Nodes that both share
     * are not looked into: for k changes among n entries of two versions of one map, O(k log n) nodes are visited.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param older the map before
     * @param newer the map after, in the same order
     * @return the changes; values are compared by {@code equals}
     * @throws IllegalArgumentException if the maps are in different orders
     * @throws NullPointerException if a map is null
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Stream<MapChange<K, V>> diff(
            PersistentBTreeMap<K, V> older, PersistentBTreeMap<K, V> newer) {
        BTreeState<K, V> before = Checks.notNull(older, "older").state;
        BTreeState<K, V> after = Checks.notNull(newer, "newer").state;
        return BTreeChanges.ofMaps(before, after);
    }

    /**
     * This map with some changes made: keys added or changed have their new values, removed keys are gone, whatever they were
     * before. So {@code older.patch(diff(older, newer))} equals {@code newer}, and a patch applied twice is a patch applied once.
     * m inserts and removals, or for many changes a merge in O(m log(n/m + 1)).
     *
     * @param changes the changes; of two for one key the later counts
     * @return the new map; this one if nothing changes
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the stream or a change is null, or a key is and the order cannot compare null
     */
    public PersistentBTreeMap<K, V> patch(Stream<? extends MapChange<? extends K, ? extends V>> changes) {
        return version(BTreeChanges.patch(changes, this::checkEntry));
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
                ? new PersistentBTreeMap<>(new BTreeState<>(edit.root, edit.size, edit.order()))
                : this;
    }

    PersistentBTreeMap<K, V> version(BTreeBulk<K, V> bulk) {
        BTreeState<K, V> next = bulk.run(state, Ownership.ofCopies());
        return next == state ? this : new PersistentBTreeMap<>(next);
    }

    // ---- the policy of this face
    // ---------------------------------------------------------------------------------------

    @Override
    BTreeState<K, V> state() {
        return state;
    }

    @Override
    BTreeState<K, V> frozen() {
        return state;
    }

    @Override
    RankedMap<K, V> view(BTreeRange<K> range, boolean descending) {
        return range.isAll() && !descending ? this : new BTreeSubMaps.Plain<>(this, range, descending);
    }

    @Override
    int characteristics() {
        return Spliterator.IMMUTABLE;
    }

    @Override
    void apply(BTreeEdit<K, V> edit) {
        throw Checks.persistent(edit.kind.method, edit.kind.persistentMethod);
    }

    @Override
    boolean apply(BTreeBulk<K, V> bulk) {
        throw Checks.persistent(bulk.method, bulk.persistentMethod);
    }

    // ---- serial form
    // ----------------------------------------------------------------------------------------------------

    /**
     * The serial form: comparator and entries.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new BTreeSerial(BTreeSerial.Face.PERSISTENT_MAP, state);
    }

    /**
     * Refused: a stream that holds this class itself was tampered with.
     *
     * @param in the stream
     * @throws InvalidObjectException always
     */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw BTreeSerial.refused();
    }

    // ---- hot paths
    // -----------------------------------------------------------------------------------------------------

    /**
     * The value of a key. O(log n).
     *
     * @param key the key
     * @return the value; null if the key is absent, or has none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order does not take null
     */
    @Override
    public @Nullable V get(@Nullable Object key) {
        return valueOf(state, key);
    }

    /**
     * Whether a key is present. O(log n).
     *
     * @param key the key
     * @return whether it is
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order does not take null
     */
    @Override
    public boolean containsKey(@Nullable Object key) {
        return isPresent(state, key);
    }
}
