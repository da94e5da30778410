package dev.holstein.array;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * What one handle refers to, and its right to write there: the root of a tree of directories, tables and pages that other handles
 * may share.
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
 * <p><b>The short way.</b> A node in which the handle once was alone, with all above it, bears the handle's token from then on, and a
 * table remembers for which pages it was alone. Nobody can take a reference to them but this handle, by sharing itself: then it takes
 * a new token, and finds out anew. So most writes look at no count.
 *
 * <p>It is the collector's way to the pages too: it knows nothing of the handle, and what it refers to is given back once, by {@code
 * close()} or by the collector.
 */
final class PageTree implements Runnable {
    final Paging paging;

    /** Writes to pages that were neither copied nor new. */
    long inPlaceWrites;

    long copiedPages;
    long copiedBytes;

    /** How often memory that a reader may hold on to was replaced. */
    int moves;

    private final long length;
    private final int pageShift;
    private final int topShift;

    private @Nullable Node root;

    /** The token of this handle; {@link Owner#NONE}, which no node bears, until the first write after it was shared. */
    private Owner owner = Owner.NONE;

    private boolean writing;

    private final @Nullable Throwable madeAt;
    private @Nullable Throwable closedAt;
    private boolean closed;

    PageTree(Paging paging) {
        this(paging, paging.newNode(paging.topShift, 0));
    }

    private PageTree(Paging paging, Node root) {
        this.paging = paging;
        this.root = root;
        length = paging.length;
        pageShift = paging.pageShift;
        topShift = paging.topShift;
        madeAt = paging.leakDetection.traces() ? new Throwable("made here") : null;
    }

    // ---- sharing

    /** Another tree with the same pages. O(1). */
    PageTree share() {
        Node shared = root();
        PageTree other = new PageTree(paging, shared);
        shared.retain();
        owner = Owner.NONE;
        return other;
    }

    /** Notes that the user, not the collector, gives the pages back; the caller then {@linkplain #run runs} this, if nobody did. */
    void close() {
        closed = true;
        if (madeAt == null) {
            return;
        }
        Throwable first = closedAt;
        if (first != null) {
            ArrayLeaks.reportClosedTwice(first);
        } else {
            closedAt = new Throwable("closed here");
        }
    }

    /** Gives all pages back; called exactly once. */
    @Override
    public void run() {
        Node last = Checks.present(root, "the root of a handle");
        root = null;
        moves++;
        long freed = paging.release(last);
        if (!closed && madeAt != null) {
            ArrayLeaks.report(new ArrayLeak(paging.type, length, freed, madeAt));
        }
    }

    boolean isClosed() {
        return root == null;
    }

    /** The root, to look at. */
    Node root() {
        Node present = root;
        if (present == null) {
            throw new IllegalStateException(
                    closedAt != null
                            ? "used after close(): the cause tells where it was closed"
                            : "used after close(); LeakDetection.ALL tells where it was closed",
                    closedAt);
        }
        return present;
    }

    // ---- reading

    /** The memory of the page of an index; null if it has none. */
    @Nullable
    Object readable(long index) {
        if (index < 0 || index >= length) {
            throw outOfBounds(index);
        }
        long page = index >>> pageShift;
        PageTable table = table(page);
        return table == null ? null : table.memory[(int) page & Node.SLOT_MASK];
    }

    private @Nullable PageTable table(long page) {
        Node node = root;
        if (node == null) {
            node = root(); // throws
        }
        for (int shift = topShift; shift > 0; shift -= Node.FAN_OUT_BITS) {
            node = ((PageDirectory) node).children[(int) (page >>> shift) & Node.SLOT_MASK];
            if (node == null) {
                return null;
            }
        }
        return (PageTable) node;
    }

    private IndexOutOfBoundsException outOfBounds(long index) {
        Node unused = root(); // closed matters more
        return Checks.outOfBounds(index, length);
    }

    // ---- writing

    /** The memory of the page of an index, to be written. */
    Object writable(long index) {
        if (index < 0 || index >= length) {
            throw outOfBounds(index);
        }
        long page = index >>> pageShift;
        PageTable table = table(page);
        if (table != null && owns(table)) {
            int slot = (int) page & Node.SLOT_MASK;
            if (table.isOwn(slot)) {
                inPlaceWrites++;
                return Checks.present(table.memory[slot], "the memory of a page");
            }
        }
        return claim(page, null, 0);
    }

    /** Replaces all of a page; what it held is not copied. */
    void overwrite(long page, Object source, int from) {
        Object unused = claim(page, source, from);
    }

    /** Makes a page this handle's alone, with all above it, and fills it if there is a source. */
    private Object claim(long page, @Nullable Object source, int from) {
        enter();
        try {
            PageTable table = claimTable(page);
            int slot = (int) page & Node.SLOT_MASK;
            Page present = table.pages[slot];
            Object memory = table.memory[slot];
            if (present != null && memory != null && (table.isOwn(slot) || !present.isShared())) {
                table.markOwn(slot);
                inPlaceWrites++;
                if (source != null) {
                    paging.format.copy(source, from, memory, 0, paging.elements(page));
                }
                return memory;
            }
            Page made = new Page();
            Object contents = newContents(page, source, from, memory);
            table.put(slot, made, contents);
            moves++;
            if (present != null || paging.ground != null) {
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
        if (source != null) {
            return paging.shelf.takeCopy(source, from, elements);
        }
        if (before != null) {
            return paging.shelf.takeCopy(before, 0, elements);
        }
        return paging.ground != null
                ? paging.shelf.takeCopy(paging.ground, (int) (page << pageShift), elements)
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
                table.remove(slot);
                moves++;
                long unused = paging.release(present, memory);
            }
        } finally {
            writing = false;
        }
    }

    /** The table of a page, made this handle's alone, with all above it. */
    private PageTable claimTable(long page) {
        if (owner == Owner.NONE) {
            owner = new Owner();
        }
        Node present = root();
        Node node = claimed(present);
        if (node != present) {
            root = node;
            long unused = paging.release(present);
        }
        for (int shift = topShift; shift > 0; shift -= Node.FAN_OUT_BITS) {
            PageDirectory directory = (PageDirectory) node;
            int slot = (int) (page >>> shift) & Node.SLOT_MASK;
            Node child = directory.children[slot];
            if (child == null) {
                node = paging.newNode(shift - Node.FAN_OUT_BITS, (page >>> shift) << shift);
                node.adopt(owner);
            } else {
                node = claimed(child);
            }
            if (node != child) {
                directory.children[slot] = node;
                long unused = child == null ? 0 : paging.release(child);
            }
        }
        return (PageTable) node;
    }

    /** A node below one that is this handle's alone, made such itself: as it is, or as a copy. */
    private Node claimed(Node node) {
        if (owns(node)) {
            return node;
        }
        if (node.isShared()) {
            return node.copy(owner);
        }
        node.adopt(owner);
        return node;
    }

    /** Whether a node is known to be this handle's alone. */
    boolean owns(Node node) {
        return node.owner == owner;
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

    // ---- looking for pages

    /** The first page with memory, at or after a page; the number of pages if there is none. */
    long nextWithMemory(long from) {
        long found = from >= paging.pages ? -1 : nextWithMemory(root(), topShift, 0, from);
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
}
