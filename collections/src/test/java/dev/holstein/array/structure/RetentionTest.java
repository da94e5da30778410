package dev.holstein.array.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What arrays keep alive: what an open handle shows, and nothing else; not what it showed once, nor what waits in
 * a pool.
 */
class RetentionTest {
    private static final int LENGTH = 1_000;
    private static final int PATIENCE_MILLIS = 20_000;

    private final PagePool pool = PagePool.heap(1 << 20);
    private final ArrayOptions options =
            ArrayOptions.defaults().withPageSize(16).withPool(pool).withLeakDetection(LeakDetection.OFF);

    private static boolean isGone(WeakReference<?> reference) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        do {
            System.gc();
        } while (!reference.refersTo(null) && System.nanoTime() < end);
        return reference.refersTo(null);
    }

    private static boolean isKept(WeakReference<?> reference) {
        System.gc();
        return !reference.refersTo(null);
    }

    /** Puts an object that nobody else knows. */
    private static WeakReference<Object> put(CowArray<Object> array, long index) {
        Object element = new Object();
        array.set(index, element);
        return new WeakReference<>(element);
    }

    @Test
    void closedHandlesKeepNoElements() {
        CowArray<Object> array = CowArray.ofLength(LENGTH, options);
        List<WeakReference<Object>> elements = new ArrayList<>();
        for (int i = 0; i < LENGTH; i += 50) {
            elements.add(put(array, i));
        }
        CowArray<Object> snapshot = array.snapshot();
        elements.add(put(array, 1));
        elements.add(put(snapshot, 3));
        array.close();
        assertThat(isKept(elements.get(1))).isTrue();
        snapshot.close();
        assertThat(elements).allMatch(RetentionTest::isGone);
        assertThat(pool.stats().freePages())
                .as("pages that wait, and hold nothing")
                .isPositive();
        Reference.reachabilityFence(array);
        Reference.reachabilityFence(snapshot);
    }

    @Test
    void whatOnlyASnapshotShowedGoesWithIt() {
        try (CowArray<Object> array = CowArray.ofLength(LENGTH, options)) {
            WeakReference<Object> element = put(array, 7);
            CowArray<Object> snapshot = array.snapshot();
            array.set(7, null);
            assertThat(isKept(element)).isTrue();
            snapshot.close();
            assertThat(isGone(element)).isTrue();
            Reference.reachabilityFence(snapshot);
        }
    }

    @Test
    void elementsThatAreClearedAreLetGo() {
        try (CowArray<Object> array = CowArray.ofLength(LENGTH, options)) {
            WeakReference<Object> inThePage = put(array, 17);
            WeakReference<Object> withThePage = put(array, 40);
            array.clear(16, 20);
            array.clear(32, 48);
            assertThat(isGone(inThePage)).isTrue();
            assertThat(isGone(withThePage)).isTrue();
        }
    }

    /** The last page is shorter than the others, and waits for nobody. */
    @Test
    void aShortPageIsLetGoWithItsElements() {
        try (CowArray<Object> array = CowArray.ofLength(17, options)) {
            WeakReference<Object> element = put(array, 16);
            array.clear(16, 17);
            assertThat(isGone(element)).isTrue();
            assertThat(pool.stats().freePages()).isZero();
            assertThat(pool.stats().givenUp()).isEqualTo(1);
        }
    }

    @Test
    void aReusedPageHasNothingOfItsFormerUse() {
        try (CowArray<Object> array = CowArray.ofLength(16, options)) {
            array.fill("old");
        }
        assertThat(pool.stats().freePages()).isEqualTo(1);
        try (CowArray<Object> array = CowArray.ofLength(16, options)) {
            array.set(3, "new");
            assertThat(pool.stats().reused()).isEqualTo(1);
            for (int i = 0; i < 16; i++) {
                assertThat(array.get(i)).isEqualTo(i == 3 ? "new" : null);
            }
        }
    }

    @Test
    void whatWasWrappedIsLetGoWithItsHandles() {
        byte[] ground = new byte[LENGTH];
        WeakReference<byte[]> array = new WeakReference<>(ground);
        CowByteArray handle = CowByteArray.wrap(ground, options);
        CowByteArray snapshot = handle.snapshot();
        handle.fill((byte) 1);
        handle.close();
        handle = null;
        ground = null;
        assertThat(isKept(array)).isTrue();
        assertThat(snapshot.get(7)).isZero();
        snapshot.close();
        snapshot = null;
        assertThat(isGone(array)).isTrue();
    }

    @Test
    void aWrappedBufferIsLetGoWithItsHandles() {
        ByteBuffer ground = ByteBuffer.allocate(LENGTH);
        WeakReference<byte[]> array = new WeakReference<>(ground.array());
        CowByteArray handle = CowByteArray.wrap(ground, options);
        ground = null;
        handle.set(7, (byte) 1);
        handle.close();
        handle = null;
        assertThat(isGone(array)).isTrue();
    }

    @Test
    void handlesDroppedUnclosedGiveTheirPagesBack() {
        CowByteArray array = CowByteArray.copyOf(new byte[LENGTH], options);
        for (int i = 0; i < 100; i++) {
            array.snapshot().set(i, (byte) 1);
        }
        long pages = (LENGTH - 1) / 16 + 1;
        assertThat(becomes(pages)).isEqualTo(pages);
        long before = array.stats().copiedPages();
        array.set(0, (byte) 1);
        assertThat(array.stats().copiedPages()).isEqualTo(before);
        array = null;
        assertThat(becomes(0)).isZero();
        assertThat(pool.stats().freePages() + pool.stats().givenUp())
                .isEqualTo(pool.stats().allocated());
    }

    private long becomes(long livePages) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (pool.stats().livePages() > livePages && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        return pool.stats().livePages();
    }

    /** More bytes go through a pool than the process may have at once. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void memoryThatAPoolGivesUpIsFreed(boolean direct) {
        int bytes = 64 << 20;
        PagePool none = direct ? PagePool.direct(0) : PagePool.heap(0);
        ArrayOptions large = options.withPageSize(bytes / 8).withPool(none);
        long most = Runtime.getRuntime().maxMemory();
        List<CowByteArray> closed = new ArrayList<>();
        for (long used = 0; used < most + most / 8; used += bytes) {
            CowByteArray array = CowByteArray.ofLength(bytes, large);
            for (long index = 0; index < bytes; index += array.pageSize()) {
                array.set(index, (byte) 1);
            }
            array.close();
            closed.add(array);
        }
        assertThat(none.stats().livePages()).isZero();
        assertThat(none.stats().givenUp()).isEqualTo(8L * closed.size());
    }
}
