package dev.holstein.array;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one element type and size in a pool. Those that wait are a stack: the page that was used last is the one that the
 * caches still have.
 *
 * <p>A last page that is shorter than the others comes and goes uncollected.
 */
final class PageShelf {
    final PageFormat format;
    final int pageSize;

    final PagePool pool;
    private final ConcurrentLinkedDeque<Object> free = new ConcurrentLinkedDeque<>();

    PageShelf(PagePool pool, PageFormat format, int pageSize) {
        this.pool = pool;
        this.format = format;
        this.pageSize = pageSize;
    }

    /** A zeroed page. */
    Object take(int elements) {
        Object page = reuse(elements);
        if (page == null) {
            page = made(elements);
        } else if (!format.holdsObjects()) {
            format.clear(page, 0, elements);
        }
        return page;
    }

    /** A page with the contents of other memory. On the heap a copy spares the zeros that a new array is filled with first. */
    Object takeCopy(Object from, int fromIndex, int elements) {
        Object page = reuse(elements);
        if (page == null && !pool.isDirect()) {
            return made(from, fromIndex, elements);
        }
        if (page == null) {
            page = made(elements);
        }
        boolean copied = false;
        try {
            format.copy(from, fromIndex, page, 0, elements);
            copied = true;
            return page;
        } finally {
            if (!copied) {
                give(page); // a buffer of the user's can fail: its arena may be closed, its file cut off
            }
        }
    }

    /** A page of whatever was there, to be written from end to end. */
    Object takeAny(int elements) {
        Object page = reuse(elements);
        return page == null ? made(elements) : page;
    }

    private Object made(int elements) {
        return made(null, 0, elements);
    }

    /** Makes a page, of zeros or on the heap with the contents of other memory. */
    private Object made(@Nullable Object from, int fromIndex, int elements) {
        Object page = allocate(from, fromIndex, elements);
        pool.made();
        return page;
    }

    private Object allocate(@Nullable Object from, int fromIndex, int elements) {
        if (from != null) {
            return format.copyOnHeap(from, fromIndex, elements);
        }
        return pool.isDirect() ? format.offHeap(elements) : format.onHeap(elements);
    }

    private @Nullable Object reuse(int elements) {
        if (elements != pageSize) {
            return null;
        }
        Object page = free.poll();
        if (page != null) {
            pool.reused(bytes());
        }
        return page;
    }

    /** Takes back a page that nobody refers to any more. */
    void give(Object page) {
        boolean kept = format.length(page) == pageSize && pool.mayKeep(bytes());
        if (kept) {
            if (format.holdsObjects()) {
                format.clear(page, 0, pageSize);
            }
            kept = push(page);
        }
        pool.returned(kept);
    }

    private boolean push(Object page) {
        try {
            free.push(page);
            return true;
        } catch (OutOfMemoryError e) { // then the collector gets what it needs
            pool.gaveUp(bytes());
            return false;
        }
    }

    /** Gives up all pages that wait. */
    void trim() {
        while (free.poll() != null) {
            pool.gaveUp(bytes());
            pool.lost();
        }
    }

    private long bytes() {
        return (long) pageSize * format.elementBytes;
    }
}
