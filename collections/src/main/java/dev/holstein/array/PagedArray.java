package dev.holstein.array;

import dev.holstein.core.Checks;
import dev.holstein.core.NodeGraphs;
import dev.holstein.cow.Snapshottable;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A handle on an array of fixed length that is kept in pages, so that it can be shared in O(1) and copied page by page, when and
 * where it is written: what arrays of all element types have in common.
 *
 * <p><b>Handles.</b> {@link #snapshot()} makes a second handle on the same pages. Both are equals, and both may be written: the first
 * write to a page that another handle shows copies that page, and no handle ever sees what another one writes. A handle that is
 * {@linkplain #close() closed} gives its pages back: those that nobody else shows go to the {@link PagePool}, the others are written in
 * place again as soon as one handle is left.
 *
 * <p>A handle that is dropped without {@code close()} is closed when the collector finds it, which may be late: until then others copy
 * what they write, and its memory comes back one collection later than that of other objects, which a heap without room may not survive.
 * {@link LeakDetection} finds such handles.
 *
 * <p><b>Cost.</b> {@code get} and {@code set}: O(1), a few loads more than those of an array. {@link #snapshot()}: O(1), whatever the
 * length. First write to a shared page: a copy of the page, of the directories above it, of at most 64 references each (one
 * level for 64 pages, two for 4,096, ...), and of what the handle knows of its pages, if there are no more than 1,024; later writes: in
 * place. {@link #close()}: O(pages that only this handle, or snapshots
 * closed before, had written; O(1) if there are none). Untouched pages take no memory.
 *
 * <p><b>Threads.</b> One handle is one thread's at a time, as an array would be without a lock, and must be handed over safely; while
 * no thread writes to it or closes it, several may read it and take snapshots of it. Different handles may be read, written, shared and
 * closed on different threads at the same time, whatever pages they share.
 *
 * <p><b>Nulls and equality.</b> Two arrays of one type are equal if their elements are, as by {@code Arrays.equals}; the hash is that
 * of {@code Arrays.hashCode}. Pages that two arrays share, and pages without memory in both, are not looked at. Closed handles
 * are equal to themselves only.
 *
 * @param <A> the type of the array itself
 * @implNote Counts as in Rodeh, <cite>B-trees, Shadowing, and Clones</cite> (2008), section 3; the write rule is that of Linux's
 *     {@code do_wp_page}. Page size, fan-out and their figures are in the documentation of the package.
 */
public abstract sealed class PagedArray<A extends PagedArray<A>> extends PageLookup
        implements Snapshottable<A>, AutoCloseable
        permits CowArray, CowDoubleArray, CowIntArray, CowLongArray, ByteAccess {
    /** Longer arrays are shown by their first elements. */
    private static final int MOST_SHOWN = 100;

    private static final Cleaner CLEANER = Cleaner.create();

    static {
        NodeGraphs.register(CowArray.class, PageGraph::walk);
        NodeGraphs.register(CowByteArray.class, PageGraph::walk);
        NodeGraphs.register(CowIntArray.class, PageGraph::walk);
        NodeGraphs.register(CowLongArray.class, PageGraph::walk);
        NodeGraphs.register(CowDoubleArray.class, PageGraph::walk);
    }

    private final Cleaner.Cleanable cleanable;

    @SuppressWarnings("this-escape") // to the Cleaner, which holds it by a phantom reference
    PagedArray(PageTree tree) {
        super(tree);
        try {
            cleanable = CLEANER.register(this, tree);
        } catch (Throwable e) {
            tree.run();
            throw e;
        }
    }

    // ---- the handle

    /**
     * Another handle on the same elements, which shows none of the later writes to this one, and may be written itself. Close it
     * when it is done with. O(1): no page is copied.
     *
     * @return the other handle; its counters begin at zero
     * @throws IllegalStateException if this handle is closed
     */
    @Override
    public abstract A snapshot();

    /**
     * Gives the pages back: those that no other handle shows go to the pool. A handle that is closed already stays so. O(pages that
     * are freed).
     */
    @Override
    public final void close() {
        tree.close();
        forgetAll();
        cleanable.clean();
    }

    /**
     * Whether this handle was closed.
     *
     * @return true if it can no longer be used
     */
    public final boolean isClosed() {
        return tree.isClosed();
    }

    /**
     * Whether no other handle shows any page of this one, so that no write copies a page that has memory. O(pages), or less if one is
     * found. (Pages of a wrapped array that were not written yet are copied when they are.)
     *
     * @return false if some page is shared
     * @throws IllegalStateException if this handle is closed
     */
    public final boolean isUnique() {
        boolean unique = !PageCensus.sharesAny(tree.root());
        fence();
        return unique;
    }

    /**
     * The pages of this array and what was done to them through this handle. O(pages); exact while other handles are at rest.
     *
     * @return the numbers
     * @throws IllegalStateException if this handle is closed
     */
    public final ArrayStats stats() {
        PageCensus census = PageCensus.of(tree);
        fence();
        return new ArrayStats(
                census.pages,
                census.ownPages,
                census.pages - census.ownPages,
                tree.copiedPages,
                tree.copiedBytes,
                inPlaceWrites());
    }

    /**
     * What closing this handle would free: the size of the pages that no other handle shows. O(pages).
     *
     * @return bytes
     * @throws IllegalStateException if this handle is closed
     */
    public final long exclusiveBytes() {
        long bytes = PageCensus.of(tree).ownBytes;
        fence();
        return bytes;
    }

    // ---- the elements

    /**
     * How many elements the array has; never changes, and is known of a closed handle too.
     *
     * @return elements
     */
    public final long length() {
        return tree.paging.length;
    }

    /**
     * How many elements a page has.
     *
     * @return elements, a power of two
     */
    public final int pageSize() {
        return tree.paging.pageSize;
    }

    /**
     * Sets all elements of a range to zero (null). Pages that lie within it give up their memory, whether they were shared or not; those of
     * a wrapped array get memory of their own. O(pages in the range that have memory), of a wrapped array O(n).
     *
     * @param from the first index
     * @param to the index after the last one
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     * @throws IllegalStateException if this handle is closed
     */
    public final void clear(long from, long to) {
        checkRange(from, to - from);
        long index = from;
        while (index < to) {
            if (tree.ground() == null) {
                index = Math.max(index, tree.nextWithMemory(index >>> tree.paging.pageShift) << tree.paging.pageShift);
                if (index >= to) {
                    break;
                }
            }
            int elements = stretch(index, to);
            clearStretch(index, elements);
            index += elements;
        }
        fence();
    }

    /** Clears within a page. */
    private void clearStretch(long index, int elements) {
        if (tree.ground() == null && isWholePage(index, elements)) {
            forget(index >>> tree.paging.pageShift);
        } else {
            tree.paging.format.clear(fillable(index, elements), (int) index & offsetMask, elements);
        }
    }

    /**
     * Copies elements from another array, or from another place of this one, as if by way of a third. Where both show the same page
     * nothing is done, and pages without memory give up that of the pages they are copied to. Else O(n), at the speed of {@code
     * System.arraycopy}.
     *
     * @param source the array to copy from
     * @param sourceFrom its first index
     * @param from the first index to copy to
     * @param count how many elements
     * @throws IndexOutOfBoundsException if one of the ranges does not lie within its array
     * @throws IllegalStateException if one of the handles is closed
     * @throws NullPointerException if the source is null
     */
    public final void copyFrom(A source, long sourceFrom, long from, long count) {
        PagedArray<A> other = Checks.notNull(source, "source");
        other.checkRange(sourceFrom, count);
        checkRange(from, count);
        if (other.tree == tree && sourceFrom < from && from < sourceFrom + count) {
            copyBackwards(sourceFrom, from, count);
        } else {
            copyForwards(other, sourceFrom, from, count);
        }
        other.fence();
        fence();
    }

    private void copyForwards(PagedArray<?> source, long sourceFrom, long from, long count) {
        long done = 0;
        while (done < count) {
            int elements =
                    Math.min(stretch(from + done, from + count), source.stretch(sourceFrom + done, sourceFrom + count));
            copyStretch(source, sourceFrom + done, from + done, elements);
            done += elements;
        }
    }

    private void copyBackwards(long sourceFrom, long from, long count) {
        long left = count;
        while (left > 0) {
            long elements = Math.min(
                    left, Math.min(((from + left - 1) & offsetMask) + 1, ((sourceFrom + left - 1) & offsetMask) + 1));
            left -= elements;
            copyStretch(this, sourceFrom + left, from + left, (int) elements);
        }
    }

    /** Copies within a page of the source to within a page of this, unless both show the same there. */
    private void copyStretch(PagedArray<?> source, long sourceIndex, long index, int elements) {
        Paging paging = source.tree.paging;
        Object memory = source.readable(sourceIndex);
        Object target = readable(index);
        int offset = (int) index & offsetMask;
        int sourceOffset = paging.offset(memory, sourceIndex);
        if (memory == target && (memory == null ? showsGroundOf(source, sourceIndex, index) : sourceOffset == offset)) {
            return;
        }
        Object contents = memory == null ? source.tree.ground() : memory;
        if (contents == null) {
            clearStretch(index, elements);
        } else if (isWholePage(index, elements)) {
            overwrite(index >>> tree.paging.pageShift, contents, sourceOffset);
        } else {
            // The page of the target may be that of the source: the copy made by the claim leaves what is read as it
            // is.
            tree.paging.format.copy(contents, sourceOffset, writable(index), offset, elements);
        }
    }

    private boolean showsGroundOf(PagedArray<?> source, long sourceIndex, long index) {
        return tree.hasGroundOf(source.tree) && (tree.ground() == null || sourceIndex == index);
    }

    /**
     * The first index in which this array and another one differ. O(pages they do not share, up to there).
     *
     * @param other the other array
     * @return the index; the shorter length if one array begins with the other; -1 if they are equal
     * @throws IllegalStateException if one of the handles is closed
     * @throws NullPointerException if the other array is null
     */
    public final long mismatch(A other) {
        PagedArray<A> that = Checks.notNull(other, "other");
        Node unused = tree.root();
        Node unusedToo = that.tree.root();
        long found = new Differences(this, that).first();
        return found >= 0 || length() == that.length() ? found : Math.min(length(), that.length());
    }

    /**
     * The ranges in which this array and another one of the same length differ, in order, each as long as possible. Reads both
     * arrays while it runs: they must stay open, and what is written meanwhile may be shown or not. O(pages they do not share).
     *
     * @param other the other array, a snapshot of this one as a rule
     * @return the ranges, sequential and lazy
     * @throws IllegalArgumentException if the lengths differ
     * @throws IllegalStateException if one of the handles is closed, now or later
     * @throws NullPointerException if the other array is null
     */
    public final Stream<ArrayRange> diff(A other) {
        PagedArray<A> that = Checks.notNull(other, "other");
        Node unused = tree.root();
        Node unusedToo = that.tree.root();
        if (length() != that.length()) {
            throw new IllegalArgumentException(
                    "diff of arrays of lengths " + length() + " and " + that.length() + ": use mismatch");
        }
        return StreamSupport.stream(new Differences(this, that), false);
    }

    @Override
    public final boolean equals(@Nullable Object object) {
        if (object == this) {
            return true;
        }
        if (!(object instanceof PagedArray<?> that) || that.getClass() != getClass()) {
            return false;
        }
        if (isClosed() || that.isClosed() || length() != that.length()) {
            return false;
        }
        return new Differences(this, that).first() < 0;
    }

    /** That of {@code Arrays.hashCode} for the same elements; 0 for a closed handle. O(pages with memory). */
    @Override
    public final int hashCode() {
        if (isClosed()) {
            return 0;
        }
        Paging paging = tree.paging;
        int hash = 1;
        long index = 0;
        while (index < paging.length) {
            Object memory = readable(index);
            if (memory == null && tree.ground() == null) {
                long next = tree.nextWithMemory(index >>> paging.pageShift) << paging.pageShift;
                long end = Math.min(paging.length, next);
                hash *= power(31, end - index); // of so many zeros
                index = end;
                continue;
            }
            int elements = stretch(index, paging.length);
            hash = paging.format.hash(
                    hash,
                    memory == null ? Checks.present(tree.ground(), "the ground") : memory,
                    paging.offset(memory, index),
                    elements);
            index += elements;
        }
        fence();
        return hash;
    }

    private static int power(int base, long exponent) {
        int result = 1;
        int square = base;
        for (long left = exponent; left > 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** As {@code Arrays.toString}; of a long array the first {@value #MOST_SHOWN} elements. */
    @Override
    public final String toString() {
        if (isClosed()) {
            return getClass().getSimpleName() + " (closed)";
        }
        StringBuilder text = new StringBuilder("[");
        for (long i = 0; i < Math.min(length(), MOST_SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(textAt(i));
        }
        if (length() > MOST_SHOWN) {
            text.append(", ... (").append(length() - MOST_SHOWN).append(" more)");
        }
        return text.append(']').toString();
    }

    abstract String textAt(long index);

    // ---- for the types of elements

    /** Tells the collector that the handle is in use up to here, so that it does not take the pages back under a reader. */
    @SuppressWarnings("ReachabilityFenceUsage") // after an exception nobody reads on
    final void fence() {
        Reference.reachabilityFence(this);
    }

    final void checkRange(long from, long count) {
        Node unused = tree.root();
        Checks.range(from, count, tree.paging.length);
    }

    /** The memory of the page of an index, to be written; not copied if it is written from end to end. */
    final Object fillable(long index, int elements) {
        return isWholePage(index, elements) ? overwritable(index) : writable(index);
    }

    /** How many elements from an index on are in one page and below an end. */
    final int stretch(long index, long end) {
        Paging paging = tree.paging;
        return (int) Math.min(end - index, paging.pageSize - ((int) index & offsetMask));
    }

    final boolean isWholePage(long index, int elements) {
        Paging paging = tree.paging;
        return ((int) index & offsetMask) == 0 && elements == paging.elements(index >>> paging.pageShift);
    }

    /** Copies elements to an array, or a buffer, of the element type. */
    final void copyOut(long from, Object target, int targetFrom, int count) {
        Paging paging = tree.paging;
        int done = 0;
        while (done < count) {
            long index = from + done;
            Object memory = readable(index);
            int elements = stretch(index, from + count);
            paging.format.copy(
                    memory == null ? tree.ground() : memory,
                    paging.offset(memory, index),
                    target,
                    targetFrom + done,
                    elements);
            done += elements;
        }
        fence();
    }

    /** Copies elements from an array, or a buffer, of the element type; whole pages are not copied before they are written. */
    final void copyIn(long from, Object source, int sourceFrom, int count) {
        Paging paging = tree.paging;
        int done = 0;
        while (done < count) {
            long index = from + done;
            int elements = stretch(index, from + count);
            if (isWholePage(index, elements)) {
                overwrite(index >>> paging.pageShift, source, sourceFrom + done);
            } else {
                Object target = writable(index);
                paging.format.copy(source, sourceFrom + done, target, (int) index & offsetMask, elements);
            }
            done += elements;
        }
        fence();
    }

    /** The length as that of an array in memory. */
    final int arrayLength() {
        Node unused = tree.root();
        if (length() > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(
                    "length " + length() + " is more than one array can have: read it in parts");
        }
        return (int) length();
    }
}
