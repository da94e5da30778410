package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayBridge;
import dev.holstein.array.ArrayLeak;
import dev.holstein.array.ArrayLeaks;
import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ByteView;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handles that are dropped unclosed, and what is told about them. */
class LeakTest {
    private static final int LENGTH = 40;

    private static ArrayOptions options(PagePool pool, LeakDetection level) {
        return ArrayOptions.defaults().withPageSize(4).withPool(pool).withLeakDetection(level);
    }

    /** Makes an array of ten pages and drops it. */
    private static void drop(ArrayOptions options) {
        CowIntArray.ofLength(LENGTH, options).fill(1);
    }

    private static void awaitNoLivePage(PagePool pool) throws InterruptedException {
        Collector.awaits(() -> pool.stats().livePages() == 0, "all pages came back");
    }

    // ---- taken back

    @ParameterizedTest
    @EnumSource(LeakDetection.class)
    void aDroppedHandleIsTakenBack(LeakDetection level) throws InterruptedException {
        for (PagePool pool : List.of(PagePool.heap(1 << 16), PagePool.direct(1 << 16))) {
            drop(options(pool, level));
            awaitNoLivePage(pool);
            assertThat(pool.stats().freePages()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource(LeakDetection.class)
    void whenADroppedSnapshotIsTakenBackWritesAreInPlaceAgain(LeakDetection level) throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        try (CowIntArray array = CowIntArray.ofLength(LENGTH, options(pool, level))) {
            array.fill(1);
            dropSnapshot(array);
            Collector.awaits(array::isUnique, "the snapshot is taken back");
            array.set(5, 2);
            assertThat(array.stats().copiedPages()).isZero();
            assertThat(array.exclusiveBytes()).isEqualTo(LENGTH * Integer.BYTES);
            ArrayProbe.check(array);
        }
        assertThat(pool.stats().livePages()).isZero();
    }

    private static void dropSnapshot(CowIntArray array) {
        assertThat(array.snapshot().length()).isEqualTo(LENGTH);
        assertThat(array.isUnique()).isFalse();
    }

    @Test
    void aClosedHandleIsNotTakenBackAgain() throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        Heard heard = new Heard();
        try (CowIntArray array = CowIntArray.ofLength(LENGTH, options(pool, LeakDetection.ALL))) {
            array.fill(1);
            closeTwice(array);
            Collector.runs();
            assertThat(pool.stats().livePages()).isEqualTo(10);
            ArrayProbe.check(array);
        }
        Collector.runs();
        assertThat(pool.stats().livePages()).isZero();
        assertThat(heard.stop()).isEmpty();
    }

    private static void closeTwice(CowIntArray array) {
        CowIntArray snapshot = array.snapshot();
        snapshot.close();
        snapshot.close();
    }

    // ---- reported

    @Test
    void allReportsEveryLeakWithItsPlace() throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        Heard heard = new Heard();
        long before = ArrayLeaks.reported();
        drop(options(pool, LeakDetection.ALL));
        awaitNoLivePage(pool);
        Collector.awaits(() -> !heard.leaks.isEmpty(), "the leak is reported");
        List<ArrayLeak> leaks = heard.stop();
        assertThat(leaks).hasSize(1);
        ArrayLeak leak = leaks.get(0);
        assertThat(leak.type()).isEqualTo(CowIntArray.class);
        assertThat(leak.length()).isEqualTo(LENGTH);
        assertThat(leak.pagesFreed()).isEqualTo(10);
        assertThat(leak.madeAt().getStackTrace()).anySatisfy(frame -> {
            assertThat(frame.getClassName()).isEqualTo(LeakTest.class.getName());
            assertThat(frame.getMethodName()).isEqualTo("drop");
        });
        assertThat(leak)
                .hasToString("CowIntArray of length 40 was dropped without close(): 10 pages were freed by the "
                        + "collector instead");
        assertThat(ArrayLeaks.reported()).isGreaterThan(before);
    }

    @Test
    void aSnapshotHasTheLevelOfItsArrayAndItsOwnPlace() throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        Heard heard = new Heard();
        try (CowIntArray array = CowIntArray.ofLength(LENGTH, options(pool, LeakDetection.ALL))) {
            array.fill(1);
            dropSnapshot(array);
            Collector.awaits(() -> !heard.leaks.isEmpty(), "the leak is reported");
            ArrayLeak leak = heard.stop().get(0);
            assertThat(leak.pagesFreed()).as("all are shared").isZero();
            assertThat(leak.madeAt().getStackTrace())
                    .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("dropSnapshot"));
        }
    }

    @Test
    void offReportsNone() throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        Heard heard = new Heard();
        int length = LENGTH + 1; // of no other test, whose last report may come late
        for (int i = 0; i < 100; i++) {
            CowIntArray.ofLength(length, options(pool, LeakDetection.OFF)).fill(1);
        }
        awaitNoLivePage(pool);
        Collector.runs();
        assertThat(heard.stop()).noneMatch(leak -> leak.length() == length);
    }

    @Test
    void sampledReportsSome() throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        Heard heard = new Heard();
        int dropped = 20 * ArrayBridge.SAMPLE;
        for (int i = 0; i < dropped; i++) {
            CowIntArray.ofLength(4, options(pool, LeakDetection.SAMPLED)).set(0, 1);
        }
        awaitNoLivePage(pool);
        Collector.awaits(() -> !heard.leaks.isEmpty(), "a leak is reported");
        assertThat(heard.stop().size()).isBetween(1, dropped / 100);
    }

    @Test
    void aListenerThatThrowsStopsNobody() throws InterruptedException {
        PagePool pool = PagePool.heap(1 << 16);
        for (Throwable thrown : List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"))) {
            Consumer<ArrayLeak> bad = leak -> LeakTest.<RuntimeException>sneak(thrown);
            ArrayLeaks.addListener(bad);
            Heard heard = new Heard();
            try {
                drop(options(pool, LeakDetection.ALL));
                Collector.awaits(() -> !heard.leaks.isEmpty(), "the other listener is told after " + thrown);
                drop(options(pool, LeakDetection.ALL));
                Collector.awaits(() -> heard.leaks.size() == 2, "the thread goes on after " + thrown);
            } finally {
                assertThat(ArrayLeaks.removeListener(bad)).isTrue();
                heard.stop();
            }
            awaitNoLivePage(pool);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void listenersComeAndGo() {
        Consumer<ArrayLeak> listener = leak -> {};
        assertThat(ArrayLeaks.removeListener(listener)).isFalse();
        ArrayLeaks.addListener(listener);
        ArrayLeaks.addListener(listener);
        assertThat(ArrayLeaks.removeListener(listener)).isTrue();
        assertThat(ArrayLeaks.removeListener(listener)).isTrue();
        assertThat(ArrayLeaks.removeListener(listener)).isFalse();
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> ArrayLeaks.addListener(null))
                .withMessage("listener is null");
    }

    // ---- used after close

    @Test
    void allTellsWhereAHandleWasFirstClosed() {
        CowIntArray array = CowIntArray.ofLength(3, options(PagePool.heap(0), LeakDetection.ALL));
        closeHere(array);
        array.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> array.get(0))
                .withMessage("used after close(): the cause tells where it was closed")
                .satisfies(e -> assertThat(e.getCause().getStackTrace())
                        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("closeHere")));
    }

    private static void closeHere(CowIntArray array) {
        array.close();
    }

    @Test
    void offTellsHowToFindOut() {
        CowIntArray array = CowIntArray.ofLength(3, options(PagePool.heap(0), LeakDetection.OFF));
        array.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> array.get(0))
                .withMessage("used after close(); LeakDetection.ALL tells where it was closed")
                .withNoCause();
    }

    // ---- in use

    @Test
    void aHandleIsNotTakenBackWhileItsElementsAreRead() throws InterruptedException {
        Spliterator.OfInt spliterator = of(CowIntArray::spliterator);
        Spliterator.OfInt split = of(CowIntArray::spliterator).trySplit();
        IntStream stream = of(CowIntArray::stream);
        Iterator<String> iterator = references().iterator();
        Collector.runs();
        assertThat(spliterator.tryAdvance((int x) -> assertThat(x).isEqualTo(1)))
                .isTrue();
        split.forEachRemaining((int x) -> assertThat(x).isEqualTo(1));
        assertThat(stream.sum()).isEqualTo(LENGTH);
        assertThat(iterator.next()).isEqualTo("x");
        of(array -> {
            int[] seen = {0};
            array.forEach(x -> {
                assertThat(x).isEqualTo(1);
                if (seen[0]++ % 10 == 0) {
                    System.gc();
                }
            });
            return seen;
        });
    }

    private static <T> T of(Function<CowIntArray, T> derived) {
        CowIntArray array = CowIntArray.ofLength(LENGTH, options(PagePool.heap(1 << 16), LeakDetection.OFF));
        array.fill(1);
        return derived.apply(array);
    }

    private static CowArray<String> references() {
        return CowArray.copyOf(new String[] {"x"}, options(PagePool.heap(0), LeakDetection.OFF));
    }

    @Test
    void bothHandlesStayWhileTheirDifferencesAreRead() throws InterruptedException {
        var ranges = of(array -> {
            CowIntArray other = array.snapshot();
            other.set(7, 9);
            return array.diff(other);
        });
        Collector.runs();
        assertThat(ranges.count()).isEqualTo(1);
    }

    @Test
    void aHandleIsNotTakenBackWhileAViewOfItsBytesIsInUse() throws InterruptedException, IOException {
        PagePool pool = PagePool.direct(1 << 10);
        ByteView slice =
                bytes(pool).view(0, 9, ByteOrder.BIG_ENDIAN).slice(1, 9).order(ByteOrder.LITTLE_ENDIAN);
        InputStream in = bytes(pool).inputStream();
        OutputStream out = bytes(pool).outputStream();
        SeekableByteChannel channel = bytes(pool).channel();
        long live = pool.stats().livePages();
        Collector.runs();
        assertThat(pool.stats().livePages()).isEqualTo(live);
        assertThat(slice.get(0)).isEqualTo((byte) 3);
        assertThat(in.read()).isEqualTo(3);
        out.write(4);
        assertThat(channel.read(ByteBuffer.allocate(5))).isEqualTo(5);
    }

    private static CowByteArray bytes(PagePool pool) {
        CowByteArray array = CowByteArray.ofLength(LENGTH, options(pool, LeakDetection.OFF));
        array.fill((byte) 3);
        return array;
    }

    // ---- the system property

    @Test
    void theSystemPropertyNamesALevel() {
        assertThat(ArrayBridge.leakDetection("off")).isEqualTo(LeakDetection.OFF);
        assertThat(ArrayBridge.leakDetection("Sampled")).isEqualTo(LeakDetection.SAMPLED);
        assertThat(ArrayBridge.leakDetection("ALL")).isEqualTo(LeakDetection.ALL);
        for (String bad : List.of("", "on", "paranoid", " all")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> ArrayBridge.leakDetection(bad))
                    .withMessage("dev.holstein.array.leakDetection is '" + bad + "', not off, sampled or all");
        }
        assertThat(ArrayOptions.defaults().toString())
                .endsWith("leak detection "
                        + ArrayBridge.leakDetection(System.getProperty("dev.holstein.array.leakDetection", "sampled")));
    }

    /** Hears of the leaks of handles that were made here, not of those of other tests. */
    private static final class Heard {
        final List<ArrayLeak> leaks = new CopyOnWriteArrayList<>();
        private final Consumer<ArrayLeak> listener = this::hear;

        Heard() {
            ArrayLeaks.addListener(listener);
        }

        private void hear(ArrayLeak leak) {
            for (StackTraceElement frame : leak.madeAt().getStackTrace()) {
                if (frame.getClassName().equals(LeakTest.class.getName())) {
                    leaks.add(leak);
                    return;
                }
            }
        }

        List<ArrayLeak> stop() {
            assertThat(ArrayLeaks.removeListener(listener)).isTrue();
            return leaks;
        }
    }
}
