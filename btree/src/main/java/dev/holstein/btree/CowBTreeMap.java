package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mutable sorted map that is copied and frozen in O(1): a drop-in for {@link java.util.TreeMap} with value semantics.
 *
 * <pre>{@code
 * var stock = new CowBTreeMap<String, Integer>();           // as new TreeMap<>()
 * stock.put("milk", 3);
 * PersistentBTreeMap<String, Integer> morning = stock.snapshot();   // O(1)
 * stock.merge("milk", -1, Integer::sum);                    // copies one path, once
 * stock.put("eggs", 12);                                    // in place
 * assert morning.toString().equals("{milk=3}");
 * assert stock.toString().equals("{eggs=12, milk=2}") && stock.firstKey().equals("eggs");
 * }</pre>
 *
 * <p>Choose it where a {@code TreeMap} is copied defensively, iterated while it is written, or handed to somebody who must
 * not see later writes. Prefer {@link ConcurrentBTreeMap} if several threads write, {@link PersistentBTreeMap} if every write
 * is to be kept as a version.
 *
 * <p><b>Cost.</b> {@code get}, {@code put}, {@code remove} and the neighbours of a key: O(log n). A write edits nodes in place
 * while they are this map's alone, and copies each node that it shares once: after a {@link #snapshot} the first write to
 * an entry copies one path, the second none. {@link #size}, {@link #snapshot}, {@link #copy}: O(1), no node is touched.
 * Iteration: O(1) an entry.
 *
 * <p><b>Snapshots.</b> Share every node with this map; what is written later is copied first. A snapshot that is dropped
 * gives back its memory, but nodes shared once stay shared for this map until it writes them.
 *
 * <p><b>Threads.</b> One at a time, or several that only read, as any {@code java.util} collection; its snapshots may go to
 * any thread. Two threads in a write at once are noticed at times ({@link java.util.ConcurrentModificationException}), and
 * never harm a snapshot that was taken before.
 *
 * <p><b>Nulls and equality.</b> A null key is refused by the natural order, and otherwise left to the comparator. Null values
 * are allowed. Equality is {@link Map#equals}.
 *
 * <p><b>Iteration.</b> Walks the version present when it began, in order, whatever is written meanwhile; it never throws
 * {@code ConcurrentModificationException}. {@code remove()} and {@code setValue} act on the map as it is now. A write after
 * an iterator was left unfinished copies what it touches, once; {@code firstKey}, {@code pollFirstEntry} and their kin leave none.
 *
 * <p><b>User code.</b> Comparators, functions and argument collections run before anything changes: if they throw, the map is
 * as it was. A function runs exactly once; one that writes to this map is refused with {@link IllegalStateException}. A comparator
 * that writes to this map while it is being read may spoil the answer of that read, and be asked to compare null.
 * {@link #putAll}, {@link #replaceAll} and {@link #clear} happen whole or not at all.
 *
 * @implNote A B+tree with up to 64 entries a leaf and 64 children an inner node; a map that fits one leaf is one sorted
 *     array. Ownership by identity tokens after L'orange, <cite>Improving RRB-Tree Performance through Transience</cite> (2014).
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class CowBTreeMap<K extends @Nullable Object, V extends @Nullable Object>
        extends BTreeFace<K, V, RankedMap<K, V>> implements RankedMap<K, V>, Cloneable, Serializable {
    private static final long serialVersionUID = 1;

    static {
        BTreeGraph.register(CowBTreeMap.class);
    }

    private transient BNode root;
    private transient int size;
    private transient KeyOrder<K> order;
    private final transient Ownership rights = new Ownership();
    private transient long snapshots;

    /** Whether this is the working copy of a concurrent map, which takes no nulls. */
    private final transient boolean refusesNulls;

    CowBTreeMap(BTreeState<K, V> state) {
        this(state, false);
    }

    private CowBTreeMap(BTreeState<K, V> state, boolean refusesNulls) {
        root = state.root;
        size = state.size;
        order = state.order;
        this.refusesNulls = refusesNulls;
    }

    /** A map to work on for the next version of a concurrent one. */
    static <K, V> CowBTreeMap<K, V> workingCopy(BTreeState<K, V> state) {
        return new CowBTreeMap<>(state, true);
    }

    /** Makes a map without entries, in the natural order of its keys. */
    public CowBTreeMap() {
        this((Comparator<? super K>) null);
    }

    /**
     * Makes a map without entries, in the order of a comparator.
     *
     * @param comparator the order; null for the natural order
     */
    public CowBTreeMap(@Nullable Comparator<? super K> comparator) {
        this(BTreeState.empty(KeyOrder.of(comparator)));
    }

    /**
     * Makes a map with the entries of another, in the natural order of the keys. O(1) for a map of this library in natural
     * order.
     *
     * @param map the entries
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the map or a key is null
     */
    public CowBTreeMap(Map<? extends K, ? extends V> map) {
        this(PersistentBTreeMap.<K, V>copyOf(map).state());
    }

    /**
     * Makes a map with the entries and the order of another. O(1) for a map of this library, else O(n).
     *
     * @param map the entries
     * @throws NullPointerException if the map is null
     */
    public CowBTreeMap(SortedMap<K, ? extends V> map) {
        this(PersistentBTreeMap.<K, V>copyOf(map).state());
    }

    /**
     * The present contents, frozen. O(1).
     *
     * @return an immutable map that no later write changes
     */
    @Override
    public PersistentBTreeMap<K, V> snapshot() {
        return new PersistentBTreeMap<>(frozen());
    }

    /**
     * Another mutable map with these entries; what is written to either is not seen by the other. O(1).
     *
     * @return a copy
     */
    public CowBTreeMap<K, V> copy() {
        return new CowBTreeMap<>(frozen());
    }

    /**
     * As {@link #copy}: the keys and values themselves are not cloned.
     *
     * @return a copy
     */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy must not share this map's ownership
    public CowBTreeMap<K, V> clone() {
        return copy();
    }

    /**
     * Whether the root is this map's alone: false after a {@link #snapshot}, a {@link #copy} or the start of an iteration
     * until the next write. O(1). An empty map shares nothing.
     *
     * @return whether a write would edit the root in place
     */
    public boolean isUnique() {
        return size == 0 || rights.owns(root.owner);
    }

    /**
     * Nodes that the writes of this map have copied or newly made so far.
     *
     * @return nodes
     */
    public long nodesCopied() {
        return rights.nodesCopied();
    }

    /**
     * Nodes that the writes of this map have edited in place so far.
     *
     * @return nodes
     */
    public long nodesEditedInPlace() {
        return rights.nodesEditedInPlace();
    }

    /**
     * How often the contents were frozen so far: for a {@link #snapshot}, a {@link #copy}, the snapshot of a view, as the
     * argument of a write to another map, or to be serialized.
     *
     * @return times
     */
    public long snapshots() {
        return snapshots;
    }

    /**
     * Makes some changes, as {@link PersistentBTreeMap#patch}: all, or none if one is refused or the stream throws.
     *
     * @param changes the changes; of two for one key the later counts
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the stream or a change is null, or a key is and the order cannot compare null
     * @throws IllegalStateException if called from inside a write of the same map
     */
    public void patch(Stream<? extends MapChange<? extends K, ? extends V>> changes) {
        boolean unused = apply(BTreeChanges.patch(changes, this::checkEntry));
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
            Collector<T, ?, CowBTreeMap<K, V>> toCowBTreeMap(
                    Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return BTreeCollectors.<T, K, V, CowBTreeMap<K, V>>toMap(null, key, value, null, CowBTreeMap::new);
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
            Collector<T, ?, CowBTreeMap<K, V>> toCowBTreeMap(
                    @Nullable Comparator<? super K> comparator,
                    Function<? super T, ? extends K> key,
                    Function<? super T, ? extends V> value,
                    BinaryOperator<V> merge) {
        return BTreeCollectors.<T, K, V, CowBTreeMap<K, V>>toMap(
                comparator, key, value, Checks.notNull(merge, "merge"), CowBTreeMap::new);
    }

    // ---- the policy of this face
    // ---------------------------------------------------------------------------------------

    @Override
    BTreeState<K, V> state() {
        return new BTreeState<>(root, size, order);
    }

    /** Who may edit the nodes now, for checks. */
    Ownership rights() {
        return rights;
    }

    @Override
    BTreeState<K, V> frozen() {
        BTreeState<K, V> state = state();
        rights.share();
        snapshots++;
        return state;
    }

    @Override
    RankedMap<K, V> view(BTreeRange<K> range, boolean descending) {
        return range.isAll() && !descending ? this : new BTreeSubMaps.Plain<>(this, range, descending);
    }

    @Override
    void checkKey(@Nullable Object key) {
        if (refusesNulls) {
            Checks.notNull(key, "key");
        }
    }

    @Override
    void checkEntry(@Nullable Object key, @Nullable Object value) {
        if (refusesNulls) {
            ConcurrentBTreeMap.refuseNulls(key, value);
        }
    }

    @Override
    void checkEntries(BTreeState<?, ?> entries) {
        if (refusesNulls) {
            ConcurrentBTreeMap.refuseNulls(entries);
        }
    }

    @Override
    void apply(BTreeEdit<K, V> edit) {
        if (refusesNulls) {
            edit.refuseNullValues();
        }
        rights.enter();
        try {
            edit.run(root, size, order, rights);
            // What was edited in place is shown without a call, which could overflow the stack.
            if (edit.root != root) {
                root = edit.root;
                order = edit.order;
            }
            size = edit.size;
            rights.count(edit.nodesCopied, edit.nodesEdited);
        } finally {
            rights.writer = Ownership.NOBODY;
        }
    }

    /** The bulk makes nodes under the token of this map, and touches none that the map has: an exception leaves all as it was. */
    @Override
    boolean apply(BTreeBulk<K, V> bulk) {
        rights.enter();
        try {
            BTreeState<K, V> before = state();
            BTreeState<K, V> next = bulk.run(before, rights);
            if (next == before) {
                return false;
            }
            root = next.root;
            size = next.size;
            order = next.order;
            return true;
        } finally {
            rights.writer = Ownership.NOBODY;
        }
    }

    @Override
    @Nullable
    Object iteratorStarted() {
        return rights.iteratorStarted();
    }

    @Override
    void iteratorFinished(@Nullable Object started) {
        rights.iteratorFinished((Owner) started);
    }

    // ---- serial form
    // ----------------------------------------------------------------------------------------------------

    /**
     * The serial form: comparator and entries.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new BTreeSerial(BTreeSerial.Face.COW_MAP, frozen());
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
     * Gives a key a value. O(log n): in place, without an allocation but for growth, where the path is this map's alone.
     *
     * @param key the key
     * @param value its value
     * @return the value that it had; null if there was none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order does not take null
     * @throws IllegalStateException if called from inside a write of the same map, or if the map is full
     */
    @Override
    @SuppressWarnings("unchecked") // only values of type V are ever put
    public @Nullable V put(K key, V value) {
        if (key == null || (refusesNulls && value == null)) {
            return super.put(key, value);
        }
        KeyOrder<K> probe = order.forProbe(key);
        if (probe.prefixBits == 0 || size == Integer.MAX_VALUE) {
            return super.put(key, value);
        }
        String stem = root.stem();
        long prefix = probe.prefix(key, stem);
        Object before = BTreeInPlace.NOT_HERE;
        rights.enter();
        try {
            Owner owner = rights.present();
            if (owner != null) {
                before = BTreeInPlace.put(root, probe, key, stem, prefix, value, owner, rights);
            }
        } finally {
            rights.writer = Ownership.NOBODY;
        }
        if (before == BTreeInPlace.NOT_HERE) {
            return super.put(key, value);
        }
        if (before == BTreeInPlace.ADDED) {
            size++;
            return null;
        }
        return (V) before;
    }

    /**
     * The value of a key. O(log n).
     *
     * @param key the key
     * @return the value; null if the key is absent, or has none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and the order does not take null
     */
    @Override
    @SuppressWarnings("unchecked") // only values of type V are ever put
    public @Nullable V get(@Nullable Object key) {
        return (V) BTreeSearch.get(root, order, key);
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
        return BTreeSearch.contains(root, order, key);
    }
}
