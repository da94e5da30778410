package dev.holstein.btree;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mutable sorted set that is copied and frozen in O(1): a drop-in for {@link java.util.TreeSet} with value semantics.
 *
 * <pre>{@code
 * var tags = new CowBTreeSet<>(List.of("new", "hot"));    // as new TreeSet<>(...)
 * CowBTreeSet<String> copy = tags.copy();                 // O(1)
 * for (String each : tags) {
 *     tags.remove(each);                                  // an iterator walks the version it began on
 * }
 * assert tags.isEmpty() && copy.equals(Set.of("hot", "new")) && copy.rank("new", false) == 1;
 * }</pre>
 *
 * <p>Choose it where a {@code TreeSet} is copied defensively, iterated while it is written, or handed to somebody who must
 * not see later writes. Prefer {@link ConcurrentBTreeSet} if several threads write, {@link PersistentBTreeSet} if every write
 * is to be kept as a version.
 *
 * <p><b>Cost.</b> {@code contains}, {@code add}, {@code remove}, positions and the neighbours of an element: O(log n). A write
 * edits nodes in place while they are this set's alone, and copies each node that it shares once. {@link #size},
 * {@link #snapshot}, {@link #copy}: O(1), no node is touched. Iteration: O(1) an element.
 *
 * <p><b>Snapshots.</b> Share every node with this set; what is written later is copied first. A snapshot that is dropped
 * gives back its memory, but nodes shared once stay shared for this set until it writes them.
 *
 * <p><b>Threads.</b> One at a time, or several that only read, as any {@code java.util} collection; its snapshots may go to
 * any thread. Two threads in a write at once are noticed at times ({@link java.util.ConcurrentModificationException}), and
 * never harm a snapshot that was taken before.
 *
 * <p><b>Nulls and equality.</b> A null element is refused by the natural order, and otherwise left to the comparator. Equality
 * is {@link java.util.Set#equals}.
 *
 * <p><b>Iteration.</b> Walks the version present when it began, in order, whatever is written meanwhile; it never throws
 * {@code ConcurrentModificationException}. {@code remove()} acts on the set as it is now. A write while an iterator is
 * unfinished copies what it touches, once.
 *
 * <p><b>User code.</b> Comparators, predicates and argument collections run before anything changes: if they throw, the set is
 * as it was. {@link #addAll}, {@link #removeAll}, {@link #retainAll}, {@link #removeIf} and {@link #clear} happen whole or not
 * at all.
 *
 * @implNote The keys of a {@link CowBTreeMap} whose leaves have no values.
 * @param <E> the type of the elements
 */
public final class CowBTreeSet<E extends @Nullable Object> extends BTreeSetFace<E, RankedSet<E>>
        implements RankedSet<E>, Cloneable, Serializable {
    private static final long serialVersionUID = 1;

    static {
        BTreeGraph.registerSet(CowBTreeSet.class);
    }

    private final transient CowBTreeMap<E, Object> elements;

    CowBTreeSet(CowBTreeMap<E, Object> elements) {
        super(elements);
        this.elements = elements;
    }

    /** Makes a set without elements, in their natural order. */
    public CowBTreeSet() {
        this((Comparator<? super E>) null);
    }

    /**
     * Makes a set without elements, in the order of a comparator.
     *
     * @param comparator the order; null for the natural order
     */
    public CowBTreeSet(@Nullable Comparator<? super E> comparator) {
        this(new CowBTreeMap<>(comparator));
    }

    /**
     * Makes a set with the elements of a collection, in their natural order. O(1) for a set of this library in natural order.
     *
     * @param elements the elements
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the collection or an element is null
     */
    public CowBTreeSet(Collection<? extends E> elements) {
        this(PersistentBTreeSet.<E>copyOf(elements).mutableCopy().elements);
    }

    /**
     * Makes a set with the elements and the order of another. O(1) for a set of this library, else O(n).
     *
     * @param elements the elements
     * @throws NullPointerException if the set is null
     */
    public CowBTreeSet(SortedSet<E> elements) {
        this(PersistentBTreeSet.copyOf(elements).mutableCopy().elements);
    }

    /**
     * The present elements, frozen. O(1).
     *
     * @return an immutable set that no later write changes
     */
    @Override
    public PersistentBTreeSet<E> snapshot() {
        return new PersistentBTreeSet<>(elements.snapshot());
    }

    /**
     * Another mutable set with these elements; what is written to either is not seen by the other. O(1).
     *
     * @return a copy
     */
    public CowBTreeSet<E> copy() {
        return new CowBTreeSet<>(elements.copy());
    }

    /**
     * As {@link #copy}: the elements themselves are not cloned.
     *
     * @return a copy
     */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy must not share this set's ownership
    public CowBTreeSet<E> clone() {
        return copy();
    }

    /**
     * Whether the root is this set's alone: false after a {@link #snapshot}, a {@link #copy} or the start of an iteration
     * until the next write. O(1). An empty set shares nothing.
     *
     * @return whether a write would edit the root in place
     */
    public boolean isUnique() {
        return elements.isUnique();
    }

    /**
     * Nodes that the writes of this set have copied or newly made so far.
     *
     * @return nodes
     */
    public long nodesCopied() {
        return elements.nodesCopied();
    }

    /**
     * Nodes that the writes of this set have edited in place so far.
     *
     * @return nodes
     */
    public long nodesEditedInPlace() {
        return elements.nodesEditedInPlace();
    }

    /**
     * How often the elements were frozen so far, as {@link CowBTreeMap#snapshots}.
     *
     * @return times
     */
    public long snapshots() {
        return elements.snapshots();
    }

    /**
     * Makes some changes, as {@link PersistentBTreeSet#patch}: all, or none if one is refused or the stream throws.
     *
     * @param changes the changes; of two for one element the later counts
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the stream or a change is null, or an element is and the order cannot compare null
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
    public static <E extends Comparable<? super E>> Collector<E, ?, CowBTreeSet<E>> toCowBTreeSet() {
        return toCowBTreeSet(null);
    }

    /**
     * A collector into a set; O(n) for elements that come in order, else O(n log n). Of equal ones the first stays.
     *
     * @param <E> the type of the elements
     * @param comparator the order; null for the natural order
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, CowBTreeSet<E>> toCowBTreeSet(
            @Nullable Comparator<? super E> comparator) {
        return BTreeCollectors.<E, CowBTreeSet<E>>toSet(
                comparator, state -> new CowBTreeSet<>(new CowBTreeMap<>(state)));
    }

    /** The map whose keys are the elements. */
    CowBTreeMap<E, Object> elements() {
        return elements;
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
        return new BTreeSerial(BTreeSerial.Face.COW_SET, elements.frozen());
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
