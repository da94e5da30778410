package dev.holstein.array.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagePool;
import dev.holstein.cow.SharingReport;
import java.lang.ref.WeakReference;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What readers with bad intentions have found. */
class ReviewedArraysTest {
    private static final int PAGE = 16;

    private final PagePool pool = PagePool.heap(1 << 20);
    private final ArrayOptions options =
            ArrayOptions.defaults().withPageSize(PAGE).withPool(pool);

    @Test
    void aNumberAcrossPagesIsOneWriteToEach() {
        try (CowByteArray array = CowByteArray.ofLength(4 * PAGE, options)) {
            array.fill((byte) 1);
            array.setLong(PAGE - 4, 0x0102030405060708L, ByteOrder.BIG_ENDIAN);
            assertThat(array.stats().inPlaceWrites()).isEqualTo(2);
            assertThat(array.getLong(PAGE - 4, ByteOrder.BIG_ENDIAN)).isEqualTo(0x0102030405060708L);
            try (CowByteArray snapshot = array.snapshot()) {
                array.setInt(2 * PAGE - 1, 7, ByteOrder.LITTLE_ENDIAN);
                assertThat(array.stats().copiedPages()).isEqualTo(2);
                assertThat(array.stats().inPlaceWrites()).isEqualTo(2);
                assertThat(snapshot.get(2 * PAGE - 1)).isEqualTo((byte) 1);
                ArrayProbe.check(array, snapshot);
            }
        }
    }

    @Test
    void zerosGiveUpTheNodesToo() {
        CowLongArray array = CowLongArray.ofLength(1L << 40, options);
        long empty = SharingReport.of(array).total().nodes();
        for (long i = 0; i < 1_000; i++) {
            array.set(i << 30, 1);
        }
        CowLongArray snapshot = array.snapshot();
        array.fill(0);
        ArrayProbe.check(array, snapshot);
        assertThat(SharingReport.of(array).total().nodes()).isEqualTo(empty);
        assertThat(snapshot.stats().ownPages()).isEqualTo(1_000);
        snapshot.close();
        assertThat(pool.stats().livePages()).isZero();
        array.set(5, 5);
        assertThat(array.get(5)).isEqualTo(5);
        array.close();
    }

    @Test
    void aWrappedArrayIsClearedWithoutACopy() {
        long[] ground = new long[4 * PAGE];
        Arrays.fill(ground, 3);
        try (CowLongArray array = CowLongArray.wrap(ground, options)) {
            array.clear(1, 3 * PAGE);
            assertThat(array.get(0)).isEqualTo(3);
            assertThat(array.stream().limit(3 * PAGE).sum()).isEqualTo(3);
            assertThat(array.get(3 * PAGE)).isEqualTo(3);
            assertThat(ground).containsOnly(3);
            ArrayProbe.check(array);
        }
    }

    @Test
    void whatBothShowIsNotCopied() {
        try (CowLongArray array = CowLongArray.ofLength(100 * PAGE, options)) {
            array.fill(1);
            try (CowLongArray before = array.snapshot()) {
                array.set(50 * PAGE, 2);
                array.copyFrom(before, 0, 0, array.length());
                assertThat(array).isEqualTo(before);
                assertThat(array.stats().copiedPages()).isEqualTo(1);
                ArrayProbe.check(array, before);
            }
        }
    }

    @Test
    void zerosThatAreCopiedTakeNoMemory() {
        try (CowLongArray sparse = CowLongArray.ofLength(1L << 40, options);
                CowLongArray array = CowLongArray.ofLength(1L << 40, options)) {
            array.set(5, 5);
            array.copyFrom(sparse, 0, 0, 1 << 20);
            array.copyFrom(array, 7, 9, 1 << 20);
            assertThat(array.stats().pages()).isZero();
            assertThat(array).isEqualTo(sparse);
            ArrayProbe.check(array, sparse);
        }
    }

    @Test
    void aClosedHandleLetsGoOfWhatItWrapped() throws InterruptedException {
        byte[] ground = new byte[1 << 20];
        WeakReference<byte[]> kept = new WeakReference<>(ground);
        CowByteArray array = CowByteArray.wrap(ground);
        ground = null;
        array.close();
        for (int i = 0; i < 100 && kept.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(kept.get()).isNull();
        assertThat(array.isClosed()).isTrue();
    }

    /** A handle that gives up what it knows of its pages also gives up which of them are its own. */
    @Test
    void aLongTableIsGivenUpWhole() {
        int pages = 2_000;
        try (CowLongArray array = CowLongArray.ofLength((long) pages * PAGE, options)) {
            array.fill(0, (pages - 1) * (long) PAGE, 1);
            long sum = array.stream().sum(); // now it knows all pages
            array.snapshot().close();
            array.set(0, 2); // in place: its own again
            array.set((pages - 1) * (long) PAGE, 3); // a new page, and the table is still a shared one
            array.set(0, 4);
            ArrayProbe.check(array);
            assertThat(array.stream().sum()).isEqualTo(sum + 6);
        }
    }

    /** Several threads read one handle, and share it, while nobody writes. */
    @Test
    void readersOfOneHandleSeeAllOfIt() throws Exception {
        int threads = 4;
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        try (CowLongArray array = CowLongArray.ofLength(2_000 * PAGE, options)) {
            array.fill(1);
            for (int round = 0; round < 200; round++) {
                array.set(round, 1); // after this nobody knows where the pages are
                try (CowLongArray shared = array.snapshot()) {
                    shared.set(round * 7L, 1);
                    List<Future<Long>> sums = new ArrayList<>();
                    for (int i = 0; i < threads; i++) {
                        sums.add(readers.submit(() -> {
                            long sum = 0;
                            for (long index = 0; index < shared.length(); index += PAGE) {
                                sum += shared.get(index);
                            }
                            try (CowLongArray own = shared.snapshot()) {
                                own.set(0, 0);
                                return sum + own.get(PAGE) + own.get(0);
                            }
                        }));
                    }
                    for (Future<Long> sum : sums) {
                        assertThat(sum.get()).isEqualTo(2_001);
                    }
                    ArrayProbe.check(array, shared);
                }
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(pool.stats().livePages()).isZero();
    }

    /** Handles that are dropped hold on to their pages until another thread has taken them back: allocation waits for it. */
    @Test
    void droppedHandlesDoNotExhaustDirectMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxDirectMemorySize=100m",
                        "-Ddev.holstein.array.leakDetection=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dropper.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Makes arrays of twenty megabytes, and drops them. */
    static final class Dropper {
        public static void main(String[] arguments) {
            ArrayOptions options = ArrayOptions.defaults().offHeap();
            for (int i = 0; i < 40; i++) {
                CowByteArray array = CowByteArray.ofLength(20_000_000, options);
                array.fill((byte) i);
                if (array.get(19_999_999) != (byte) i) {
                    throw new AssertionError("lost a write");
                }
            }
        }
    }
}
