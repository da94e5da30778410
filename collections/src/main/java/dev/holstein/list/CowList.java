package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import dev.holstein.cow.Snapshottable;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A mutable list that is copied and frozen in O(1): a drop-in for {@link java.util.ArrayList} with value semantics.
 *
 * <pre>{@code
 * CowList<Integer> a = CowList.of(1, 2, 3);         // as new ArrayList<>(...)
 * CowList<Integer> b = a.copy();                    // O(1)
 * b.add(4);                                         // copies once
 * b.add(5);                                         // in place
 * PersistentList<Integer> frozen = b.snapshot();    // O(1)
 * b.replaceAll(each -> 10 * each);
 * assert a.equals(List.of(1, 2, 3)) && frozen.equals(List.of(1, 2, 3, 4, 5)) && b.get(4) == 50;
 * }</pre>
 *
 * <p>Choose it where an {@code ArrayList} is copied defensively, iterated while it is written, handed to somebody who must not see
 * later writes, or written in the middle. Prefer {@link ConcurrentList} if several threads write, {@link PersistentList} if every
 * write is to be kept as a version.
 *
 * <p><b>Cost.</b> Up to a thousand elements it is one array, as {@code ArrayList}; beyond, a tree of arrays of 256, so that {@code get}
 * and {@code set} are O(1) as long as nothing was added or taken out in the middle, and O(log n) with a large base after that. {@code
 * add} at the end is amortised O(1), in the middle O(log n). A write edits nodes in place while they are this list's alone, and copies
 * each node that it shares once. {@link #snapshot}, {@link #copy}, {@link #size}: O(1), no node is touched. Iteration: O(1) an element.
 *
 * <p><b>Snapshots.</b> Share every node with this list; what is written later is copied first. A snapshot that is dropped gives back its
 * memory, but nodes shared once stay shared for this list until it writes them.
 *
 * <p><b>Threads.</b> One at a time, or several that only read, as any {@code java.util} collection; its snapshots may go to any thread.
 * Two threads in a write at once are noticed at times ({@link java.util.ConcurrentModificationException}), and never harm a snapshot
 * that was taken before.
 *
 * <p><b>Nulls and equality.</b> Elements may be null. Equality is {@link java.util.List#equals}.
 *
 * <p><b>Iteration.</b> Walks the version present when it began, whatever is written meanwhile; it never throws {@code
 * ConcurrentModificationException}. What an iterator writes ({@code remove}, {@code set}, {@code add}) goes to the list as it is now:
 * if the list was written to otherwise, and the element is no longer where the iterator saw it, the write is refused with that
 * exception, and nothing changes. A write while an iterator is unfinished, other than its own, copies what it touches, once; a {@code
 * ListIterator} counts as unfinished always. A {@link #subList} is live, and survives writes through it and through its own ranges.
 *
 * <p><b>User code.</b> Functions, comparators and argument collections run before anything changes: if they throw, the list is as it
 * was. All operations on many elements happen whole or not at all.
 *
 * @implNote See {@link PersistentList}. The uniqueness check is that of Swift's arrays ({@code isKnownUniquelyReferenced}), by the
 *     identity of an owner in each node instead of a count.
 * @param <E> the type of the elements
 */
public final class CowList<E extends @Nullable Object> extends ListView<E>
        implements Snapshottable<PersistentList<E>>, Cloneable, Serializable {
    private static final long serialVersionUID = 1;

    private static final Object[] @Nullable [] NO_LEAVES = {};

    /** Room for the leaves is made after one sought element for eight leaves. */
    private static final int SHARE_BITS = 3;

    static {
        ListGraph.register(CowList.class);
    }

    private transient Object @Nullable [] root;
    private transient int shift;
    private transient int tailStart;
    private transient Object[] tail;
    private transient int size;

    /** Changes with each write that adds or removes elements. */
    private transient int structure;

    private final transient Ownership rights = new Ownership();
    private transient long snapshots;

    /**
     * The token under which {@link #set} may write at once, and how many elements {@link #add} may bring the tail to at once: what
     * the last whole write has left. Nothing, from the moment on when somebody else may see a node: a snapshot, an iterator, or code
     * of users inside a write.
     */
    private transient @Nullable Owner atOnce;

    private transient int room;

    /** Up to which index the bits of an index are the way to its element: the end of the tree, or nowhere. */
    private transient int radixEnd;

    /**
     * The full leaves of a tree whose indices are ways, in order, as far as reads and writes have come by: one step instead of one
     * for each level. Several threads may read at once, and find the same leaf.
     */
    private transient Object[] @Nullable [] leaves = NO_LEAVES;

    /** How many elements were sought that were not in {@link #leaves}, since the tree has leaves beyond. */
    private transient int sought;

    CowList(ListState state) {
        root = state.root;
        shift = state.shift;
        tailStart = state.tailStart;
        tail = state.tail;
        size = state.size;
        structure = state.structure;
        radixEnd = ListNode.isRegular(root, shift) ? tailStart : 0;
    }

    /** A list of nodes that were made for it, under an owner that nobody else uses. */
    CowList(ListState state, Owner made) {
        this(state);
        rights.adopt(made);
        allowAtOnce();
    }

    /** Makes a list without elements. */
    public CowList() {
        this(ListState.EMPTY);
    }

    /**
     * Makes a list without elements, with room for some.
     *
     * @param capacity how many elements it should take without another array
     * @throws IllegalArgumentException if it is negative
     */
    public CowList(int capacity) {
        this(ListState.EMPTY);
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity " + capacity + " is negative");
        }
        ensureCapacity(capacity);
    }

    /**
     * Makes a list with the elements of a collection. O(1) for a list of this library, else O(n).
     *
     * @param elements the elements
     * @throws NullPointerException if the collection is null
     */
    public CowList(Collection<? extends E> elements) {
        this(shared(elements));
        addUnlessShared(elements);
    }

    /**
     * A list of some elements.
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return a new list
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E extends @Nullable Object> CowList<E> of(E... elements) {
        return new CowList<>(Arrays.asList(Checks.notNull(elements, "elements")));
    }

    /**
     * A list of the elements of another. O(1) for a list of this library, else O(n).
     *
     * @param <E> the type of the elements
     * @param elements the elements
     * @return a new list
     * @throws NullPointerException if the argument is null
     */
    public static <E extends @Nullable Object> CowList<E> copyOf(Iterable<? extends E> elements) {
        CowList<E> list = new CowList<>(shared(elements));
        list.addUnlessShared(elements);
        return list;
    }

    /** The version of a list of this library; of all others none, their elements are added. */
    private static ListState shared(Iterable<?> elements) {
        return Checks.notNull(elements, "elements") instanceof ListReads<?> list ? list.frozen() : ListState.EMPTY;
    }

    private void addUnlessShared(Iterable<? extends E> elements) {
        if (elements instanceof ListReads<?>) {
            return;
        }
        if (elements instanceof Collection<? extends E> collection) {
            boolean unused = addAll(collection);
        } else {
            elements.forEach(this::add);
        }
    }

    /**
     * The present elements, frozen. O(1).
     *
     * @return an immutable list that no later write changes
     */
    @Override
    public PersistentList<E> snapshot() {
        return PersistentList.of(frozen());
    }

    /**
     * Another mutable list with these elements; what is written to either is not seen by the other. O(1).
     *
     * @return a copy
     */
    public CowList<E> copy() {
        return new CowList<>(frozen());
    }

    /**
     * As {@link #copy}: the elements themselves are not cloned.
     *
     * @return a copy
     */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy must not share this list's ownership
    public CowList<E> clone() {
        return copy();
    }

    /**
     * Whether the list's first node is its own alone: false after a {@link #snapshot} or a {@link #copy} until that
     * node is written, and while an iterator is unfinished. O(1). An empty list shares nothing.
     *
     * @return whether a write would edit that node in place
     */
    public boolean isUnique() {
        return size == 0 || rights.owns(ListNode.owner(root == null ? tail : root));
    }

    /**
     * Nodes that the writes of this list have copied or newly made so far.
     *
     * @return nodes
     */
    public long nodesCopied() {
        return rights.nodesCopied();
    }

    /**
     * How often the elements were frozen so far: for a {@link #snapshot}, a {@link #copy}, as the argument of a write to another list,
     * or to be serialized.
     *
     * @return times
     */
    public long snapshots() {
        return snapshots;
    }

    /**
     * Makes room for elements to come, as far as they are kept in one array; a tree needs none.
     *
     * @param capacity the number of elements to have room for
     */
    public void ensureCapacity(int capacity) {
        if (root != null || capacity <= ListNode.capacity(tail)) {
            return;
        }
        int most = Math.min(capacity, ListNode.FLAT);
        if (most > ListNode.capacity(tail)) {
            resize(most);
        }
    }

    /** Gives up the room that {@link #add} has made for elements to come. O(1), or a copy of the last array. */
    public void trimToSize() {
        int inTail = size - tailStart;
        if (inTail == 0) {
            nothingAtOnce();
            tail = ListNode.EMPTY;
        } else if (inTail < ListNode.capacity(tail)) {
            resize(inTail);
        }
    }

    private void resize(int capacity) {
        rights.enter();
        nothingAtOnce();
        try {
            tail = ListNode.leafOf(tail, 0, size - tailStart, capacity, rights.forWrite());
            rights.count(1, 0);
        } finally {
            rights.writer = Ownership.NOBODY;
        }
    }

    /**
     * A collector into a list.
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, CowList<E>> toCowList() {
        return Collector.of(CowList::new, CowList::add, CowList::joined, Collector.Characteristics.IDENTITY_FINISH);
    }

    /** The first of two partial results, with the elements of the second. */
    CowList<E> joined(CowList<E> second) {
        boolean unused = addAll(second);
        return this;
    }

    // ---- the policy of this face
    // ----------------------------------------------------------------------------------------

    @Override
    ListView<E> face() {
        return this;
    }

    @Override
    ListState present() {
        return new ListState(root, shift, tailStart, tail, size, null, structure);
    }

    @Override
    ListState presentInTurn() {
        return present();
    }

    /** Who may edit the nodes now, for checks and working copies. */
    Ownership rights() {
        return rights;
    }

    @Override
    ListState frozen() {
        ListState state = present();
        rights.share();
        nothingAtOnce();
        snapshots++;
        return state;
    }

    @Override
    ListWalk<E> walkOf(ListView<E> list, int index, boolean onlyForward) {
        return new ListLiveWalk<>(list, index, onlyForward);
    }

    @Override
    @Nullable
    Owner iteratorStarted() {
        nothingAtOnce();
        return rights.iteratorStarted();
    }

    private void nothingAtOnce() {
        atOnce = null;
        room = 0;
    }

    /** At the end of a write. */
    private void allowAtOnce() {
        radixEnd = ListNode.isRegular(root, shift) ? tailStart : 0;
        Owner last = ListNode.owner(tail);
        atOnce = rights.present();
        room = rights.owns(last) ? ListNode.capacity(tail) : 0;
    }

    @Override
    void iteratorFinished(@Nullable Owner started) {
        rights.iteratorFinished(started);
    }

    @Override
    <R extends @Nullable Object> R write(Write<R> write) {
        ListDraft draft = new ListDraft(present(), rights, ListNode.FLAT);
        rights.enter();
        R result;
        boolean isWhole = false;
        try {
            nothingAtOnce();
            result = write.on(draft, 0, size);
            isWhole = true;
        } finally {
            // What was edited in place must be shown, come what may: without a call, which could overflow the stack. An
            // edit that
            // works in place is whole whenever it may fail; a bulk edit touches nothing of the list, and is dropped if
            // it fails.
            ListEdit done = draft.edit;
            if (done != null && (isWhole || draft.bulkOwner == null)) {
                structure += done.size == size ? 0 : 1;
                root = done.root;
                shift = done.shift;
                tailStart = done.tailStart;
                tail = done.tail;
                size = done.size;
                radixEnd = 0; // until it is looked up again
                leaves = NO_LEAVES;
            }
            rights.writer = Ownership.NOBODY;
        }
        if (draft.edit != null) {
            draft.settle();
            allowAtOnce();
        }
        return result;
    }

    // ---- serial form
    // ----------------------------------------------------------------------------------------------------

    /**
     * The serial form: the elements.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new ListSerial(ListSerial.Face.COW, frozen());
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
        return size;
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
        if (index >= tailStart && index < size) {
            return (E) tail[index - tailStart];
        }
        Object[] @Nullable [] known = leaves;
        int at = index >>> ListNode.LEAF_BITS;
        if (at < known.length) {
            Object[] leaf = known[at];
            if (leaf != null) {
                return (E) leaf[index & ListNode.LEAF_MASK];
            }
        }
        if (index >= 0 && index < radixEnd) {
            return (E) seekLeaf(index)[index & ListNode.LEAF_MASK];
        }
        return (E) ListSearch.get(root, shift, tailStart, tail, size, index);
    }

    /**
     * The leaf at an index that is a way, found from the root; the next time it is at hand. Room for all leaves is made once so many
     * elements were sought that it costs each of them next to nothing.
     */
    private Object[] seekLeaf(int index) {
        Object[] leaf = ListSearch.leaf(Checks.present(root, "the tree"), shift, index);
        Object[] @Nullable [] known = leaves;
        int at = index >>> ListNode.LEAF_BITS;
        int full = tailStart >>> ListNode.LEAF_BITS;
        if (at >= known.length && at < full && ++sought > full >>> SHARE_BITS) {
            sought = 0;
            known = Arrays.copyOf(known, full);
            leaves = known;
        }
        if (at < known.length) {
            known[at] = leaf;
        }
        return leaf;
    }

    /** In place at once, if the leaf is found by the bits of the index and is this list's alone. */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E set(int index, E element) {
        Owner owner = atOnce;
        if (owner == null) {
            return setByPath(index, element);
        }
        Object[] leaf;
        int slot = Checks.index(index, size) - tailStart;
        if (slot >= 0) {
            if (room == 0) {
                return setByPath(index, element);
            }
            leaf = tail;
        } else {
            Object[] @Nullable [] known = leaves;
            int at = index >>> ListNode.LEAF_BITS;
            leaf = at < known.length ? known[at] : null;
            if (leaf == null) {
                if (index >= radixEnd) {
                    return setByPath(index, element);
                }
                leaf = seekLeaf(index);
            }
            if (!ListNode.isOwned(leaf, owner)) {
                return setByPath(index, element);
            }
            slot = index & ListNode.LEAF_MASK;
        }
        E before = (E) leaf[slot];
        leaf[slot] = element;
        return before;
    }

    /** As every write; all leaves but one are where they were. */
    private E setByPath(int index, E element) {
        Object[] @Nullable [] known = leaves;
        E before = super.set(index, element);
        int at = index >>> ListNode.LEAF_BITS;
        if (at < known.length) {
            known[at] = null;
        }
        leaves = known;
        return before;
    }

    /** In place at once, if the tail has room and is this list's alone. */
    @Override
    public boolean add(E element) {
        int slot = size - tailStart;
        if (slot >= room || size == Integer.MAX_VALUE) {
            return addByPath(element);
        }
        tail[slot] = element;
        size++;
        structure++;
        return true;
    }

    /** As every write; behind full leaves nothing before the end moves. */
    private boolean addByPath(E element) {
        boolean stay = (tailStart & ListNode.LEAF_MASK) == 0;
        Object[] @Nullable [] known = leaves;
        boolean added = super.add(element);
        if (stay) {
            leaves = known;
        }
        return added;
    }

    /** As every write; what is taken from the end lies in none of the leaves. */
    @Override
    public E remove(int index) {
        boolean stay = index >= tailStart && size - tailStart > 1;
        Object[] @Nullable [] known = leaves;
        E removed = super.remove(index);
        if (stay) {
            leaves = known;
        }
        return removed;
    }
}
