package dev.holstein.array;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ranges in which two arrays differ, from left to right. Pages that both refer to are not looked at, nor are nodes: O(pages that
 * differ); if the arrays have pages of different sizes, O(pages with memory); if one of them was wrapped, O(n).
 */
final class Differences extends Spliterators.AbstractSpliterator<ArrayRange> {
    private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;

    private final PagedArray<?> left;
    private final PagedArray<?> right;
    private final PageTree a;
    private final PageTree b;
    private final boolean alike;
    private final long length;

    private long next;

    /** Compares as far as both reach. */
    Differences(PagedArray<?> left, PagedArray<?> right) {
        super(Long.MAX_VALUE, CHARACTERISTICS);
        this.left = left;
        this.right = right;
        a = left.tree;
        b = right.tree;
        alike = a.paging.isLike(b.paging);
        length = Math.min(a.paging.length, b.paging.length);
    }

    @Override
    public boolean tryAdvance(Consumer<? super ArrayRange> action) {
        long from = find(next, false);
        if (from < 0) {
            next = length;
            return false;
        }
        long to = find(from, true);
        next = to < 0 ? length : to;
        action.accept(new ArrayRange(from, next));
        return true;
    }

    /** The first index in which they differ, or -1. */
    long first() {
        return find(0, false);
    }

    /** The first index, at or after one, in which the arrays are equal, or differ; -1 if there is none. */
    private long find(long from, boolean equal) {
        try {
            long index = from;
            while (index < length) {
                long candidate = equal ? index : skipShared(index);
                if (candidate >= length) {
                    return -1;
                }
                int elements = (int)
                        Math.min(length - candidate, Math.min(restOfPage(a, candidate), restOfPage(b, candidate)));
                int found = find(candidate, elements, equal);
                if (found >= 0) {
                    return candidate + found;
                }
                index = candidate + elements;
            }
            return -1;
        } finally {
            left.fence();
            right.fence();
        }
    }

    private int find(long index, int elements, boolean equal) {
        Object leftMemory = left.readable(index);
        Object rightMemory = right.readable(index);
        if (leftMemory == rightMemory && (leftMemory != null || a.hasGroundOf(b))) {
            return equal ? 0 : -1;
        }
        Object leftFrom = leftMemory == null ? a.ground() : leftMemory;
        Object rightFrom = rightMemory == null ? b.ground() : rightMemory;
        int leftAt = a.paging.offset(leftMemory, index);
        int rightAt = b.paging.offset(rightMemory, index);
        return equal
                ? a.paging.format.match(leftFrom, leftAt, rightFrom, rightAt, elements)
                : a.paging.format.mismatch(leftFrom, leftAt, rightFrom, rightAt, elements);
    }

    private static int restOfPage(PageTree tree, long index) {
        return tree.paging.pageSize - ((int) index & tree.paging.offsetMask);
    }

    /** The first index at or after one whose page is not the same in both, or has memory in one of them. */
    private long skipShared(long index) {
        if (!a.hasGroundOf(b)) {
            return index;
        }
        if (!alike) {
            return Math.max(index, Math.min(nextWithMemory(a, index), nextWithMemory(b, index)));
        }
        int shift = a.paging.pageShift;
        long page = nextPage(a.root(), b.root(), a.paging.topShift, 0, index >>> shift);
        return page < 0 ? length : Math.max(index, page << shift);
    }

    private static long nextWithMemory(PageTree tree, long index) {
        int shift = tree.paging.pageShift;
        return tree.nextWithMemory(index >>> shift) << shift;
    }

    /** The first page, at or after one, that is not the same below both nodes; -1 if there is none. */
    private static long nextPage(@Nullable Node a, @Nullable Node b, int shift, long first, long from) {
        if (a == b) {
            return -1;
        }
        int size = size(a == null ? b : a);
        for (int slot = (int) (Math.max(0, from - first) >>> shift); slot < size; slot++) {
            if (shift == 0) {
                if (page(a, slot) != page(b, slot)) {
                    return first + slot;
                }
                continue;
            }
            long found = nextPage(
                    child(a, slot), child(b, slot), shift - Node.FAN_OUT_BITS, first + ((long) slot << shift), from);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private static int size(@Nullable Node node) {
        return node instanceof PageTable table
                ? table.pages.length
                : node instanceof PageDirectory directory ? directory.children.length : 0;
    }

    private static @Nullable Page page(@Nullable Node table, int slot) {
        return table == null ? null : ((PageTable) table).pages[slot];
    }

    private static @Nullable Node child(@Nullable Node directory, int slot) {
        return directory == null ? null : ((PageDirectory) directory).children[slot];
    }
}
