package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Groups;
import dev.holstein.core.Versions;
import dev.holstein.cow.Updatable;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set for many threads whose readers never lock, spin or retry, and whose every view, iterator and snapshot is of one
 * moment: a drop-in for {@link java.util.concurrent.ConcurrentSkipListSet} that cannot be read torn.
 *
 * <pre>{@code
 * var online = new ConcurrentBTreeSet<>(Set.of("ann", "bob"));
 * PersistentBTreeSet<String> before = online.snapshot();      // one volatile read
 * online.update(copy -> {                                     // two changes, one version
 *     copy.remove("ann");
 *     copy.add("cy");
 * });
 * assert before.equals(Set.of("ann", "bob")) && online.equals(Set.of("bob", "cy"));
 * }</pre>
 *
 * <p>Choose it where readers need the whole of the set to agree while writers go on. Prefer {@link CowBTreeSet} in one thread.
 * With many writers and no reader that looks at more than one element, a hash set made for concurrent writes does more.
 *
 * <p><b>Cost.</b> {@code contains}, positions and the neighbours of an element: one volatile read and O(log n). A write copies
 * one path and publishes it with one volatile write. {@link #size}, {@link #snapshot}: one volatile read. Iteration: O(1) an
 * element. {@link #addAll}, {@link #removeAll}, {@link #retainAll}, {@link #removeIf}, {@link #clear} and {@link #update}: one
 * version.
 *
 * <p><b>Snapshots.</b> {@link #snapshot} allocates its handle and nothing else. A snapshot keeps alive the nodes that writes
 * have replaced since, until it is dropped.
 *
 * <p><b>Threads.</b> Any. What a thread did before a write is visible to every thread that sees the write. Writers exclude one
 * another; no reader waits for a writer, nor a writer for a reader.
 *
 * <p><b>Nulls and equality.</b> No element may be null. Equality is {@link java.util.Set#equals}, of one moment of this set.
 *
 * <p><b>Iteration.</b> Walks the version present when it began, in order. {@code remove()} acts on the set as it is now,
 * atomically.
 *
 * <p><b>User code.</b> Comparators, functions and argument collections run before anything is published: if they throw, the
 * set is as it was. All of them run in the writer's turn: one that stands still delays all other writers, and no reader. One that
 * writes to this set is refused with {@link IllegalStateException}.
 *
 * @implNote The keys of a {@link ConcurrentBTreeMap} whose leaves have no values.
 * @param <E> the type of the elements
 */
public final class ConcurrentBTreeSet<E> extends BTreeSetFace<E, RankedSet<E>>
        implements RankedSet<E>, Updatable<CowBTreeSet<E>>, Cloneable, Serializable {
    private static final long serialVersionUID = 1;

    static {
        BTreeGraph.registerSet(ConcurrentBTreeSet.class);
        Groups.register(ConcurrentBTreeSet.class, new AsMember());
    }

    private final transient ConcurrentBTreeMap<E, Object> elements;

    ConcurrentBTreeSet(ConcurrentBTreeMap<E, Object> elements) {
        super(elements);
        this.elements = elements;
    }

    /** Makes a set without elements, in their natural order. */
    public ConcurrentBTreeSet() {
        this((Comparator<? super E>) null);
    }

    /**
     * Makes a set without elements, in the order of a comparator.
     *
     * @param comparator the order; null for the natural order
     */
    public ConcurrentBTreeSet(@Nullable Comparator<? super E> comparator) {
        this(new ConcurrentBTreeMap<>(comparator));
    }

    /**
     * Makes a set with the elements of a collection, in their natural order. All nodes of a set of this library in natural order
     * are shared, after one pass that looks for null.
     *
     * @param elements the elements
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the collection or an element is null
     */
    public ConcurrentBTreeSet(Collection<? extends E> elements) {
        this(PersistentBTreeSet.<E>copyOf(elements));
    }

    /**
     * Makes a set with the elements and the order of another. O(n); all nodes of a set of this library are shared.
     *
     * @param elements the elements
     * @throws NullPointerException if the set or an element is null
     */
    public ConcurrentBTreeSet(SortedSet<E> elements) {
        this(PersistentBTreeSet.copyOf(elements));
    }

    private ConcurrentBTreeSet(PersistentBTreeSet<E> elements) {
        this(checked(elements.map.state()));
    }

    @SuppressWarnings("unchecked") // a set has no values
    private static <E> ConcurrentBTreeMap<E, Object> checked(BTreeState<E, ?> state) {
        ConcurrentBTreeMap.refuseNulls(state);
        return new ConcurrentBTreeMap<>((BTreeState<E, Object>) state);
    }

    /**
     * The present elements, frozen: one volatile read. O(1).
     *
     * @return an immutable set that no later write changes
     */
    @Override
    public PersistentBTreeSet<E> snapshot() {
        return new PersistentBTreeSet<>(elements.snapshot());
    }

    /**
     * Makes several changes as one version: a reader sees all of them or none.
     *
     * @param edit makes the changes on a mutable copy of the present elements (O(1), it copies what it writes), called exactly
     *     once, while no other writer is at work; if it throws, nothing has changed. It may read this set, not write it. The copy
     *     may be kept: what is written to it later is not seen here
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws NullPointerException if the function is null
     */
    @Override
    public void update(Consumer<? super CowBTreeSet<E>> edit) {
        Checks.notNull(edit, "edit");
        elements.update(copy -> edit.accept(new CowBTreeSet<>(copy)));
    }

    /**
     * Replaces the elements if they are still those of a snapshot, as {@link ConcurrentBTreeMap#compareAndSet}.
     *
     * @param expected a snapshot of this set, by identity of its version, not by its elements
     * @param next the new elements, in the same order
     * @return whether they were replaced
     * @throws IllegalArgumentException if the new elements are in another order
     * @throws IllegalStateException if called from inside a write of the same set
     * @throws NullPointerException if an argument, or a new element, is null
     */
    public boolean compareAndSet(PersistentBTreeSet<E> expected, PersistentBTreeSet<E> next) {
        return elements.compareAndSet(
                Checks.notNull(expected, "expected").elements(),
                Checks.notNull(next, "next").elements());
    }

    /**
     * Another concurrent set with the present elements; what is written to either is not seen by the other. The elements
     * themselves are not cloned. O(1).
     *
     * @return a copy
     */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy needs a cell and a lock of its own
    public ConcurrentBTreeSet<E> clone() {
        return new ConcurrentBTreeSet<>(elements.clone());
    }

    /**
     * Nodes that the writes of this set have copied or newly made so far. Waits for a write in progress.
     *
     * @return nodes
     */
    public long nodesCopied() {
        return elements.nodesCopied();
    }

    /**
     * Nodes that functions given to {@link #update} have edited in place so far. Waits for a write in progress.
     *
     * @return nodes
     */
    public long nodesEditedInPlace() {
        return elements.nodesEditedInPlace();
    }

    /**
     * How often the elements were frozen so far, as {@link ConcurrentBTreeMap#snapshots}.
     *
     * @return times
     */
    public long snapshots() {
        return elements.snapshots();
    }

    /**
     * Makes some changes as one version, as {@link PersistentBTreeSet#patch}: all, or none if one is refused or the stream throws.
     *
     * @param changes the changes; of two for one element the later counts
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the stream, a change or an element is null
     * @throws IllegalStateException if called from inside a write of the same set
     */
    public void patch(Stream<? extends SetChange<? extends E>> changes) {
        boolean unused = elements.apply(BTreeChanges.patchOfSet(changes, elements::checkEntry));
    }

    /**
     * A collector into a set, in the natural order; O(n) for elements that come in order, else O(n log n).
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends Comparable<? super E>> Collector<E, ?, ConcurrentBTreeSet<E>> toConcurrentBTreeSet() {
        return toConcurrentBTreeSet(null);
    }

    /**
     * A collector into a set; O(n) for elements that come in order, else O(n log n). Of equal ones the first stays.
     *
     * @param <E> the type of the elements
     * @param comparator the order; null for the natural order
     * @return the collector
     */
    public static <E> Collector<E, ?, ConcurrentBTreeSet<E>> toConcurrentBTreeSet(
            @Nullable Comparator<? super E> comparator) {
        return BTreeCollectors.<E, ConcurrentBTreeSet<E>>toSet(
                comparator, state -> new ConcurrentBTreeSet<>(checked(state)));
    }

    // ---- as a member of groups
    // -----------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked") // each face is asked about its own versions
    private static final class AsMember implements Groups.Member<Object> {
        @Override
        public Versions<?> versions(Object face) {
            return ((ConcurrentBTreeSet<?>) face).elements.versions();
        }

        @Override
        public Object snapshot(Object state) {
            return new PersistentBTreeSet<>(new PersistentBTreeMap<>((BTreeState<Object, Object>) state));
        }

        @Override
        public Object workingCopy(Object state) {
            return new CowBTreeSet<>(CowBTreeMap.workingCopy((BTreeState<Object, Object>) state));
        }

        @Override
        public Object next(Object face, Object before, Object workingCopy) {
            return ((ConcurrentBTreeSet<Object>) face)
                    .elements.finished(
                            (BTreeState<Object, Object>) before, ((CowBTreeSet<Object>) workingCopy).elements());
        }
    }

    @Override
    RankedSet<E> over(BTreeView<E, ?, ?> view) {
        return view.isWhole() ? this : new BTreeSubSet<>(this, view);
    }

    /**
     * The serial form: comparator and elements.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new BTreeSerial(BTreeSerial.Face.CONCURRENT_SET, elements.state());
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
}
