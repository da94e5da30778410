package dev.holstein.array;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the pages of arrays come from, and go to when nobody refers to them any more: a bounded store of pages that wait for their
 * next use, on the heap or in direct memory.
 *
 * <pre>{@code
 * PagePool pool = PagePool.heap(1 << 20);                  // keeps at most a megabyte of pages for the next use
 * var options = ArrayOptions.defaults().withPageSize(1024).withPool(pool);
 * try (CowByteArray array = CowByteArray.ofLength(4096, options)) {
 *     array.set(0, (byte) 1);
 *     assert pool.stats().livePages() == 1;
 * }
 * assert pool.stats().livePages() == 0 && pool.stats().freePages() == 1;
 * }</pre>
 *
 * <p>Choose one of your own to bound what is kept for the next use, to observe the pages of some arrays, or to keep primitives off the heap
 * ({@link #direct}); any number of arrays, of any types and page sizes, may share it. Without a choice arrays share one pool of
 * the process, on the heap, that keeps {@value #SHARED_HEAP_BYTES} bytes.
 *
 * <p>The bound is one on pages that <em>wait</em>. Pages in use are as many as the arrays need; what comes back above the bound is
 * left to the collector. Direct memory that is given up is freed when the collector finds its buffer, as for all direct buffers of
 * the JDK: freeing it by force would turn a use after close into a crash of the process.
 *
 * <p><b>Cost.</b> A page is taken or given back in O(1), and zeroed in O(page size) when its next user needs zeros.
 *
 * <p><b>Threads.</b> Any number, lock-free.
 */
public final class PagePool {
    static final long SHARED_HEAP_BYTES = 16L << 20;
    static final long SHARED_DIRECT_BYTES = 64L << 20;

    /** The pool of all arrays that were given none. */
    static final PagePool SHARED_HEAP = new PagePool(false, SHARED_HEAP_BYTES);

    private record Kind(PageFormat format, int pageSize) {}

    private final boolean direct;
    private final long maxBytes;
    private final ConcurrentHashMap<Kind, PageShelf> shelves = new ConcurrentHashMap<>();
    private final AtomicLong freeBytes = new AtomicLong();
    private final AtomicLong freePages = new AtomicLong();
    private final AtomicLong live = new AtomicLong();
    private final AtomicLong allocated = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    private PagePool(boolean direct, long maxBytes) {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("maxBytes " + maxBytes + " is negative; 0 keeps no page");
        }
        this.direct = direct;
        this.maxBytes = maxBytes;
    }

    /** The pool of all arrays that only ask to be off the heap; made when the first one does. */
    static final class SharedDirect {
        static final PagePool POOL = new PagePool(true, SHARED_DIRECT_BYTES);

        private SharedDirect() {}
    }

    /**
     * Makes a pool of pages on the heap.
     *
     * @param maxBytes how many bytes of pages may wait for their next use; 0 keeps none
     * @return the pool
     * @throws IllegalArgumentException if the bound is negative
     */
    public static PagePool heap(long maxBytes) {
        return new PagePool(false, maxBytes);
    }

    /**
     * Makes a pool of pages in direct memory, for arrays of primitives.
     *
     * @param maxBytes how many bytes of pages may wait for their next use; 0 keeps none
     * @return the pool
     * @throws IllegalArgumentException if the bound is negative
     */
    public static PagePool direct(long maxBytes) {
        return new PagePool(true, maxBytes);
    }

    /**
     * Whether the pages are in direct memory.
     *
     * @return false if they are on the heap
     */
    public boolean isDirect() {
        return direct;
    }

    /**
     * The bound on pages that wait.
     *
     * @return bytes
     */
    public long maxBytes() {
        return maxBytes;
    }

    /**
     * What the pool holds and has done; exact when no array that uses it is at work.
     *
     * @return the numbers
     */
    public PoolStats stats() {
        return new PoolStats(
                live.get(), freePages.get(), freeBytes.get(), allocated.get(), reused.get(), givenUp.get());
    }

    /** Gives up all pages that wait. O(pages that wait). */
    public void trim() {
        shelves.values().forEach(PageShelf::trim);
    }

    @Override
    public String toString() {
        return (direct ? "direct" : "heap") + " pool of " + maxBytes + " bytes: " + stats();
    }

    PageShelf shelf(PageFormat format, int pageSize) {
        return shelves.computeIfAbsent(
                new Kind(format, pageSize), kind -> new PageShelf(this, kind.format, kind.pageSize));
    }

    void made() {
        allocated.getAndIncrement();
        live.getAndIncrement();
    }

    void reused(long bytes) {
        reused.getAndIncrement();
        live.getAndIncrement();
        freePages.getAndDecrement();
        freeBytes.getAndAdd(-bytes);
    }

    /** Whether a page may wait; if so, its place is taken. */
    boolean mayKeep(long bytes) {
        if (freeBytes.addAndGet(bytes) <= maxBytes) {
            freePages.getAndIncrement();
            return true;
        }
        freeBytes.getAndAdd(-bytes);
        return false;
    }

    /** Undoes {@link #mayKeep}, or the waiting that followed. */
    void gaveUp(long bytes) {
        freePages.getAndDecrement();
        freeBytes.getAndAdd(-bytes);
    }

    void returned(boolean kept) {
        live.getAndDecrement();
        if (!kept) {
            lost();
        }
    }

    void lost() {
        givenUp.getAndIncrement();
    }
}
