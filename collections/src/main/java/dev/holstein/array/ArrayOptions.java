package dev.holstein.array;

import dev.holstein.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How an array is kept: the size of its pages, where they come from, and what is remembered about its handles. Immutable; each
 * {@code with} answers other options.
 *
 * <pre>{@code
 * var options = ArrayOptions.defaults().withPageSize(512).offHeap().withLeakDetection(LeakDetection.ALL);
 * try (CowLongArray array = CowLongArray.ofLength(1_000_000, options)) {
 *     array.set(999_999, 7);
 *     assert array.pageSize() == 512 && array.stats().pages() == 1;   // the others take no memory yet
 * }
 * }</pre>
 */
public final class ArrayOptions {
    static final int MOST_ELEMENTS = 1 << 24;

    private static final int DEFAULT_PAGE_BYTES = 4_096;

    private static final ArrayOptions DEFAULTS = defaults(Integer.getInteger("dev.holstein.array.pageSize"));

    /** Elements; 0 for what suits the type. */
    private final int pageSize;

    final PagePool pool;
    final LeakDetection leakDetection;

    private ArrayOptions(int pageSize, PagePool pool, LeakDetection leakDetection) {
        this.pageSize = pageSize;
        this.pool = pool;
        this.leakDetection = leakDetection;
    }

    /** Tests choose pages so small that small arrays have many. */
    private static ArrayOptions defaults(@Nullable Integer pageSize) {
        ArrayOptions defaults = new ArrayOptions(0, PagePool.SHARED_HEAP, LeakDetection.DEFAULT);
        return pageSize == null ? defaults : defaults.withPageSize(pageSize);
    }

    /**
     * Pages of 4,096 bytes, on the heap, from the pool of the process.
     *
     * @return the options
     */
    public static ArrayOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Chooses the size of pages. A first write to a shared page copies it: small pages copy less, large ones cost less to find and
     * to share.
     *
     * @param elements how many elements a page has: a power of two, at most 2<sup>24</sup>
     * @return other options
     * @throws IllegalArgumentException if it is not one
     */
    public ArrayOptions withPageSize(int elements) {
        if (elements < 1 || elements > MOST_ELEMENTS || Integer.bitCount(elements) != 1) {
            throw new IllegalArgumentException(
                    "page size " + elements + " is no power of two from 1 to " + MOST_ELEMENTS);
        }
        return new ArrayOptions(elements, pool, leakDetection);
    }

    /**
     * Chooses where pages come from and return to.
     *
     * @param pages the pool; a direct one keeps pages off the heap
     * @return other options
     * @throws NullPointerException if the pool is null
     */
    public ArrayOptions withPool(PagePool pages) {
        return new ArrayOptions(pageSize, Checks.notNull(pages, "pages"), leakDetection);
    }

    /**
     * Keeps pages in direct memory: in the present pool if it is a direct one, else in one that all such arrays of the process
     * share. For primitives only.
     *
     * @return other options
     */
    public ArrayOptions offHeap() {
        return pool.isDirect() ? this : withPool(PagePool.SharedDirect.POOL);
    }

    /**
     * Chooses what is remembered about handles.
     *
     * @param level the level, for the array and its snapshots
     * @return other options
     * @throws NullPointerException if the level is null
     */
    public ArrayOptions withLeakDetection(LeakDetection level) {
        return new ArrayOptions(pageSize, pool, Checks.notNull(level, "level"));
    }

    @Override
    public String toString() {
        return "pages of " + (pageSize == 0 ? DEFAULT_PAGE_BYTES + " bytes" : pageSize + " elements") + " from a "
                + pool + ", leak detection " + leakDetection;
    }

    int pageSize(PageFormat format) {
        return pageSize != 0 ? pageSize : DEFAULT_PAGE_BYTES / format.elementBytes;
    }
}
