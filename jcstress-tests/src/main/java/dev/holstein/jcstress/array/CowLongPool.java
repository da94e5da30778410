package dev.holstein.jcstress.array;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;

/** What is under test: {@link CowLongArray}, and a {@link PagePool} that keeps all pages. */
final class CowLongPool implements Pool {
    private static final long AMPLE_BYTES = 1L << 20;

    private final PagePool pages;
    private final ArrayOptions options;

    /** With pages on the heap. */
    CowLongPool(int pageSize) {
        this(pageSize, PagePool.heap(AMPLE_BYTES));
    }

    private CowLongPool(int pageSize, PagePool pages) {
        this.pages = pages;
        options = ArrayOptions.defaults().withPageSize(pageSize).withPool(pages).withLeakDetection(LeakDetection.OFF);
    }

    /** With pages off the heap. */
    static CowLongPool offHeap(int pageSize) {
        return new CowLongPool(pageSize, PagePool.direct(AMPLE_BYTES));
    }

    @Override
    public Handle array(long length) {
        return new ArrayHandle(CowLongArray.ofLength(length, options));
    }

    @Override
    public String balance() {
        PoolStats stats = pages.stats();
        return stats.livePages() + " live " + stats.freePages() + " free";
    }

    private record ArrayHandle(CowLongArray array) implements Handle {
        @Override
        public long get(long index) {
            return array.get(index);
        }

        @Override
        public void set(long index, long element) {
            array.set(index, element);
        }

        @Override
        public Handle snapshot() {
            return new ArrayHandle(array.snapshot());
        }

        @Override
        public void close() {
            array.close();
        }

        @Override
        public void reclaim() {
            Collector.reclaim(array);
        }
    }
}
