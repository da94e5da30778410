package dev.holstein.array;

import dev.holstein.core.Checks;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * What one handle refers to: the root of a tree of directories, tables and pages that other handles may share.
 *
 * <p><b>The write rule</b> is that of {@code do_wp_page} in Linux: referred to once, write in place; more than once, copy and give
 * up the reference. It is asked from the root down, so that what is found to be referred to once is this handle's alone. The counts
 * are lazy: sharing counts the root only, and the copy of a node counts its children (Rodeh, <cite>B-trees, Shadowing, and
 * Clones</cite>, 2008, section 3).
 *
 * <pre>
 *   a.snapshot()            a writes page 1          b closes
 *
 *    a   b                   a       b                a
 *     \ /                    |       |                |
 *     R:2                    R'1     R:1              R'1         R is freed, and p1 with it
 *     / \                   /  \    /  \             /  \
 *   p0:1 p1:1             p1'1  p0:2   p1:1        p1'1  p0:1     the next write to p0 is in place
 * </pre>
 *
 * <p>This is also the collector's way to the pages: it knows nothing of the handle, and what it refers to is given back once, by {@code
 * close()} or by the collector.
 */
final class PageTree implements Runnable {
    /** The source of a page that is about to be written from end to end. */
    static final Object ANYTHING = new Object();

    final Paging paging;

    /** Pages that got new memory by a write, copied or not. */
    long newPages;

    long copiedPages;
    long copiedBytes;

    /** How often memory that a reader may hold on to was replaced. */
    int moves;

    private @Nullable Node root;

    /** What pages without memory show: the array or buffer that was wrapped; null for zeros, and of a closed handle. */
    private @Nullable Object ground;

    private boolean writing;

    private final @Nullable Throwable madeAt;
    private @Nullable Throwable closedAt;
    private boolean closed;

    PageTree(Paging paging, @Nullable Object ground) {
        this(paging, paging.newNode(paging.topShift, 0), ground);
    }

    private PageTree(Paging paging, Node root, @Nullable Object ground) {
        this.paging = paging;
        this.root = root;
        this.ground = ground;
        madeAt = paging.leakDetection.traces() ? new Throwable("made here") : null;
    }

    // ---- sharing

    /** Another tree with the same pages. O(1). */
    PageTree share() {
        Node shared = root();
        PageTree other = new PageTree(paging, shared, ground);
        shared.retain();
        return other;
    }

    /** Notes that the user, not the collector, gives the pages back; the caller then {@linkplain #run runs} this, if nobody did. */
    void close() {
        closed = true;
        if (madeAt == null) {
            return;
        }
        Throwable first = closedAt;
        if (first == null) {
            closedAt = new Throwable("closed here");
        } else if (paging.leakDetection == LeakDetection.ALL) {
            ArrayLeaks.reportClosedTwice(ArrayLeaks.trimmed(first));
        }
    }

    /** Gives all pages back; called exactly once. */
    @Override
    public void run() {
        Node last = Checks.present(root, "the root of a handle");
        root = null;
        ground = null;
        moves++;
        long freed = paging.release(last);
        if (!closed && madeAt != null) {
            ArrayLeaks.report(new ArrayLeak(paging.type, paging.length, freed, ArrayLeaks.trimmed(madeAt)));
        }
    }

    boolean isClosed() {
        return root == null;
    }

    @Nullable
    Object ground() {
        return ground;
    }

    /** Whether pages without memory show the same in both. */
    boolean hasGroundOf(PageTree that) {
        return ground == that.ground;
    }

    /** The root, to look at. */
    Node root() {
        Node present = root;
        if (present == null) {
            throw closedAt == null
                    ? new IllegalStateException("used after close(); LeakDetection.ALL tells where it was closed")
                    : new IllegalStateException(
                            "used after close(): the cause tells where it was closed", ArrayLeaks.trimmed(closedAt));
        }
        return present;
    }

    // ---- reading

    /** The memory of a page; null if it has none. */
    @Nullable
    Object memory(long page) {
        Node node = root();
        for (int shift = paging.topShift; shift > 0; shift -= Node.FAN_OUT_BITS) {
            node = ((PageDirectory) node).children[(int) (page >>> shift) & Node.SLOT_MASK];
            if (node == null) {
                return null;
            }
        }
        return ((PageTable) node).memory[(int) page & Node.SLOT_MASK];
    }

    /** The memory of all pages. O(pages). */
    @Nullable
    Object[] allMemory() {
        @Nullable Object[] all = new @Nullable Object[(int) paging.pages];
        gather(root(), paging.topShift, 0, all);
        return all;
    }

    private static void gather(@Nullable Node node, int shift, int first, @Nullable Object[] into) {
        if (node instanceof PageTable table) {
            System.arraycopy(table.memory, 0, into, first, table.memory.length);
        } else if (node instanceof PageDirectory directory) {
            for (int slot = 0; slot < directory.children.length; slot++) {
                gather(directory.children[slot], shift - Node.FAN_OUT_BITS, first + (slot << shift), into);
            }
        }
    }

    /** The first page with memory, at or after a page; the number of pages if there is none. */
    long nextWithMemory(long from) {
        long found = from >= paging.pages ? -1 : nextWithMemory(root(), paging.topShift, 0, from);
        return found < 0 ? paging.pages : found;
    }

    private static long nextWithMemory(@Nullable Node node, int shift, long first, long from) {
        if (node == null) {
            return -1;
        }
        int slot = (int) (Math.max(0, from - first) >>> shift);
        if (node instanceof PageTable table) {
            while (slot < table.pages.length && table.pages[slot] == null) {
                slot++;
            }
            return slot < table.pages.length ? first + slot : -1;
        }
        PageDirectory directory = (PageDirectory) node;
        for (; slot < directory.children.length; slot++) {
            long found = nextWithMemory(
                    directory.children[slot], shift - Node.FAN_OUT_BITS, first + ((long) slot << shift), from);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    // ---- writing

    /**
     * Makes a page this handle's alone, with all above it, and answers its memory.
     *
     * @param source what the page is to hold; null to keep what it holds, {@link #ANYTHING} if that does not matter
     * @param from where the page begins in the source
     */
    Object claim(long page, @Nullable Object source, int from) {
        enter();
        try {
            PageTable table = claimTable(page);
            int slot = (int) page & Node.SLOT_MASK;
            Page present = table.pages[slot];
            Object memory = table.memory[slot];
            if (present != null && memory != null && !present.isShared()) {
                if (source != null && source != ANYTHING) {
                    paging.format.copy(source, from, memory, 0, paging.elements(page));
                }
                return memory;
            }
            Page made = new Page();
            Object contents = newContents(page, source, from, memory);
            table.pages[slot] = made;
            table.memory[slot] = contents;
            moves++;
            newPages++;
            if (present != null || ground != null) {
                copiedPages++;
                copiedBytes += paging.bytes(page);
            }
            if (present != null) {
                long unused = paging.release(present, memory);
            }
            return contents;
        } finally {
            writing = false;
        }
    }

    private Object newContents(long page, @Nullable Object source, int from, @Nullable Object before) {
        int elements = paging.elements(page);
        if (source == ANYTHING) {
            return paging.shelf.takeAny(elements);
        }
        if (source != null) {
            return paging.shelf.takeCopy(source, from, elements);
        }
        if (before != null) {
            return paging.shelf.takeCopy(before, 0, elements);
        }
        return ground != null
                ? paging.shelf.takeCopy(ground, (int) (page << paging.pageShift), elements)
                : paging.shelf.take(elements);
    }

    /** Gives up the memory of a page: it shows the ground again. */
    void forget(long page) {
        enter();
        try {
            PageTable table = claimTable(page);
            int slot = (int) page & Node.SLOT_MASK;
            Page present = table.pages[slot];
            Object memory = table.memory[slot];
            if (present != null) {
                table.pages[slot] = null;
                table.memory[slot] = null;
                moves++;
                boolean unused = prune(root(), paging.topShift, page);
                long unusedToo = paging.release(present, memory);
            }
        } finally {
            writing = false;
        }
    }

    /** Takes nodes out that have no page left, on the way to one; answers whether the node has none. */
    private static boolean prune(Node node, int shift, long page) {
        if (node instanceof PageTable table) {
            return isEmpty(table.pages);
        }
        PageDirectory directory = (PageDirectory) node;
        int slot = (int) (page >>> shift) & Node.SLOT_MASK;
        Node child = directory.children[slot];
        if (child != null && prune(child, shift - Node.FAN_OUT_BITS, page)) {
            directory.children[slot] = null; // it was this handle's alone, as all on the way
        }
        return isEmpty(directory.children);
    }

    private static boolean isEmpty(@Nullable Object[] slots) {
        for (Object slot : slots) {
            if (slot != null) {
                return false;
            }
        }
        return true;
    }

    /** The table of a page, made this handle's alone, with all above it. */
    private PageTable claimTable(long page) {
        Node present = root();
        Node node = alone(present);
        if (node != present) {
            root = node;
            long unused = paging.release(present);
        }
        for (int shift = paging.topShift; shift > 0; shift -= Node.FAN_OUT_BITS) {
            PageDirectory directory = (PageDirectory) node;
            int slot = (int) (page >>> shift) & Node.SLOT_MASK;
            Node child = directory.children[slot];
            node = child == null ? paging.newNode(shift - Node.FAN_OUT_BITS, (page >>> shift) << shift) : alone(child);
            if (node != child) {
                directory.children[slot] = node;
                long unused = child == null ? 0 : paging.release(child);
            }
        }
        return (PageTable) node;
    }

    /** A node below one that is this handle's alone: itself if it is so too, else a copy. */
    private static Node alone(Node node) {
        return node.isShared() ? node.copy() : node;
    }

    /** A courtesy, not a promise: most writes of two threads at once go unnoticed. */
    private void enter() {
        Node unused = root();
        if (writing) {
            throw new ConcurrentModificationException(
                    "one array handle is written by two threads at once: give each its own snapshot()");
        }
        writing = true;
    }
}
