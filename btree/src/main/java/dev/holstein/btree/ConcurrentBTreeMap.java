package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Ownership;
import dev.holstein.core.Published;
import dev.holstein.cow.Snapshottable;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentNavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map for many threads whose readers never lock, spin or retry, and whose every view, iterator and snapshot is of one
 * moment: a drop-in for {@link java.util.concurrent.ConcurrentSkipListMap} that cannot be read torn.
 *
 * <p>Choose it where readers need the whole of the map to agree (sums, exports, ranges, reports) while writers go on. Prefer
 * {@link CowBTreeMap} in one thread. With many writers and no reader that looks at more than one key, a hash map made for
 * concurrent writes does more.
 *
 * <p><b>Cost.</b> {@code get} and the neighbours of a key: one volatile read and O(log n). A write copies one path and
 * publishes it with one volatile write: O(log n) nodes, whatever the number of readers. {@link #size}, {@link #snapshot}: one
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
 * between; keep it short. One that writes to this map is refused with {@link IllegalStateException}; functions of two maps that
 * each write to the other map can wait for each other for ever, as with any map that locks.
 *
 * @implNote A B+tree with up to 64 entries a leaf and 32 children an inner node behind one volatile field; one writer at a
 *     time, readers on the root they found, after Chu, <cite>MDB: A Memory-Mapped Database and Backend for OpenLDAP</cite> (2011).
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class ConcurrentBTreeMap<K, V> extends BTreeFace<K, V, ConcurrentNavigableMap<K, V>>
        implements ConcurrentNavigableMap<K, V>, Snapshottable<PersistentBTreeMap<K, V>>, Cloneable {
    static {
        BTreeGraph.register(ConcurrentBTreeMap.class);
    }

    private final Published<BTreeState<K, V>> published;

    /**
     * Counts, refuses recursion, and is the monitor that writers take turns by. A monitor, not a {@code ReentrantLock}: the JVM
     * leaves it by itself when the stack has overflowed, where {@code unlock()} is one more call that does.
     */
    private final Ownership rights = Ownership.ofConcurrent();

    private ConcurrentBTreeMap(BTreeState<K, V> state) {
        published = new Published<>(state);
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
        map.forEach(ConcurrentBTreeMap::refuseNulls);
        return map.state();
    }

    private static void refuseNulls(@Nullable Object key, @Nullable Object value) {
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
        return new PersistentBTreeMap<>(published.get());
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

    // ---- the policy of this face
    // ---------------------------------------------------------------------------------------

    @Override
    BTreeState<K, V> state() {
        return published.get();
    }

    @Override
    ConcurrentNavigableMap<K, V> view(BTreeRange<K> range, boolean descending) {
        return range.isAll() && !descending ? this : new BTreeSubMap.Concurrent<>(this, range, descending);
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
    void checkValue(@Nullable Object value) {
        Checks.notNull(value, "value");
    }

    @Override
    void apply(BTreeEdit<K, V> edit) {
        if (edit.kind.takesValue) {
            Checks.notNull(edit.value(), "value");
        }
        if (edit.kind == BTreeEdit.Kind.REPLACE_EXPECTED) {
            Checks.notNull(edit.argument(), "oldValue");
        }
        synchronized (rights) {
            rights.enter();
            try {
                BTreeState<K, V> state = published.get();
                edit.run(state.root, state.size, state.order, rights);
                if (edit.changes(state)) {
                    rights.count(edit.nodesCopied, edit.nodesEdited);
                    published.set(new BTreeState<>(edit.root(), edit.size(), edit.order()));
                }
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    @Override
    void apply(BTreeBulk<K, V> bulk) {
        synchronized (rights) {
            rights.enter();
            try {
                BTreeState<K, V> state = published.get();
                Ownership ofBulk = new Ownership();
                BTreeState<K, V> next = bulk.run(state, ofBulk);
                if (next != state) {
                    rights.count(ofBulk);
                    published.set(next);
                }
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    // ---- hot paths
    // -----------------------------------------------------------------------------------------------------

    @Override
    public @Nullable V get(@Nullable Object key) {
        return valueOf(published.get(), Checks.notNull(key, "key"));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return isPresent(published.get(), Checks.notNull(key, "key"));
    }
}
