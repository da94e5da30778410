package dev.holstein.jcstress.array;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;

/** What is under test: {@link CowLongArray}, and a {@link PagePool} that keeps all pages. */
final class CowLongPool implements Pool {
    private static final long AMPLE_BYTES = 1L << 20;

    private final PagePool pages = PagePool.heap(AMPLE_BYTES);
    private final ArrayOptions options;

    CowLongPool(int pageSize) {
        options = ArrayOptions.defaults().withPageSize(pageSize).withPool(pages).withLeakDetection(LeakDetection.OFF);
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
    }
}
