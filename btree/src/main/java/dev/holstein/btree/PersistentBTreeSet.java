package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set: a write answers a new version that shares all nodes but those on one path.
 *
 * <pre>{@code
 * PersistentBTreeSet<String> mine = PersistentBTreeSet.of("a", "b", "c");
 * PersistentBTreeSet<String> yours = mine.plus("d").minus("a");     // new versions; mine stays as it was
 * assert mine.difference(yours).equals(Set.of("a"));
 * assert mine.union(yours).elementAt(3).equals("d");
 * assert mine.plus("b") == mine;                                    // nothing to do: the same version
 * }</pre>
 *
 * <p>Choose it for values that are passed around, kept as history, or read by many threads. Prefer {@link CowBTreeSet} to
 * build or change much in one thread ({@link #mutableCopy} is O(1), and so is its {@link CowBTreeSet#snapshot} back), and
 * {@link ConcurrentBTreeSet} for one set that several threads write.
 *
 * <p>It implements the read side of {@link NavigableSet}; every mutator of {@code java.util} throws
 * {@link UnsupportedOperationException} and names the persistent method to use.
 *
 * <p><b>Cost.</b> {@code contains}, {@code plus}, {@code minus}, positions and the neighbours of an element: O(log n). A write
 * copies at most as many nodes as the tree is high and those of a split; one without effect answers {@code this}.
 * {@link #size}, {@link #snapshot}, {@link #mutableCopy}: O(1). {@link #union} and its kin reuse whole subtrees. Iteration:
 * O(1) an element.
 *
 * <p><b>Snapshots.</b> A version is its own snapshot.
 *
 * <p><b>Threads.</b> Any, without synchronization: a version handed over through a data race is complete (its only way to
 * its nodes is a final field).
 *
 * <p><b>Nulls and equality.</b> A null element is refused by the natural order, and otherwise left to the comparator. Two sets
 * are equal by the rules of {@link java.util.Set#equals}.
 *
 * <p><b>Iteration.</b> In ascending order; no iterator ever fails.
 *
 * @implNote The keys of a {@link PersistentBTreeMap} whose leaves have no values.
 * @param <E> the type of the elements
 */
public final class PersistentBTreeSet<E extends @Nullable Object> extends BTreeSetFace<E, RankedSet<E>>
        implements RankedSet<E>, Serializable {
    private static final long serialVersionUID = 1;

    static {
        BTreeGraph.registerSet(PersistentBTreeSet.class);
    }

    private static final PersistentBTreeSet<?> EMPTY = new PersistentBTreeSet<>(PersistentBTreeMap.empty(null));

    private final transient PersistentBTreeMap<E, Object> elements;

    PersistentBTreeSet(PersistentBTreeMap<E, Object> elements) {
        super(elements);
        this.elements = elements;
    }

    /** What a set or view shows now, in its order. */
    @SuppressWarnings("unchecked") // a set has no values
    static <E extends @Nullable Object> PersistentBTreeSet<E> frozen(BTreeReads<E, ?, ?> view) {
        return new PersistentBTreeSet<>(PersistentBTreeMap.frozen((BTreeReads<E, Object, ?>) view));
    }

    @SuppressWarnings("ReferenceEquality") // the very version, not an equal one
    private PersistentBTreeSet<E> version(PersistentBTreeMap<E, Object> next) {
        return next == elements ? this : new PersistentBTreeSet<>(next);
    }

    @SuppressWarnings("ReferenceEquality") // the very version, not an equal one
    private PersistentBTreeSet<E> version(PersistentBTreeMap<E, Object> next, PersistentBTreeSet<E> other) {
        return next == other.elements ? other : version(next);
    }

    // ---- making one
    // ----------------------------------------------------------------------------------------------------

    /**
     * The set without elements, in their natural order.
     *
     * @param <E> the type of the elements
     * @return the one empty set
     */
    @SuppressWarnings("unchecked") // it holds nothing of that type
    public static <E extends Comparable<? super E>> PersistentBTreeSet<E> empty() {
        return (PersistentBTreeSet<E>) EMPTY;
    }

    /**
     * A set without elements, in the order of a comparator.
     *
     * @param <E> the type of the elements
     * @param comparator the order; null for the natural order
     * @return an empty set
     */
    public static <E extends @Nullable Object> PersistentBTreeSet<E> empty(@Nullable Comparator<? super E> comparator) {
        return new PersistentBTreeSet<>(PersistentBTreeMap.empty(comparator));
    }

    /**
     * A set of some elements, in their natural order; of equal ones the first stays. O(m log m).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the set
     * @throws NullPointerException if an element is null
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E extends Comparable<? super E>> PersistentBTreeSet<E> of(E... elements) {
        return PersistentBTreeSet.<E>empty().plusAll(Arrays.asList(elements));
    }

    /**
     * A set with the elements of a collection, in their natural order. Use {@link #copyOf(SortedSet)} to keep an order. O(1) for
     * a set of this library in natural order, O(n) for elements that come in order, else O(n log n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the set; the argument itself if it is one already
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the collection or an element is null
     */
    public static <E extends @Nullable Object> PersistentBTreeSet<E> copyOf(Collection<? extends E> elements) {
        return PersistentBTreeSet.<E>empty(null).plusAll(elements);
    }

    /**
     * A set with the elements and the order of another. O(1) for a set of this library, else O(n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the set; the argument itself if it is one already
     * @throws NullPointerException if the set is null
     */
    public static <E extends @Nullable Object> PersistentBTreeSet<E> copyOf(SortedSet<E> elements) {
        return PersistentBTreeSet.<E>empty(Checks.notNull(elements, "elements").comparator())
                .plusAll(elements);
    }

    /**
     * A set of elements that come in strictly ascending order, built in O(n) with full nodes.
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the set
     * @throws IllegalArgumentException if one is not above the one before it; the message names both and the position
     */
    public static <E extends Comparable<? super E>> PersistentBTreeSet<E> fromSorted(Iterable<? extends E> elements) {
        return fromSorted(null, elements);
    }

    /**
     * A set of elements that come in strictly ascending order by a comparator, built in O(n) with full nodes.
     *
     * @param <E> the type of the elements
     * @param comparator the order; null for the natural order
     * @param elements the elements
     * @return the set
     * @throws IllegalArgumentException if one is not above the one before it; the message names both and the position
     */
    public static <E extends @Nullable Object> PersistentBTreeSet<E> fromSorted(
            @Nullable Comparator<? super E> comparator, Iterable<? extends E> elements) {
        BTreeSorter<E> sorter = new BTreeSorter<>(KeyOrder.of(comparator));
        for (E element : Checks.notNull(elements, "elements")) {
            sorter.add(element, BLeaf.NO_VALUE);
        }
        return of(sorter.toStateIfAscending(Owner.NONE));
    }

    private static <E extends @Nullable Object> PersistentBTreeSet<E> of(BTreeState<E, Object> state) {
        return new PersistentBTreeSet<>(new PersistentBTreeMap<>(state));
    }

    /**
     * A collector into a set, in the natural order; O(n) for elements that come in order, else O(n log n).
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends Comparable<? super E>> Collector<E, ?, PersistentBTreeSet<E>> toPersistentBTreeSet() {
        return toPersistentBTreeSet(null);
    }

    /**
     * A collector into a set; O(n) for elements that come in order, else O(n log n). Of equal ones the first stays.
     *
     * @param <E> the type of the elements
     * @param comparator the order; null for the natural order
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, PersistentBTreeSet<E>> toPersistentBTreeSet(
            @Nullable Comparator<? super E> comparator) {
        return BTreeCollectors.<E, PersistentBTreeSet<E>>toSet(comparator, PersistentBTreeSet::of);
    }

    // ---- writing: new versions
    // -----------------------------------------------------------------------------------------

    /**
     * This set with an element. O(log n).
     *
     * @param element the element; if an equal one is present, that object stays
     * @return the new version; this one if the element is present
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and the order cannot compare null
     */
    public PersistentBTreeSet<E> plus(E element) {
        return version(elements.plus(element, BLeaf.NO_VALUE));
    }

    /**
     * This set with all elements of a collection. m inserts, or for many elements a merge in O(m log(n/m + 1)), and O(m log m)
     * to bring them in order if they do not come so; subtrees of a set of this library are taken over whole.
     *
     * @param others the elements
     * @return the new version; this one if nothing changes
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the collection is null, or an element is and the order cannot compare null
     */
    @SuppressWarnings("unchecked") // an immutable set of subtypes may be read as one of E
    public PersistentBTreeSet<E> plusAll(Collection<? extends E> others) {
        Checks.notNull(others, "others");
        if (others instanceof BTreeSetFace<?, ?> ours) {
            if (isEmpty()
                    && others instanceof PersistentBTreeSet<?> same
                    && Objects.equals(comparator(), same.comparator())) {
                return same.isEmpty() ? this : (PersistentBTreeSet<E>) same;
            }
            return version(elements.plusAll((BTreeView<E, Object, ?>) ours.map));
        }
        return version(elements.version(BTreeBulk.addAll(others, BTreeRange.all(), elements::checkEntry)));
    }

    /**
     * This set without an element. O(log n).
     *
     * @param element the element
     * @return the new version; this one if the element is absent
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and the order cannot compare null
     */
    public PersistentBTreeSet<E> minus(@Nullable Object element) {
        return version(elements.minus(element));
    }

    /**
     * This set without some elements. m removals, or for many elements a merge in O(m log(n/m + 1)), and O(m log m) to bring them
     * in order if they do not come so.
     *
     * @param others the elements; absent ones are passed over
     * @return the new version; this one if nothing changes
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the argument is null, or an element is and the order cannot compare null
     */
    public PersistentBTreeSet<E> minusAll(Iterable<?> others) {
        return version(elements.minusAll(others));
    }

    // ---- two sets
    // ------------------------------------------------------------------------------------------------------

    /**
     * The elements of both sets. Nodes that both share, and subtrees that one of them has alone, are taken over whole:
     * O(m log(n/m + 1)) for sets of n and m elements, and O(k log n) for two versions of one set with k differences. A set in
     * another order is brought in this one's first, O(m log m).
     *
     * @param other the other set
     * @return the new set, in the order of this one; this or the other set itself if it has all those elements already
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the other set is null
     */
    public PersistentBTreeSet<E> union(PersistentBTreeSet<? extends E> other) {
        PersistentBTreeSet<E> others = ofSubtype(other);
        return version(elements.union(others.elements), others);
    }

    /**
     * The elements that both sets have. Costs as {@link #union}.
     *
     * @param other the other set
     * @return the new set, in the order of this one; this or the other set itself if all its elements are in both
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the other set is null
     */
    public PersistentBTreeSet<E> intersection(PersistentBTreeSet<? extends E> other) {
        PersistentBTreeSet<E> others = ofSubtype(other);
        return version(elements.intersection(others.elements), others);
    }

    /**
     * The elements that the other set does not have. Costs as {@link #union}.
     *
     * @param other the other set
     * @return the new set; this set itself if none of its elements is in the other
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the other set is null
     */
    public PersistentBTreeSet<E> difference(PersistentBTreeSet<? extends E> other) {
        return version(elements.difference(ofSubtype(other).elements));
    }

    /**
     * The elements that only one of the sets has. Costs as {@link #union}.
     *
     * @param other the other set
     * @return the new set, in the order of this one; this or the other set itself if one of them is empty
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if the other set is null
     */
    public PersistentBTreeSet<E> symmetricDifference(PersistentBTreeSet<? extends E> other) {
        PersistentBTreeSet<E> others = ofSubtype(other);
        return version(elements.symmetricDifference(others.elements), others);
    }

    @SuppressWarnings("unchecked") // an immutable set of subtypes may be read as one of E
    private PersistentBTreeSet<E> ofSubtype(PersistentBTreeSet<? extends E> other) {
        return (PersistentBTreeSet<E>) Checks.notNull(other, "other");
    }

    /**
     * This set in two parts, cut before an element: O(log n).
     *
     * @param element the element, present or not
     * @return the elements below it, and those from it on; a part that has all of them is this set itself
     * @throws ClassCastException if the element cannot be compared
     * @throws NullPointerException if the element is null and the order cannot compare null
     */
    public Split<PersistentBTreeSet<E>> split(E element) {
        Split<PersistentBTreeMap<E, Object>> parts = elements.split(element);
        return new Split<>(version(parts.below()), version(parts.from()));
    }

    /**
     * This set with another one behind it: O(log n). What {@link #split} cut is put together again.
     *
     * @param other a set in the same order whose elements are all above those of this one
     * @return the new set; this or the other set itself if one of them is empty
     * @throws IllegalArgumentException if an element of the other set is not above all of this one, or the orders differ
     * @throws NullPointerException if the other set is null
     */
    public PersistentBTreeSet<E> join(PersistentBTreeSet<? extends E> other) {
        PersistentBTreeSet<E> others = ofSubtype(other);
        return version(elements.join(others.elements), others);
    }

    /**
     * What changed from one set to another, in ascending order, found as the stream is read. Nodes that both share are not looked
     * into: for k changes among n elements of two versions of one set, O(k log n) nodes are visited.
     *
     * @param <E> the type of the elements
     * @param older the set before
     * @param newer the set after, in the same order
     * @return the changes
     * @throws IllegalArgumentException if the sets are in different orders
     * @throws NullPointerException if a set is null
     */
    public static <E extends @Nullable Object> Stream<SetChange<E>> diff(
            PersistentBTreeSet<E> older, PersistentBTreeSet<E> newer) {
        BTreeState<E, Object> before = Checks.notNull(older, "older").elements.state();
        return BTreeChanges.ofSets(
                before, Checks.notNull(newer, "newer").elements.state());
    }

    /**
     * This set with some changes made: added elements are present, removed ones are gone, whatever was before. So
     * {@code older.patch(diff(older, newer))} equals {@code newer}.
     *
     * @param changes the changes; of two for one element the later counts
     * @return the new set; this one if nothing changes
     * @throws ClassCastException if an element cannot be compared
     * @throws NullPointerException if the stream or a change is null, or an element is and the order cannot compare null
     */
    public PersistentBTreeSet<E> patch(Stream<? extends SetChange<? extends E>> changes) {
        return version(elements.version(BTreeChanges.patchOfSet(changes, elements::checkEntry)));
    }

    /**
     * A mutable set with these elements. O(1): it shares all nodes and copies what it writes.
     *
     * @return a set that starts as this one
     */
    public CowBTreeSet<E> mutableCopy() {
        return new CowBTreeSet<>(elements.mutableCopy());
    }

    /**
     * This set.
     *
     * @return {@code this}
     */
    @Override
    public PersistentBTreeSet<E> snapshot() {
        return this;
    }

    /**
     * Refused.
     *
     * @param element not added
     * @return nothing
     * @throws UnsupportedOperationException always; use {@link #plus}
     */
    @Override
    public boolean add(E element) {
        throw Checks.persistent("add", "plus");
    }

    /** The map whose keys are the elements. */
    PersistentBTreeMap<E, Object> elements() {
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
        return new BTreeSerial(BTreeSerial.Face.PERSISTENT_SET, elements.state());
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
