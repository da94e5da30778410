package dev.holstein.array.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import dev.holstein.costs.AllocatedBytes;
import java.nio.DoubleBuffer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Reads and in-place writes allocate nothing, not one byte: no element is boxed, no view or iterator made on the
 * way.
 */
class DoubleAllocationTest {
    private static final int LENGTH = 1_000;
    private static final int WARM_UP = 12_000;
    private static final int RUNS = 20;

    private static double sink;

    abstract static class Allocation {
        private final CowDoubleArray array;
        private final CowDoubleArray other;
        private final double[] plain = new double[LENGTH];
        private final DoubleBuffer buffer = DoubleBuffer.allocate(LENGTH);

        Allocation(CowDoubleArray array, CowDoubleArray other) {
            this.array = array;
            this.other = other;
            for (int i = 0; i < LENGTH; i++) {
                plain[i] = (double) (1_000 + i);
            }
        }

        static ArrayOptions options(PagePool pool) {
            return ArrayOptions.defaults().withPageSize(16).withPool(pool).withLeakDetection(LeakDetection.OFF);
        }

        private static void allocatesNothing(LongConsumer action) {
            for (int i = 0; i < WARM_UP; i++) {
                action.accept(i % LENGTH);
            }
            assertThat(AllocatedBytes.of(RUNS, () -> {
                        for (long i = 0; i < 100; i++) {
                            action.accept(i);
                        }
                    }))
                    .isZero();
        }

        @Test
        void get() {
            allocatesNothing(i -> sink += array.get(i));
        }

        @Test
        void set() {
            allocatesNothing(i -> array.set(i, (double) (i + 1_000)));
        }

        @Test
        void getAndSet() {
            allocatesNothing(i -> sink += array.getAndSet(i, (double) (i + 1_000)));
        }

        @Test
        void read() {
            allocatesNothing(i -> array.read(i / 2, plain, 0, LENGTH / 2));
        }

        @Test
        void write() {
            array.write(0, plain);
            allocatesNothing(i -> array.write(i / 2, plain, 0, LENGTH / 2));
        }

        @Test
        void readBuffer() {
            allocatesNothing(i -> array.read(i / 2, buffer.clear().limit(LENGTH / 2)));
        }

        @Test
        void writeBuffer() {
            array.write(0, plain);
            allocatesNothing(i -> array.write(i / 2, buffer.clear().limit(LENGTH / 2)));
        }

        @Test
        void fill() {
            array.write(0, plain);
            allocatesNothing(i -> array.fill(i / 2, i / 2 + LENGTH / 2, (double) 1_000));
        }

        @Test
        void clear() {
            array.write(0, plain);
            allocatesNothing(i -> array.clear(i - i % 16, i - i % 16 + 7));
        }

        @Test
        void copyFrom() {
            array.write(0, plain);
            allocatesNothing(i -> array.copyFrom(other, i / 2, LENGTH / 2 - i / 2, LENGTH / 2));
        }

        @Test
        void copyWithin() {
            array.write(0, plain);
            allocatesNothing(i -> array.copyFrom(array, i / 2, LENGTH / 2 - i / 2, LENGTH / 2));
        }

        @Test
        void forEach() {
            allocatesNothing(i -> array.forEach(element -> sink += element));
        }

        @Test
        void hash() {
            allocatesNothing(i -> sink += array.hashCode());
        }
    }

    @Nested
    class Heap extends Allocation {
        Heap() {
            super(
                    CowDoubleArray.ofLength(LENGTH, options(PagePool.heap(0))),
                    CowDoubleArray.copyOf(new double[LENGTH], options(PagePool.heap(0))));
        }

        /** The first writes make the pages; the tests are about those that follow. */
        @Test
        void pagesAreMadeOnce() {
            try (CowDoubleArray array = CowDoubleArray.ofLength(LENGTH, options(PagePool.heap(0)))) {
                array.fill((double) 1);
                assertThat(AllocatedBytes.of(1, () -> array.fill((double) 2))).isZero();
            }
        }
    }

    @Nested
    class Direct extends Allocation {
        Direct() {
            super(
                    CowDoubleArray.ofLength(LENGTH, options(PagePool.direct(0))),
                    CowDoubleArray.copyOf(new double[LENGTH], options(PagePool.direct(0))));
        }
    }

    @Nested
    class Wrapped extends Allocation {
        Wrapped() {
            super(
                    CowDoubleArray.wrap(new double[LENGTH], options(PagePool.heap(0))),
                    CowDoubleArray.wrap(DoubleBuffer.allocate(LENGTH), options(PagePool.heap(0))));
        }
    }

    /** Pages that came back are used again: a snapshot, a page copied, and the snapshot closed, for ever. */
    @Test
    void copiesTakePagesFromThePool() {
        PagePool pool = PagePool.heap(1 << 20);
        try (CowDoubleArray array = CowDoubleArray.copyOf(new double[LENGTH], Allocation.options(pool))) {
            for (int i = 0; i < 100; i++) {
                try (CowDoubleArray snapshot = array.snapshot()) {
                    array.set(i, (double) 1);
                    assertThat(snapshot.get(i)).isEqualTo((double) 0);
                }
            }
            assertThat(pool.stats().allocated()).isEqualTo((LENGTH + 15) / 16 + 1);
            assertThat(pool.stats().reused()).isEqualTo(99);
        }
    }
}
