package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Groups;
import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import dev.holstein.core.Versions;
import dev.holstein.cow.Snapshottable;
import dev.holstein.cow.Updatable;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Spliterator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A list for many threads whose readers never lock, spin or retry, and whose every iterator and snapshot is of one moment: a drop-in
 * for {@link java.util.concurrent.CopyOnWriteArrayList} whose writes do not copy the list.
 *
 * <pre>{@code
 * var queue = new ConcurrentList<>(List.of("a", "b"));
 * for (String each : queue) {              // one version, no lock
 *     queue.add(each + each);              // one path is copied and published
 * }
 * queue.update(copy -> {                   // several changes, one version
 *     copy.remove("a");
 *     copy.add(0, "c");
 * });
 * PersistentList<String> now = queue.snapshot();   // one volatile read
 * queue.clear();
 * assert now.equals(List.of("c", "b", "aa", "bb"));
 * }</pre>
 *
 * <p>Choose it where a {@code CopyOnWriteArrayList} has become slow to write (JMH {@code ConcurrentListSet}), or where readers need the whole of a list to agree while
 * writers go on. Prefer {@link CowList} in one thread. For a list of a few listeners that hardly ever changes, the JDK's is as good.
 *
 * <p><b>Cost.</b> {@code get}: two volatile reads, and O(1) as long as nothing was added or taken out in the middle, else O(log n) with a
 * large base; of a version that is read often one reader makes a table of its leaves, O(n / 256). A write copies one path, a leaf of 256 elements and one to three branches, and publishes it with one volatile write; {@code
 * add} at the end copies nothing most of the time. {@link #size}, {@link #snapshot}: one volatile read. Iteration: O(1) an element. All
 * operations on many elements, and {@link #update}: one version.
 *
 * <p><b>Snapshots.</b> {@link #snapshot} allocates its handle and nothing else. A snapshot keeps alive the nodes that writes have
 * replaced since, until it is dropped, and up to a leaf of elements that were added after it.
 *
 * <p><b>Threads.</b> Any. What a thread did before a write is visible to every thread that sees the write. Writers exclude one another;
 * no reader waits for a writer, nor a writer for a reader.
 *
 * <p><b>Nulls and equality.</b> Elements may be null. Equality is {@link java.util.List#equals}, of one moment of this list.
 *
 * <p><b>Iteration.</b> Walks the version present when it began. Iterators cannot write: {@code remove}, {@code set} and {@code add}
 * throw {@link UnsupportedOperationException}. A {@link #subList} is live: it can be written, and refuses with
 * {@link java.util.ConcurrentModificationException} once others have added or removed elements; a range of a {@link #snapshot} is
 * immutable and stays.
 *
 * <p><b>User code.</b> Functions, {@code equals} and argument collections run before anything is published: if they throw, the list is
 * as it was. A function is called exactly once for each element. One that writes to this list is refused with
 * {@link IllegalStateException}.
 *
 * @implNote Versions are those of {@link PersistentList}, published through one volatile cell, beside which readers keep a
 *     table of the leaves of the present one; writers take turns.
 * @param <E> the type of the elements
 */
public final class ConcurrentList<E extends @Nullable Object> extends ListView<E>
        implements Snapshottable<PersistentList<E>>, Updatable<CowList<E>>, Cloneable, Serializable {
    private static final long serialVersionUID = 1;

    static {
        ListGraph.register(ConcurrentList.class);
        Groups.register(ConcurrentList.class, new AsMember());
    }

    private final transient Versions<ListState> published;

    /** That of the versions, at hand. */
    private final transient Ownership rights;

    private final transient LongAdder snapshots = new LongAdder();

    ConcurrentList(ListState state) {
        published = new Versions<>(state.after(state)); // a version of its own, to be told from others by
        rights = published.rights;
    }

    /** Makes a list without elements. */
    public ConcurrentList() {
        this(ListState.EMPTY);
    }

    /**
     * Makes a list with the elements of a collection. O(1) for a list of this library, else O(n).
     *
     * @param elements the elements
     * @throws NullPointerException if the collection is null
     */
    public ConcurrentList(Collection<? extends E> elements) {
        this(PersistentList.stateOf(elements, ListNode.LEAF));
    }

    /**
     * Makes a list with the elements of an array. O(n).
     *
     * @param elements the elements
     * @throws NullPointerException if the array is null
     */
    public ConcurrentList(E[] elements) {
        this(PersistentList.stateOf(elements, ListNode.LEAF));
    }

    /**
     * The present elements, frozen: one volatile read. O(1).
     *
     * @return an immutable list that no later write changes
     */
    @Override
    public PersistentList<E> snapshot() {
        return PersistentList.versionOf(frozen());
    }

    /**
     * Makes several changes as one version: a reader sees all of them or none.
     *
     * @param edit makes the changes on a mutable copy of the present elements (O(1), it copies what it writes), called exactly once,
     *     while no other writer is at work; if it throws, nothing has changed. It may read this list, not write it. The copy may be
     *     kept: what is written to it later is not seen here
     * @throws IllegalStateException if called from inside a write of the same list
     * @throws NullPointerException if the function is null
     */
    @Override
    public void update(Consumer<? super CowList<E>> edit) {
        Checks.notNull(edit, "edit");
        synchronized (rights) {
            rights.enter();
            try {
                ListState before = published.get();
                CowList<E> copy = new CowList<>(before);
                edit.accept(copy);
                ListState next = finished(before, copy);
                if (next != before) {
                    published.set(next);
                }
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    /** What a working copy has become; from here on it copies what it writes. */
    private ListState finished(ListState before, CowList<E> copy) {
        ListState next = copy.frozen();
        rights.count(copy.rights());
        return next.isSame(before) ? before : next;
    }

    /**
     * Replaces the elements if they are still those of a snapshot: for work that is done outside of any turn, and tried again if another
     * writer came first. O(1).
     *
     * @param expected a snapshot of this list, by identity of its version, not by its elements; to replace the elements again, take a
     *     new one, for {@code next} itself is none
     * @param next the new elements
     * @return whether they were replaced
     * @throws IllegalStateException if called from inside a write of the same list
     * @throws NullPointerException if an argument is null
     */
    public boolean compareAndSet(PersistentList<E> expected, PersistentList<E> next) {
        ListState before = Checks.notNull(expected, "expected").present();
        ListState after = Checks.notNull(next, "next").present();
        synchronized (rights) {
            rights.enter();
            try {
                if (published.get() != before) {
                    return false;
                }
                published.set(after.after(before)); // a new object: a version that was replaced must not come back
                return true;
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    /**
     * Adds an element at the end unless an equal one is present. O(n). The search runs before this writer takes its turn, and only
     * again if another came first: an {@code equals} that writes to this list is refused then, and not before.
     *
     * @param element the element
     * @return whether it was added
     * @throws IllegalStateException if called from inside a write of the same list
     */
    public boolean addIfAbsent(E element) {
        ListWindow seen = window();
        if (seen.indexOf(element, 0) >= 0) {
            return false;
        }
        return write((draft, from, to) -> {
            ListState before = draft.before();
            if (before != seen.state() && new ListWindow(before, from, to).indexOf(element, 0) >= 0) {
                return false;
            }
            draft.edit().append(element);
            return true;
        });
    }

    /**
     * Adds those of some elements at the end that have no equal one in the list, nor before them among the added, as one version.
     * O(n) each.
     *
     * @param elements the elements
     * @return how many were added
     * @throws IllegalStateException if called from inside a write of the same list
     * @throws NullPointerException if the collection is null
     */
    public int addAllAbsent(Collection<? extends E> elements) {
        Object[] candidates = Checks.notNull(elements, "elements").toArray();
        return write((draft, from, to) -> {
            ListWindow present = draft.before().whole();
            ListEdit absent = ListEdit.ofNothing(new Owner(), ListNode.LEAF);
            for (Object candidate : candidates) {
                if (present.indexOf(candidate, 0) < 0
                        && absent.state(ListState.EMPTY).whole().indexOf(candidate, 0) < 0) {
                    absent.append(candidate);
                }
            }
            boolean unused = ListBulk.add(draft, to, absent.state(ListState.EMPTY));
            return absent.size;
        });
    }

    /**
     * The first index of an equal element, from an index on. O(n).
     *
     * @param element the element
     * @param index where to begin
     * @return the index; -1 if there is none
     * @throws IndexOutOfBoundsException if the index is negative
     */
    public int indexOf(E element, int index) {
        ListWindow window = window();
        if (index < 0) {
            throw Checks.outOfBounds(index, window.size());
        }
        return index >= window.size() ? -1 : window.indexOf(element, index);
    }

    /**
     * The last index of an equal element, up to an index. O(n).
     *
     * @param element the element
     * @param index where to begin
     * @return the index; -1 if there is none
     * @throws IndexOutOfBoundsException if the index is not less than the size
     */
    public int lastIndexOf(E element, int index) {
        ListWindow window = window();
        if (index >= window.size()) {
            throw Checks.outOfBounds(index, window.size());
        }
        return index < 0 ? -1 : window.lastIndexOf(element, index);
    }

    /**
     * Another concurrent list with the present elements; what is written to either is not seen by the other. The elements themselves
     * are not cloned. O(1).
     *
     * @return a copy
     */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy needs a cell and a lock of its own
    public ConcurrentList<E> clone() {
        return new ConcurrentList<>(published.get());
    }

    /**
     * Nodes that the writes of this list have copied or newly made so far. Waits for a write in progress.
     *
     * @return nodes
     */
    public long nodesCopied() {
        synchronized (rights) {
            return rights.nodesCopied();
        }
    }

    /**
     * How often the elements were frozen so far: for a {@link #snapshot}, the copy of a range, or as the argument of a write to another
     * list.
     *
     * @return times
     */
    public long snapshots() {
        return snapshots.sum();
    }

    /**
     * A collector into a list.
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, ConcurrentList<E>> toConcurrentList() {
        return Collector.<E, CowList<E>, ConcurrentList<E>>of(
                CowList::new, CowList::add, CowList::joined, list -> new ConcurrentList<>(list.frozen()));
    }

    // ---- as a member of groups
    // ------------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked") // each face is asked about its own versions
    private static final class AsMember implements Groups.Member<Object> {
        @Override
        public Versions<?> versions(Object face) {
            return ((ConcurrentList<?>) face).published;
        }

        @Override
        public Object snapshot(Object state) {
            return PersistentList.versionOf((ListState) state);
        }

        @Override
        public Object workingCopy(Object state) {
            return new CowList<>((ListState) state);
        }

        @Override
        public Object next(Object face, Object before, Object workingCopy) {
            return ((ConcurrentList<Object>) face).finished((ListState) before, (CowList<Object>) workingCopy);
        }
    }

    // ---- the policy of this face
    // ----------------------------------------------------------------------------------------

    @Override
    ListView<E> face() {
        return this;
    }

    @Override
    ListState present() {
        return published.get();
    }

    @Override
    ListState presentInTurn() {
        synchronized (rights) {
            return published.get();
        }
    }

    @Override
    ListState frozen() {
        snapshots.increment();
        return published.get();
    }

    @Override
    int characteristics() {
        return Spliterator.IMMUTABLE;
    }

    @Override
    boolean bindsEarly() {
        return true;
    }

    @Override
    <R extends @Nullable Object> R write(Write<R> write) {
        synchronized (rights) {
            rights.enter();
            try {
                ListState before = published.get();
                ListDraft draft = new ListDraft(before, rights, ListNode.LEAF);
                R result = write.on(draft, 0, before.size);
                ListEdit done = draft.edited();
                ListState next = done == null ? before : done.state(before);
                if (next != before) {
                    draft.settle();
                    published.set(next);
                }
                return result;
            } finally {
                rights.writer = Ownership.NOBODY;
            }
        }
    }

    // ---- serial form
    // ----------------------------------------------------------------------------------------------------

    /**
     * The serial form: the elements.
     *
     * @return what is written
     */
    private Object writeReplace() {
        return new ListSerial(ListSerial.Face.CONCURRENT, published.get());
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
        return published.get().size;
    }

    /**
     * The element at an index: two volatile reads, and O(1) as long as nothing was added or taken out in the middle, else O(log n), the
     * base as large as a node.
     *
     * @param index the index
     * @return the element
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E get(int index) {
        ListState state = published.get();
        ListLookup known = (ListLookup) published.kept();
        if (known != null && known.isOf(state)) {
            return (E) known.get(index);
        }
        ListLookup made = ListLookup.atTimes(state);
        if (made != null) {
            published.keep(state, made);
        }
        return (E) state.get(index);
    }
}
