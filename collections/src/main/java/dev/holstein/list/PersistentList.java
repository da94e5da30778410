package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import dev.holstein.cow.Snapshottable;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list: a write answers a new version that shares all nodes but those on one path.
 *
 * <pre>{@code
 * PersistentList<String> monday = PersistentList.of("milk", "bread");
 * PersistentList<String> tuesday = monday.plus("eggs").with(0, "oat milk");   // new versions
 * assert monday.equals(List.of("milk", "bread"));                             // the old one stays as it was
 * assert tuesday.equals(List.of("oat milk", "bread", "eggs"));
 * assert tuesday.subList(1, 3).concat(monday).size() == 4;                    // O(log n), shares what it takes
 * assert tuesday.minus("tea") == tuesday;                                     // nothing to do: the same version
 * }</pre>
 *
 * <p>Choose it for values that are passed around, kept as history, or read by many threads. Prefer {@link CowList} to build or change
 * much in one thread ({@link #mutableCopy} is O(1), and so is its {@link CowList#snapshot} back), and {@link ConcurrentList} for one
 * list that several threads write.
 *
 * <p>It implements the read side of {@link java.util.List}; every mutator of {@code java.util} throws
 * {@link UnsupportedOperationException} and names the persistent method to use.
 *
 * <p><b>Cost.</b> {@code get}: O(1) as long as nothing was added or taken out in the middle, else O(log n) with a large base. {@code
 * plus} at the end is amortised O(1), and copies nothing most of the time; {@code with}, {@code plus} and {@code minus} at any index copy
 * one path: a leaf of up to 256 elements and one to three branches. {@link #concat}, {@link #subList}, {@link #split}: O(log n). A write
 * without effect answers {@code this}. {@link #size}, {@link #snapshot}, {@link #mutableCopy}: O(1). Iteration: O(1) an element, leaf by
 * leaf.
 *
 * <p><b>Snapshots.</b> A version is its own snapshot.
 *
 * <p><b>Memory.</b> No version keeps an element alive that it does not show, with one exception: an element that {@code plus} has added
 * at the end of a version lies in a leaf that both versions share, and stays until neither of them, nor any other that shares that leaf,
 * is in use: at most 256 elements for all of them. A {@link #subList} shares no leaf in which it does not show everything.
 *
 * <p><b>Threads.</b> Any, without synchronization: a version handed over through a data race is complete (its only way to its nodes is
 * a final field). Two threads may append to one version at a time; each gets its own.
 *
 * <p><b>Nulls and equality.</b> Elements may be null. Two lists are equal by the rules of {@link java.util.List#equals}.
 *
 * <p><b>Iteration.</b> In order; no iterator ever fails.
 *
 * @implNote One array up to a leaf's 256 elements, and beyond that a tree of such arrays under branches of 64, addressed by the bits of
 *     an index where every node to the left is full, by sizes elsewhere; the last leaf lies outside the tree. Bagwell and Rompf,
 *     <cite>RRB-Trees: Efficient Immutable Vectors</cite> (2011); L'orange, <cite>Improving RRB-Tree Performance through
 *     Transience</cite> (2014); the fill of nodes after Bayer and McCreight, <cite>Organization and Maintenance of Large Ordered
 *     Indexes</cite> (1972).
 * @param <E> the type of the elements
 */
public final class PersistentList<E extends @Nullable Object> extends ListReads<E>
        implements Snapshottable<PersistentList<E>>, Serializable {
    private static final long serialVersionUID = 1;

    static {
        ListGraph.register(PersistentList.class);
    }

    private static final PersistentList<?> EMPTY = new PersistentList<>(ListState.EMPTY);

    /** What an iterator cannot do, and the name of what a list can. */
    private static final Map<String, String> PERSISTENT_NAMES = Map.of("remove", "minus", "set", "with", "add", "plus");

    private final transient ListState state;

    private PersistentList(ListState state) {
        this.state = state;
    }

    static <E extends @Nullable Object> PersistentList<E> of(ListState state) {
        return state.size == 0 ? empty() : new PersistentList<>(state);
    }

    /** A version as it is: the empty one, too, is told from others by its identity. */
    static <E extends @Nullable Object> PersistentList<E> versionOf(ListState state) {
        return new PersistentList<>(state);
    }

    /**
     * The list without elements.
     *
     * @param <E> the type of the elements
     * @return the one such list
     */
    @SuppressWarnings("unchecked") // it has no element of any type
    public static <E extends @Nullable Object> PersistentList<E> empty() {
        return (PersistentList<E>) EMPTY;
    }

    /**
     * A list of some elements. O(n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the list
     * @throws NullPointerException if the array is null
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E extends @Nullable Object> PersistentList<E> of(E... elements) {
        return of(stateOf(elements, ListNode.LEAF));
    }

    /**
     * A list of the elements of another. O(1) for a list of this library, else O(n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return the list; the argument itself if it is one of this type
     * @throws NullPointerException if the argument is null
     */
    @SuppressWarnings("unchecked") // nobody can put an element of another type into it
    public static <E extends @Nullable Object> PersistentList<E> copyOf(Iterable<? extends E> elements) {
        return elements instanceof PersistentList<?> list
                ? (PersistentList<E>) list
                : of(stateOf(elements, ListNode.LEAF));
    }

    static ListState stateOf(@Nullable Object[] elements, int flat) {
        ListEdit edit = ListEdit.ofNothing(new Owner(), flat);
        edit.appendAll(Checks.notNull(elements, "elements"), 0, elements.length);
        return edit.state(ListState.EMPTY);
    }

    static ListState stateOf(Iterable<?> elements, int flat) {
        Checks.notNull(elements, "elements");
        if (elements instanceof ListReads<?> list) {
            return list.frozen();
        }
        if (elements instanceof Collection<?> collection) {
            return stateOf(collection.toArray(), flat);
        }
        ListEdit edit = ListEdit.ofNothing(new Owner(), flat);
        for (Object element : elements) {
            edit.append(element);
        }
        return edit.state(ListState.EMPTY);
    }

    // ---- versions
    // -------------------------------------------------------------------------------------------------------

    private PersistentList<E> version(ListState next) {
        return next == state ? this : of(next);
    }

    private PersistentList<E> version(ListEdit edit) {
        return version(edit.state(state));
    }

    /**
     * This list with one more element at its end. Amortised O(1).
     *
     * @param element the element
     * @return the next version
     * @throws IllegalStateException if the list has 2<sup>31</sup>-1 elements
     */
    public PersistentList<E> plus(E element) {
        return new PersistentList<>(state.plus(element));
    }

    /**
     * This list with one more element before the one at an index. O(log n), the base as large as a node.
     *
     * @param index the index; the size to add it at the end
     * @param element the element
     * @return the next version
     * @throws IndexOutOfBoundsException if the index is negative, or greater than the size
     * @throws IllegalStateException if the list has 2<sup>31</sup>-1 elements
     */
    public PersistentList<E> plus(int index, E element) {
        ListEdit edit = state.edit();
        edit.insert(position(index), element);
        return version(edit);
    }

    /**
     * This list with some more elements at its end. O(m); for a long list of this library O(log n).
     *
     * @param elements the elements
     * @return the next version
     * @throws NullPointerException if the argument is null
     * @throws IllegalStateException if the lists have 2<sup>31</sup> elements or more
     */
    public PersistentList<E> plusAll(Iterable<? extends E> elements) {
        return plusAll(size(), elements);
    }

    /**
     * This list with some more elements before the one at an index. O(m + log n); for a long list of this library O(log n).
     *
     * @param index the index; the size to add them at the end
     * @param elements the elements
     * @return the next version
     * @throws IndexOutOfBoundsException if the index is negative, or greater than the size
     * @throws NullPointerException if the argument is null
     * @throws IllegalStateException if the lists have 2<sup>31</sup> elements or more
     */
    public PersistentList<E> plusAll(int index, Iterable<? extends E> elements) {
        int at = position(index);
        ListState added = stateOf(elements, ListNode.LEAF);
        if (added.size == 0) {
            return this;
        }
        if (at == state.size) {
            return concat(added);
        }
        ListEdit edit = state.bulkEdit();
        edit.insertAll(at, added);
        return version(edit);
    }

    /**
     * This list with another element at an index. O(log n), the base as large as a node.
     *
     * @param index the index
     * @param element the element
     * @return the next version; this one if it is the same object
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     */
    public PersistentList<E> with(int index, E element) {
        ListEdit edit = state.edit();
        Object unused = edit.set(index, element);
        return version(edit);
    }

    /**
     * This list without the element at an index. O(log n), the base as large as a node. As for {@link java.util.List#remove(int)}, an
     * {@code int}, {@code char}, {@code short} or {@code byte} is an index; a boxed one is an element.
     *
     * @param index the index
     * @return the next version
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     */
    public PersistentList<E> minus(int index) {
        ListEdit edit = state.edit();
        Object unused = edit.remove(index);
        return version(edit);
    }

    /**
     * This list without the first equal element. O(n) to find it.
     *
     * @param element the element
     * @return the next version; this one if there is none
     */
    public PersistentList<E> minus(@Nullable Object element) {
        int index = indexOf(element);
        return index < 0 ? this : minus(index);
    }

    /**
     * This list without those elements that a collection contains. O(n) calls of {@code contains}.
     *
     * @param elements the collection
     * @return the next version; this one if there are none
     * @throws NullPointerException if the collection is null
     */
    public PersistentList<E> minusAll(Collection<?> elements) {
        Checks.notNull(elements, "elements");
        return minusIf(elements::contains);
    }

    /**
     * This list without those elements that a predicate accepts. O(n).
     *
     * @param filter is asked once for each element, in order
     * @return the next version; this one if there are none
     * @throws NullPointerException if the predicate is null
     */
    public PersistentList<E> minusIf(Predicate<? super E> filter) {
        Checks.notNull(filter, "filter");
        ListDraft draft = draft();
        boolean unused = ListBulk.removeIf(draft, 0, state.size, filter);
        return version(draft);
    }

    /**
     * This list with each element replaced by what a function makes of it. O(n); leaves in which nothing is replaced are shared.
     *
     * @param operator is asked once for each element, in order
     * @return the next version; this one if nothing is replaced
     * @throws NullPointerException if the function is null
     */
    public PersistentList<E> withAll(UnaryOperator<E> operator) {
        Checks.notNull(operator, "operator");
        ListDraft draft = draft();
        ListBulk.replaceAll(draft, 0, state.size, operator);
        return version(draft);
    }

    /**
     * This list with its elements in order, those that are equal as they were. O(n log n).
     *
     * @param order the order; null for the natural one
     * @return the next version; this one if they are in order
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if an element is null, and the order does not take null
     */
    public PersistentList<E> sorted(@Nullable Comparator<? super E> order) {
        ListDraft draft = draft();
        ListBulk.sort(draft, 0, state.size, order);
        return version(draft);
    }

    private ListDraft draft() {
        return new ListDraft(state, Ownership.PERSISTENT, ListNode.LEAF);
    }

    private PersistentList<E> version(ListDraft draft) {
        ListEdit edit = draft.edited();
        return edit == null ? this : version(edit);
    }

    /**
     * This list followed by another, whose nodes are shared. O(log n).
     *
     * @param other the other list
     * @return the next version
     * @throws NullPointerException if the list is null
     * @throws IllegalStateException if the lists have 2<sup>31</sup> elements or more
     */
    @SuppressWarnings("unchecked") // nobody can put an element of another type into it
    public PersistentList<E> concat(PersistentList<? extends E> other) {
        ListState added = Checks.notNull(other, "other").state;
        return state.size == 0 ? (PersistentList<E>) other : concat(added);
    }

    private PersistentList<E> concat(ListState added) {
        ListEdit edit = state.edit();
        edit.concat(added);
        return version(edit);
    }

    /**
     * The elements of a range, as a list of their own: nothing else is kept alive by it. O(log n).
     *
     * @param from the index of the first one
     * @param to the index after the last one
     * @return the list; this one if that is all
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     * @throws IllegalArgumentException if {@code from > to}
     */
    @Override
    public PersistentList<E> subList(int from, int to) {
        ListView.checkRange(from, to, state.size);
        ListEdit edit = state.edit();
        edit.take(to);
        edit.drop(from);
        return version(edit);
    }

    /**
     * As {@link #subList}, by the name that other persistent lists have for it.
     *
     * @param from the index of the first one
     * @param to the index after the last one
     * @return the list; this one if that is all
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     * @throws IllegalArgumentException if {@code from > to}
     */
    public PersistentList<E> slice(int from, int to) {
        return subList(from, to);
    }

    /**
     * The elements before an index, and those from it on. O(log n).
     *
     * @param index the index
     * @return two lists
     * @throws IndexOutOfBoundsException if the index is negative, or greater than the size
     */
    public ListSplit<E> split(int index) {
        int at = position(index);
        return new ListSplit<>(subList(0, at), subList(at, state.size));
    }

    /**
     * The elements in the opposite order, as a list of their own. O(n).
     *
     * @return the list; this one if it has fewer than two elements
     */
    public PersistentList<E> reversed() {
        if (state.size < 2) {
            return this;
        }
        Object[] elements = toArray();
        for (int lo = 0, hi = elements.length - 1; lo < hi; lo++, hi--) {
            Object swapped = elements[lo];
            elements[lo] = elements[hi];
            elements[hi] = swapped;
        }
        return of(stateOf(elements, ListNode.LEAF));
    }

    /**
     * A mutable list with these elements; what is written to it is not seen here. O(1).
     *
     * @return a new list
     */
    public CowList<E> mutableCopy() {
        return new CowList<>(state);
    }

    /**
     * This list: it never changes.
     *
     * @return this
     */
    @Override
    public PersistentList<E> snapshot() {
        return this;
    }

    // ---- differences
    // ----------------------------------------------------------------------------------------------------

    /**
     * The steps from one list to another, for a feed of changes. Nodes that both share are passed over, wherever they are: O(k log n)
     * for k changes between versions of one list, each of them one step. Where runs of elements without a shared leaf between them were
     * replaced, the steps may be more than the fewest possible.
     *
     * @param <E> the type of the elements
     * @param older the list before
     * @param newer the list after
     * @return the steps, from left to right; {@code older.patch(diff(older, newer))} equals {@code newer}
     * @throws NullPointerException if a list is null
     */
    public static <E extends @Nullable Object> Stream<ListChange<E>> diff(
            PersistentList<? extends E> older, PersistentList<? extends E> newer) {
        return new ListDiff<E>(Checks.notNull(older, "older").state, Checks.notNull(newer, "newer").state).changes();
    }

    /**
     * This list with some steps made, one after the other, once all have been gathered. O(log n) each. Indices are checked; that the elements which steps replace or
     * take out are those that they name is not.
     *
     * @param changes the steps, each index that in the list which the steps before have made
     * @return the next version; this one if there are none, or if they change nothing
     * @throws IndexOutOfBoundsException if there is no such index
     * @throws NullPointerException if the stream or a step is null
     */
    public PersistentList<E> patch(Stream<? extends ListChange<? extends E>> changes) {
        Object[] steps =
                Checks.notNull(changes, "changes").toArray(); // first all: a stream may keep what it is given to call
        ListEdit edit = state.bulkEdit();
        for (Object step : steps) {
            Checks.notNull(step, "change");
            if (step instanceof ListChange.Added<?> added) {
                edit.insert(Checks.position(added.index(), edit.size), added.element());
            } else if (step instanceof ListChange.Removed<?> removed) {
                Object unused = edit.remove(removed.index());
            } else if (step instanceof ListChange.Changed<?> changed) {
                Object unused = edit.set(changed.index(), changed.after());
            }
        }
        return version(edit);
    }

    /**
     * A collector into a list.
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, PersistentList<E>> toPersistentList() {
        return Collector.<E, CowList<E>, PersistentList<E>>of(
                CowList::new, CowList::add, CowList::joined, CowList::snapshot);
    }

    private int position(int index) {
        return Checks.position(index, state.size);
    }

    // ---- the policy of this face
    // ----------------------------------------------------------------------------------------

    @Override
    ListState present() {
        return state;
    }

    @Override
    UnsupportedOperationException readOnly(String method) {
        return Checks.persistent(method, PERSISTENT_NAMES.getOrDefault(method, method));
    }

    @Override
    int characteristics() {
        return Spliterator.IMMUTABLE;
    }

    // ---- serial form
    // ----------------------------------------------------------------------------------------------------

    /**
     * The serial form: the elements.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new ListSerial(ListSerial.Face.PERSISTENT, state);
    }

    /**
     * Refused: a stream that holds this class itself was tampered with.
     *
     * @param in the stream
     * @throws InvalidObjectException always
     */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw ListSerial.refused();
    }

    // ---- hot paths
    // ------------------------------------------------------------------------------------------------------

    @Override
    public int size() {
        return state.size;
    }

    /**
     * The element at an index. O(1) as long as nothing was added or taken out in the middle, else O(log n), the base as large as a node.
     *
     * @param index the index
     * @return the element
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E get(int index) {
        return (E) state.get(index);
    }

    // ---- what java.util would change
    // ------------------------------------------------------------------------------------

    /**
     * Refused: use {@code plus}, or {@link #mutableCopy}.
     *
     * @param element not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean add(E element) {
        throw Checks.persistent("add", "plus");
    }

    /**
     * Refused: use {@code plus}, or {@link #mutableCopy}.
     *
     * @param index not used
     * @param element not used
     * @throws UnsupportedOperationException always
     */
    @Override
    public void add(int index, E element) {
        throw Checks.persistent("add", "plus");
    }

    /**
     * Refused: use {@code plusAll}, or {@link #mutableCopy}.
     *
     * @param elements not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean addAll(Collection<? extends E> elements) {
        throw Checks.persistent("addAll", "plusAll");
    }

    /**
     * Refused: use {@code plusAll}, or {@link #mutableCopy}.
     *
     * @param index not used
     * @param elements not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        throw Checks.persistent("addAll", "plusAll");
    }

    /**
     * Refused: use {@code with}, or {@link #mutableCopy}.
     *
     * @param index not used
     * @param element not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public E set(int index, E element) {
        throw Checks.persistent("set", "with");
    }

    /**
     * Refused: use {@code minus}, or {@link #mutableCopy}.
     *
     * @param index not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public E remove(int index) {
        throw Checks.persistent("remove", "minus");
    }

    /**
     * Refused: use {@code minus}, or {@link #mutableCopy}.
     *
     * @param element not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean remove(@Nullable Object element) {
        throw Checks.persistent("remove", "minus");
    }

    /**
     * Refused: use {@code minusAll}, or {@link #mutableCopy}.
     *
     * @param elements not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean removeAll(Collection<?> elements) {
        throw Checks.persistent("removeAll", "minusAll");
    }

    /**
     * Refused: use {@code minusIf}, or {@link #mutableCopy}.
     *
     * @param elements not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean retainAll(Collection<?> elements) {
        throw Checks.persistent("retainAll", "minusIf");
    }

    /**
     * Refused: use {@code minusIf}, or {@link #mutableCopy}.
     *
     * @param filter not used
     * @return never
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        throw Checks.persistent("removeIf", "minusIf");
    }

    /**
     * Refused: use {@code withAll}, or {@link #mutableCopy}.
     *
     * @param operator not used
     * @throws UnsupportedOperationException always
     */
    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        throw Checks.persistent("replaceAll", "withAll");
    }

    /**
     * Refused: use {@code sorted}, or {@link #mutableCopy}.
     *
     * @param order not used
     * @throws UnsupportedOperationException always
     */
    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        throw Checks.persistent("sort", "sorted");
    }

    /**
     * Refused: use {@code empty}, or {@link #mutableCopy}.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public void clear() {
        throw Checks.persistent("clear", "empty");
    }
}
