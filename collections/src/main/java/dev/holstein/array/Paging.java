package dev.holstein.array;

import dev.holstein.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How an array is divided into pages, and where they come from: the same for all handles that come of one another.
 *
 * <pre>
 *   index    ....................................
 *            |directory| .. |table slot | offset |
 *             topShift ...  pageShift
 * </pre>
 */
final class Paging {
    private static final long MOST_ELEMENTS = 1L << 62;

    final Class<?> type;
    final PageFormat format;
    final long length;
    final int pageShift;
    final int pageSize;
    final int offsetMask;

    /** Pages, counting those without memory. */
    final long pages;

    /** By how much to shift the number of a page for its slot in the root; 0 if the root is a table. */
    final int topShift;

    final PageShelf shelf;
    final LeakDetection leakDetection;

    Paging(Class<?> type, PageFormat format, long length, ArrayOptions options) {
        if (length < 0 || length > MOST_ELEMENTS) {
            throw new IllegalArgumentException("length " + length + " is not from 0 to 2^62");
        }
        this.type = type;
        this.format = format;
        this.length = length;
        pageSize = options.pageSize(format);
        pageShift = Integer.numberOfTrailingZeros(pageSize);
        offsetMask = pageSize - 1;
        pages = length == 0 ? 0 : ((length - 1) >>> pageShift) + 1;
        int shift = 0;
        while (pages > 0 && (pages - 1) >>> shift >= Node.FAN_OUT) {
            shift += Node.FAN_OUT_BITS;
        }
        topShift = shift;
        if (options.pool.isDirect() && format.holdsObjects()) {
            throw new IllegalArgumentException("references cannot be kept in direct memory: use a pool on the heap");
        }
        shelf = options.pool.shelf(format, pageSize);
        leakDetection = options.leakDetection;
    }

    /** How many elements a page has: all the same, but for the last one. */
    int elements(long page) {
        return (int) Math.min(pageSize, length - (page << pageShift));
    }

    /** Where an index stands: in the memory of its page, or in the ground if the page has none. */
    int offset(@Nullable Object memory, long index) {
        return memory == null ? (int) index : (int) index & offsetMask;
    }

    long bytes(long page) {
        return (long) elements(page) * format.elementBytes;
    }

    /** A new node with room for what the array has from a page on. */
    Node newNode(int shift, long firstPage) {
        int size = (int) Math.min(Node.FAN_OUT, pages == 0 ? 0 : ((pages - firstPage - 1) >>> shift) + 1);
        return shift == 0 ? new PageTable(size) : new PageDirectory(size);
    }

    /** Whether nodes of the same place cover the same indices in both. */
    boolean isLike(Paging that) {
        return length == that.length && pageShift == that.pageShift;
    }

    /** Gives up a reference to a node; frees it, and what only it referred to, if that was the last one. Answers pages freed. */
    long release(Node node) {
        if (!node.drop()) {
            return 0;
        }
        long freed = 0;
        if (node instanceof PageDirectory directory) {
            for (Node child : directory.children) {
                freed += child == null ? 0 : release(child);
            }
        } else {
            PageTable table = (PageTable) node;
            for (int slot = 0; slot < table.pages.length; slot++) {
                Page page = table.pages[slot];
                freed += page == null ? 0 : release(page, table.memory[slot]);
            }
        }
        return freed;
    }

    /** Gives up a reference to a page; its memory goes back to the pool if that was the last one. Answers pages freed. */
    long release(Page page, @Nullable Object memory) {
        if (!page.drop()) {
            return 0;
        }
        shelf.give(Checks.present(memory, "the memory of a page"));
        return 1;
    }
}
