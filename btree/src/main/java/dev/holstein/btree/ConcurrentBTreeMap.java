package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Groups;
import dev.holstein.core.Ownership;
import dev.holstein.core.Versions;
import dev.holstein.cow.Updatable;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map for many threads whose readers never lock, spin or retry, and whose every view, iterator and snapshot is of one
 * moment: a drop-in for {@link java.util.concurrent.ConcurrentSkipListMap} that cannot be read torn.
 *
 * <pre>{@code
 * var accounts = new ConcurrentBTreeMap<String, Long>(Map.of("ann", 10L, "bob", 0L));
 * accounts.update(copy -> {                                 // two changes, one version
 *     copy.merge("ann", -5L, Long::sum);
 *     copy.merge("bob", 5L, Long::sum);
 * });
 * PersistentBTreeMap<String, Long> now = accounts.snapshot();       // one volatile read
 * accounts.remove("bob");
 * assert now.values().stream().mapToLong(Long::longValue).sum() == 10;   // no half of a transfer, now or later
 * }</pre>
 *
 * <p>Choose it where readers need the whole of the map to agree (sums, exports, ranges, reports) while writers go on. Prefer
 * {@link CowBTreeMap} in one thread. With many writers and no reader that looks at more than one key, a hash map made for
 * concurrent writes does more.
 *
 * <p><b>Cost.</b> {@code get} and the neighbours of a key: one volatile read and O(log n). A write copies one path and
 * publishes it with one volatile write: O(log n) nodes, whatever the number of readers (twice that in a map of 65,536 entries or more if
 * another writer comes first). {@link #size}, {@link #snapshot}: one
 * volatile read. Iteration: O(1) an entry. {@link #putAll}, {@link #replaceAll}, {@link #clear}, and {@code removeIf} of
 * its collections: one version.
 *
 * <p><b>Snapshots.</b> {@link #snapshot} allocates its handle and nothing else. A snapshot keeps alive the nodes that writes
 * have replaced since, until it is dropped.
 *
 * <p><b>Threads.</b> Any. What a thread did before a write is visible to every thread that sees the write. Reads and writes
 * of two maps together are sequentially consistent. Writers exclude one another (a fair share is not promised); no reader
 * waits for a writer, nor a writer for a reader, however long an iteration takes.
 *
 * <p><b>Nulls and equality.</b> Neither keys nor values may be null. Equality is {@link Map#equals}, of one moment of this map.
 *
 * <p><b>Iteration.</b> Walks the version present when it began, in order. Whoever asks for the size first and iterates
 * afterwards asks twice: give {@code map.snapshot()} to constructors that do, such as {@link
 * java.util.TreeMap#TreeMap(SortedMap)}. {@code remove()} and {@code setValue} act on the map
 * as it is now, each atomically: an entry that is gone is not brought back.
 *
 * <p><b>User code.</b> Comparators, functions and argument collections run before anything is published: if they throw, the
 * map is as it was. {@code compute}, {@code merge} and their kin call the function exactly once, and no other writer comes
 * between; keep it short. Argument collections and streams are read in the writer's turn too: one that stands still delays all
 * other writers, and no reader. A function that writes to this map is refused with {@link IllegalStateException}; functions of two maps that
 * each write to the other map can wait for each other for ever, as with any map that locks.
 *
 * @implNote A B+tree with up to 64 entries a leaf and 64 children an inner node behind one volatile field; one writer at a
 *     time publishes, readers on the root they found, after Chu, <cite>MDB: A Memory-Mapped Database and Backend for OpenLDAP</cite> (2011).
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class ConcurrentBTreeMap<K, V> extends BTreeFace<K, V, ConcurrentRankedMap<K, V>>
        implements ConcurrentRankedMap<K, V>, Updatable<CowBTreeMap<K, V>>, Cloneable, Serializable {
    private static final long serialVersionUID = 1;

    /**
     * From so many entries on a writer makes its version before it takes its turn. A path through fewer is in the processor's caches
     * anyway, and what is made in vain costs more than it saves.
     */
    private static final int WORTH_WORK_AHEAD = Integer.getInteger("dev.holstein.btree.workAheadFrom", 1 << 16);

    static {
        BTreeGraph.register(ConcurrentBTreeMap.class);
        Groups.register(ConcurrentBTreeMap.class, new AsMember());
    }

    private final transient Versions<BTreeState<K, V>> published;

    /** That of the versions, at hand. */
    private final transient Ownership rights;

    private final transient LongAdder snapshots = new LongAdder();

    ConcurrentBTreeMap(BTreeState<K, V> state) {
        published = new Versions<>(state);
        rights = published.rights;
    }

    /** Makes a map without entries, in the natural order of its keys. */
    public ConcurrentBTreeMap() {
        this((Comparator<? super K>) null);
    }

    /**
     * Makes a map without entries, in the order of a comparator.
     *
     * @param comparator the order; null for the natural order
     */
    public ConcurrentBTreeMap(@Nullable Comparator<? super K> comparator) {
        this(BTreeState.empty(KeyOrder.of(comparator)));
    }

    /**
     * Makes a map with the entries of another, in the natural order of the keys. All nodes of a map of this library in natural
     * order are shared, after one pass that looks for null values.
     *
     * @param map the entries
     * @throws ClassCastException if two keys cannot be compared
     * @throws NullPointerException if the map, a key or a value is null
     */
    public ConcurrentBTreeMap(Map<? extends K, ? extends V> map) {
        this(withoutNulls(PersistentBTreeMap.<K, V>copyOf(map)));
    }

    /**
     * Makes a map with the entries and the order of another. O(n); all nodes of a map of this library are shared.
     *
     * @param map the entries
     * @throws NullPointerException if the map, a key or a value is null
     */
    public ConcurrentBTreeMap(SortedMap<K, ? extends V> map) {
        this(withoutNulls(PersistentBTreeMap.<K, V>copyOf(map)));
    }

    private static <K, V> BTreeState<K, V> withoutNulls(PersistentBTreeMap<K, V> map) {
        refuseNulls(map.state());
        return map.state();
    }

    static void refuseNulls(BTreeState<?, ?> entries) {
        BTreeCursor cursor = new BTreeCursor(entries.root, 0, entries.size, false);
        while (cursor.advance()) {
            refuseNulls(cursor.key(), cursor.value());
        }
    }

    static void refuseNulls(@Nullable Object key, @Nullable Object value) {
        Checks.notNull(key, "key");
        Checks.notNull(value, "value");
    }

    /**
     * The present contents, frozen: one volatile read. O(1).
     *
     * @return an immutable map that no later write changes
     */
    @Override
    public PersistentBTreeMap<K, V> snapshot() {
        return new PersistentBTreeMap<>(frozen());
    }

    /**
     * Makes several changes as one version: a reader sees all of them or none.
     *
     * @param edit makes the changes on a mutable copy of the present contents (O(1), it copies what it writes), called exactly
     *     once, while no other writer is at work; if it throws, nothing has changed. It may read this map, not write it. The copy
     *     may be kept: what is written to it later is not seen here
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws NullPointerException if the function is null
     */
    @Override
    public void update(Consumer<? super CowBTreeMap<K, V>> edit) {
        Checks.notNull(edit, "edit");
        synchronized (rights) {
            rights.enter();
            try {
                BTreeState<K, V> before = published.get();
                CowBTreeMap<K, V> copy = CowBTreeMap.workingCopy(before);
                edit.accept(copy);
                BTreeState<K, V> next = finished(before, copy);
                if (next != before) {
                    published.set(next);
                }
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    /** What a working copy has become; from here on it copies what it writes. */
    BTreeState<K, V> finished(BTreeState<K, V> before, CowBTreeMap<K, V> copy) {
        BTreeState<K, V> next = copy.frozen();
        rights.count(copy.rights());
        return next.root == before.root && next.size == before.size ? before : next;
    }

    /**
     * Replaces the contents if they are still those of a snapshot: for work that is done outside of any turn, and tried again if
     * another writer came first. O(k log n) for k entries that differ, which are searched for nulls.
     *
     * @param expected a snapshot of this map, by identity of its version, not by its entries; to replace the contents again, take
     *     a new one, for {@code next} itself is none
     * @param next the new contents, in the same order
     * @return whether they were replaced
     * @throws IllegalArgumentException if the new contents are in another order
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws NullPointerException if an argument, or a key or value of the new contents, is null
     */
    public boolean compareAndSet(PersistentBTreeMap<K, V> expected, PersistentBTreeMap<K, V> next) {
        BTreeState<K, V> before = Checks.notNull(expected, "expected").state();
        BTreeState<K, V> after = Checks.notNull(next, "next").state();
        if (!before.order.sameAs(after.order.comparator())) {
            throw new IllegalArgumentException(
                    "the new contents are in another order: " + after.order + ", not " + before.order);
        }
        refuseNullsBeside(before, after);
        synchronized (rights) {
            rights.enter();
            try {
                if (published.get() != before) {
                    return false;
                }
                published.set(new BTreeState<>(after.root, after.size, after.order));
                return true;
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    /** Not by {@code diff}: keys and values that are equal need not both be without null. */
    private static void refuseNullsBeside(BTreeState<?, ?> before, BTreeState<?, ?> after) {
        BTreePairs pairs = new BTreePairs(before, after);
        pairs.singly = true;
        for (BTreePairs.Met met = pairs.advance(); met != BTreePairs.Met.END; met = pairs.advance()) {
            if (met == BTreePairs.Met.BOTH) {
                refuseNulls(pairs.rightLeaf.keys[pairs.rightSlot], pairs.rightLeaf.valueAt(pairs.rightSlot));
            } else if (met == BTreePairs.Met.RIGHT) {
                BTreeCursor piece = pairs.piece();
                while (piece.advance()) {
                    refuseNulls(piece.key(), piece.value());
                }
            }
        }
    }

    /**
     * Makes some changes as one version, as {@link PersistentBTreeMap#patch}: all, or none if one is refused or the stream throws.
     *
     * @param changes the changes; of two for one key the later counts
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the stream, a change, a key or a value is null
     * @throws IllegalStateException if called from inside a write of the same map
     */
    public void patch(Stream<? extends MapChange<? extends K, ? extends V>> changes) {
        boolean unused = apply(BTreeChanges.patch(changes, ConcurrentBTreeMap::refuseNulls));
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
    public static <T, K extends Comparable<? super K>, V>
            Collector<T, ?, ConcurrentBTreeMap<K, V>> toConcurrentBTreeMap(
                    Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return BTreeCollectors.<T, K, V, ConcurrentBTreeMap<K, V>>toMap(
                null, key, value, null, ConcurrentBTreeMap::checked);
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
    public static <T, K, V> Collector<T, ?, ConcurrentBTreeMap<K, V>> toConcurrentBTreeMap(
            @Nullable Comparator<? super K> comparator,
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends V> value,
            BinaryOperator<V> merge) {
        return BTreeCollectors.<T, K, V, ConcurrentBTreeMap<K, V>>toMap(
                comparator, key, value, Checks.notNull(merge, "merge"), ConcurrentBTreeMap::checked);
    }

    private static <K, V> ConcurrentBTreeMap<K, V> checked(BTreeState<K, V> state) {
        refuseNulls(state);
        return new ConcurrentBTreeMap<>(state);
    }

    /**
     * Another concurrent map with the present entries; what is written to either is not seen by the other. The keys and values
     * themselves are not cloned. O(1).
     *
     * @return a copy
     */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy needs a cell and a lock of its own
    public ConcurrentBTreeMap<K, V> clone() {
        return new ConcurrentBTreeMap<>(published.get());
    }

    /**
     * Nodes that the writes of this map have copied or newly made so far. Waits for a write in progress.
     *
     * @return nodes
     */
    public long nodesCopied() {
        synchronized (rights) {
            return rights.nodesCopied();
        }
    }

    /**
     * Nodes that functions given to {@link #update} have edited in place so far: those that they had copied before. Waits for a
     * write in progress.
     *
     * @return nodes
     */
    public long nodesEditedInPlace() {
        synchronized (rights) {
            return rights.nodesEditedInPlace();
        }
    }

    /**
     * How often the contents were frozen so far: for a {@link #snapshot}, the snapshot of a view, or as the argument of a write
     * to another map.
     *
     * @return times
     */
    public long snapshots() {
        return snapshots.sum();
    }

    // ---- as a member of groups
    // -----------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked") // each face is asked about its own versions
    private static final class AsMember implements Groups.Member<Object> {
        @Override
        public Versions<?> versions(Object face) {
            return ((ConcurrentBTreeMap<?, ?>) face).published;
        }

        @Override
        public Object snapshot(Object state) {
            return new PersistentBTreeMap<>((BTreeState<?, ?>) state);
        }

        @Override
        public Object workingCopy(Object state) {
            return CowBTreeMap.workingCopy((BTreeState<?, ?>) state);
        }

        @Override
        public Object next(Object face, Object before, Object workingCopy) {
            return ((ConcurrentBTreeMap<Object, Object>) face)
                    .finished((BTreeState<Object, Object>) before, (CowBTreeMap<Object, Object>) workingCopy);
        }
    }

    /** Where the versions are, for a set whose elements are the keys of this map. */
    Versions<?> versions() {
        return published;
    }

    // ---- the policy of this face
    // ---------------------------------------------------------------------------------------

    @Override
    BTreeState<K, V> state() {
        return published.get();
    }

    @Override
    BTreeState<K, V> frozen() {
        snapshots.increment();
        return published.get();
    }

    @Override
    ConcurrentRankedMap<K, V> view(BTreeRange<K> range, boolean descending) {
        return range.isAll() && !descending ? this : new BTreeSubMaps.Concurrent<>(this, range, descending);
    }

    @Override
    boolean equalsBothWays() {
        return true;
    }

    @Override
    int characteristics() {
        return Spliterator.NONNULL;
    }

    @Override
    void checkKey(@Nullable Object key) {
        Checks.notNull(key, "key");
    }

    @Override
    void checkEntry(@Nullable Object key, @Nullable Object value) {
        refuseNulls(key, value);
    }

    @Override
    void checkEntries(BTreeState<?, ?> entries) {
        refuseNulls(entries);
    }

    @Override
    void checkValue(@Nullable Object value) {
        Checks.notNull(value, "value");
    }

    @Override
    void apply(BTreeEdit<K, V> edit) {
        edit.refuseNullValues();
        BTreeState<K, V> seen = published.get();
        boolean isAhead = seen.size >= WORTH_WORK_AHEAD && edit.mayRepeat(seen.order);
        if (isAhead) {
            edit.run(seen.root, seen.size, seen.order, Ownership.PERSISTENT);
        }
        synchronized (rights) {
            rights.enter();
            try {
                BTreeState<K, V> state = published.get();
                if (isAhead && state != seen) { // another writer came first: its way is the same but for the last steps
                    edit.reset();
                }
                if (!isAhead || state != seen) {
                    edit.run(state.root, state.size, state.order, rights);
                }
                if (edit.changes(state)) {
                    rights.count(edit.nodesCopied, edit.nodesEdited);
                    published.set(new BTreeState<>(edit.root, edit.size, edit.order()));
                }
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    @Override
    boolean apply(BTreeBulk<K, V> bulk) {
        synchronized (rights) {
            rights.enter();
            try {
                BTreeState<K, V> state = published.get();
                BTreeState<K, V> next = bulk.run(state, rights);
                if (next == state) {
                    return false;
                }
                // a new object even for the version of another map: one that was replaced must not come back
                published.set(new BTreeState<>(next.root, next.size, next.order));
                return true;
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    // ---- serial form
    // ----------------------------------------------------------------------------------------------------

    /**
     * The serial form: comparator and entries.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new BTreeSerial(BTreeSerial.Face.CONCURRENT_MAP, published.get());
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
     * @throws NullPointerException if the key is null
     */
    @Override
    public @Nullable V get(@Nullable Object key) {
        return valueOf(published.get(), Checks.notNull(key, "key"));
    }

    /**
     * Whether a key is present. O(log n).
     *
     * @param key the key
     * @return whether it is
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null
     */
    @Override
    public boolean containsKey(@Nullable Object key) {
        return isPresent(published.get(), Checks.notNull(key, "key"));
    }
}
