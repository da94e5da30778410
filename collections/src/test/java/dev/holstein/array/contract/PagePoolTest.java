package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pool keeps, hands out again, and gives up, to the page. */
class PagePoolTest {
    private static final int PAGE = 16;
    private static final int PAGE_BYTES = PAGE * Integer.BYTES;

    private static PagePool pool(boolean direct, long maxBytes) {
        return direct ? PagePool.direct(maxBytes) : PagePool.heap(maxBytes);
    }

    private static ArrayOptions options(PagePool pool) {
        return ArrayOptions.defaults().withPool(pool).withPageSize(PAGE);
    }

    /** An array with so many pages in use. */
    private static CowIntArray ofPages(PagePool pool, int pages) {
        CowIntArray array = CowIntArray.ofLength((long) pages * PAGE, options(pool));
        array.fill(7);
        return array;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesOfClosedArraysAreReused(boolean direct) {
        PagePool pool = pool(direct, 10 * PAGE_BYTES);
        assertThat(pool.stats()).isEqualTo(new PoolStats(0, 0, 0, 0, 0, 0));
        CowIntArray first = ofPages(pool, 3);
        assertThat(pool.stats()).isEqualTo(new PoolStats(3, 0, 0, 3, 0, 0));
        first.close();
        assertThat(pool.stats()).isEqualTo(new PoolStats(0, 3, 3 * PAGE_BYTES, 3, 0, 0));
        CowIntArray second = ofPages(pool, 5);
        assertThat(pool.stats()).isEqualTo(new PoolStats(5, 0, 0, 5, 3, 0));
        second.close();
        assertThat(pool.stats()).isEqualTo(new PoolStats(0, 5, 5 * PAGE_BYTES, 5, 3, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reusedPagesAreZeroed(boolean direct) {
        PagePool pool = pool(direct, 10 * PAGE_BYTES);
        ofPages(pool, 4).close();
        try (CowIntArray array = CowIntArray.ofLength(4 * PAGE, options(pool))) {
            int[] expected = new int[4 * PAGE];
            for (int page = 0; page < 4; page++) {
                array.set(page * PAGE + 3, page + 1);
                expected[page * PAGE + 3] = page + 1;
            }
            assertThat(pool.stats().reused()).isEqualTo(4);
            assertThat(array.toArray()).isEqualTo(expected);
            ArrayProbe.check(array);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReusedPageIsACopyWhereOneIsNeeded(boolean direct) {
        PagePool pool = pool(direct, 10 * PAGE_BYTES);
        CowIntArray array = CowIntArray.ofLength(PAGE, options(pool));
        array.write(0, new int[] {1, 2, 3});
        ofPages(pool, 2).close();
        try (CowIntArray other = array.snapshot()) {
            other.set(3, 4);
            assertThat(pool.stats().reused()).isEqualTo(1);
            int[] expected = new int[PAGE];
            System.arraycopy(new int[] {1, 2, 3, 4}, 0, expected, 0, 4);
            assertThat(other.toArray()).isEqualTo(expected);
            ArrayProbe.check(array, other);
        }
        array.close();
        assertThat(pool.stats().livePages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatComesBackAboveTheBoundIsGivenUp(boolean direct) {
        PagePool pool = pool(direct, 2 * PAGE_BYTES + PAGE_BYTES / 2);
        ofPages(pool, 5).close();
        assertThat(pool.stats()).isEqualTo(new PoolStats(0, 2, 2 * PAGE_BYTES, 5, 0, 3));
        PagePool exact = pool(direct, 2 * PAGE_BYTES);
        ofPages(exact, 5).close();
        assertThat(exact.stats()).isEqualTo(new PoolStats(0, 2, 2 * PAGE_BYTES, 5, 0, 3));
        PagePool none = pool(direct, 0);
        ofPages(none, 5).close();
        assertThat(none.stats()).isEqualTo(new PoolStats(0, 0, 0, 5, 0, 5));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trimGivesUpWhatWaits(boolean direct) {
        PagePool pool = pool(direct, 100 * PAGE_BYTES);
        CowIntArray inUse = ofPages(pool, 2);
        ofPages(pool, 5).close();
        try (CowLongArray other = CowLongArray.ofLength(PAGE, options(pool))) {
            other.set(0, 1);
        }
        assertThat(pool.stats().freePages()).isEqualTo(6);
        pool.trim();
        assertThat(pool.stats()).isEqualTo(new PoolStats(2, 0, 0, 8, 0, 6));
        pool.trim();
        assertThat(pool.stats().givenUp()).isEqualTo(6);
        assertThat(inUse.get(0)).isEqualTo(7);
        inUse.close();
        assertThat(pool.stats()).isEqualTo(new PoolStats(0, 2, 2 * PAGE_BYTES, 8, 0, 6));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aShortLastPageIsNotKept(boolean direct) {
        PagePool pool = pool(direct, 100 * PAGE_BYTES);
        for (int turn = 1; turn <= 3; turn++) {
            CowIntArray array = CowIntArray.ofLength(2 * PAGE + 5, options(pool));
            array.fill(turn);
            array.close();
            assertThat(pool.stats()).isEqualTo(new PoolStats(0, 2, 2 * PAGE_BYTES, 2 + turn, 2 * (turn - 1L), turn));
        }
    }

    @Test
    void typesAndPageSizesShareThePoolButNoPages() {
        PagePool pool = PagePool.heap(1 << 16);
        CowIntArray ints = ofPages(pool, 1);
        CowLongArray longs = CowLongArray.ofLength(PAGE, options(pool));
        longs.set(0, 1);
        CowByteArray bytes = CowByteArray.ofLength(PAGE, options(pool));
        bytes.set(0, (byte) 1);
        CowIntArray larger = CowIntArray.ofLength(2 * PAGE, options(pool).withPageSize(2 * PAGE));
        larger.set(0, 1);
        CowArray<String> references = CowArray.ofLength(PAGE, options(pool));
        references.set(0, "x");
        assertThat(pool.stats()).isEqualTo(new PoolStats(5, 0, 0, 5, 0, 0));
        ArrayProbe.check(ints, longs, bytes, larger, references);
        ints.close();
        longs.close();
        larger.close();
        assertThat(pool.stats().freeBytes())
                .isEqualTo(PAGE_BYTES + (long) PAGE * Long.BYTES + 2L * PAGE * Integer.BYTES);
        try (CowLongArray again = CowLongArray.ofLength(2 * PAGE, options(pool))) {
            again.fill(3);
            assertThat(pool.stats().reused()).isEqualTo(1);
            assertThat(again.get(PAGE)).isEqualTo(3);
            ArrayProbe.check(again);
        }
        bytes.close();
        references.close();
        assertThat(pool.stats().livePages()).isZero();
        try (CowArray<String> again = CowArray.ofLength(PAGE, options(pool))) {
            again.set(1, "y");
            assertThat(again.get(0)).isNull();
            ArrayProbe.check(again);
        }
    }

    @Test
    void thePagesOfASharedArrayComeBackWithTheLastHandle() {
        PagePool pool = PagePool.heap(1 << 16);
        CowIntArray array = ofPages(pool, 6);
        CowIntArray first = array.snapshot();
        CowIntArray second = first.snapshot();
        array.set(0, 1);
        array.close();
        assertThat(pool.stats().livePages()).isEqualTo(6);
        first.close();
        first.close();
        assertThat(pool.stats().livePages()).isEqualTo(6);
        ArrayProbe.check(second);
        second.close();
        assertThat(pool.stats()).isEqualTo(new PoolStats(0, 7, 7 * PAGE_BYTES, 7, 0, 0));
    }

    @Test
    void aNegativeBoundIsRefused() {
        for (Runnable call : List.<Runnable>of(() -> PagePool.heap(-1), () -> PagePool.direct(-1))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(call::run)
                    .withMessage("maxBytes -1 is negative; 0 keeps no page");
        }
    }

    @Test
    void aPoolSaysWhatItIs() {
        assertThat(PagePool.heap(5).isDirect()).isFalse();
        assertThat(PagePool.direct(5).isDirect()).isTrue();
        assertThat(PagePool.direct(5).maxBytes()).isEqualTo(5);
        assertThat(PagePool.heap(5).toString()).startsWith("heap pool of 5 bytes: ");
        assertThat(PagePool.direct(6).toString()).startsWith("direct pool of 6 bytes: ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadsThatShareAPoolNeverShareAPage(boolean direct) {
        PagePool pool = pool(direct, 9 * PAGE_BYTES);
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int thread = 1; thread <= 4; thread++) {
            int mark = thread;
            threads.add(CompletableFuture.runAsync(() -> makeAndClose(pool, mark)));
        }
        threads.forEach(CompletableFuture::join);
        PoolStats stats = pool.stats();
        assertThat(stats.livePages()).isZero();
        assertThat(stats.freeBytes()).isEqualTo(stats.freePages() * PAGE_BYTES).isLessThanOrEqualTo(pool.maxBytes());
        assertThat(stats.allocated()).isEqualTo(stats.freePages() + stats.givenUp());
        assertThat(stats.allocated() + stats.reused()).isEqualTo(4L * 400 * 5);
    }

    private static void makeAndClose(PagePool pool, int mark) {
        for (int turn = 0; turn < 400; turn++) {
            try (CowIntArray array = CowIntArray.ofLength(5 * PAGE, options(pool))) {
                for (int i = 0; i < 5 * PAGE; i += PAGE) {
                    assertThat(array.getAndSet(i, mark)).isZero();
                    assertThat(array.getAndSet(i + PAGE - 1, mark)).isZero();
                }
                for (int i = 0; i < 5 * PAGE; i++) {
                    assertThat(array.get(i)).isEqualTo(i % PAGE == 0 || i % PAGE == PAGE - 1 ? mark : 0);
                }
            }
        }
    }
}
