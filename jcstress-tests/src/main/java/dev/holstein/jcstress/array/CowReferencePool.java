package dev.holstein.jcstress.array;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;

/** What is under test: {@link CowArray}, whose elements are objects, and a {@link PagePool} that keeps all pages. */
final class CowReferencePool implements Pool {
    private static final long AMPLE_BYTES = 1L << 20;

    private final PagePool pages = PagePool.heap(AMPLE_BYTES);
    private final ArrayOptions options;

    CowReferencePool(int pageSize) {
        options = ArrayOptions.defaults().withPageSize(pageSize).withPool(pages).withLeakDetection(LeakDetection.OFF);
    }

    @Override
    public Handle array(long length) {
        return new ArrayHandle(CowArray.ofLength(length, options));
    }

    @Override
    public String balance() {
        PoolStats stats = pages.stats();
        return stats.livePages() + " live " + stats.freePages() + " free";
    }

    private record ArrayHandle(CowArray<Long> array) implements Handle {
        @Override
        public long get(long index) {
            Long element = array.get(index);
            return element == null ? 0 : element;
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
