package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.LeakDetection;
import dev.holstein.array.PagePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What options promise. */
class ArrayOptionsTest {
    @Test
    void pagesHaveFourKibibytesUnlessTheSystemPropertySaysElse() {
        Integer given = Integer.getInteger("dev.holstein.array.pageSize");
        try (CowByteArray bytes = CowByteArray.ofLength(1);
                CowLongArray longs =
                        CowLongArray.ofLength(1, ArrayOptions.defaults().offHeap())) {
            assertThat(bytes.pageSize()).isEqualTo(given == null ? 4_096 : given);
            assertThat(longs.pageSize()).isEqualTo(given == null ? 512 : given);
        }
        try (CowArray<String> references = CowArray.ofLength(1)) {
            assertThat(references.pageSize()).isEqualTo(given == null ? references.pageSize() & -512 : given);
        }
    }

    @Test
    void eachWithAnswersOtherOptions() {
        ArrayOptions first = ArrayOptions.defaults().withPageSize(2);
        ArrayOptions second = first.withPageSize(8);
        PagePool pool = PagePool.direct(1 << 10);
        ArrayOptions third = first.withPool(pool);
        try (CowLongArray two = CowLongArray.ofLength(9, first);
                CowLongArray eight = CowLongArray.ofLength(9, second);
                CowLongArray direct = CowLongArray.ofLength(9, third)) {
            assertThat(two.pageSize()).isEqualTo(2);
            assertThat(eight.pageSize()).isEqualTo(8);
            assertThat(direct.pageSize()).isEqualTo(2);
            two.fill(1);
            eight.fill(1);
            assertThat(pool.stats().allocated()).isZero();
            direct.fill(1);
            assertThat(pool.stats().livePages()).isEqualTo(5);
            ArrayProbe.check(two, eight, direct);
        }
        assertThat(pool.stats().livePages()).isZero();
    }

    @Test
    void snapshotsAreKeptAsTheirArrayIs() {
        PagePool pool = PagePool.heap(0);
        try (CowLongArray array = CowLongArray.ofLength(
                        9, ArrayOptions.defaults().withPageSize(2).withPool(pool));
                CowLongArray snapshot = array.snapshot()) {
            snapshot.set(0, 1);
            assertThat(snapshot.pageSize()).isEqualTo(2);
            assertThat(pool.stats().livePages()).isEqualTo(1);
            ArrayProbe.check(array, snapshot);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, 6, 12, (1 << 24) + 1, 1 << 25, 1 << 30, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aPageSizeThatIsNoPowerOfTwoInRangeIsRefused(int elements) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ArrayOptions.defaults().withPageSize(elements))
                .withMessage("page size " + elements + " is no power of two from 1 to 16777216");
    }

    @Test
    void theLargestPageSizeIsTaken() {
        ArrayOptions options = ArrayOptions.defaults().withPageSize(1 << 24);
        try (CowByteArray array = CowByteArray.ofLength(3, options)) {
            array.set(2, (byte) 1);
            assertThat(array.exclusiveBytes()).isEqualTo(3);
            ArrayProbe.check(array);
        }
    }

    @Test
    void nullsAreNamed() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> ArrayOptions.defaults().withPool(null))
                .withMessageContaining("is null");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> ArrayOptions.defaults().withLeakDetection(null))
                .withMessage("level is null");
    }

    @Test
    void offHeapKeepsADirectPoolAndReplacesOneOnTheHeap() {
        ArrayOptions own = ArrayOptions.defaults().withPool(PagePool.direct(77));
        assertThat(own.offHeap()).isSameAs(own);
        assertThat(ArrayOptions.defaults().offHeap().toString()).contains("direct pool");
        assertThat(ArrayOptions.defaults().withPool(PagePool.heap(5)).offHeap().toString())
                .contains("direct pool")
                .doesNotContain("pool of 5 bytes");
        assertThat(ArrayOptions.defaults().offHeap().withPageSize(4).toString()).contains("direct pool");
    }

    @Test
    void optionsSayWhatTheyAre() {
        assertThat(ArrayOptions.defaults()
                        .withPageSize(8)
                        .withPool(PagePool.heap(9))
                        .withLeakDetection(LeakDetection.ALL)
                        .toString())
                .startsWith("pages of 8 elements from a heap pool of 9 bytes")
                .endsWith(", leak detection ALL");
        assertThat(ArrayOptions.defaults().toString()).startsWith("pages of 4");
    }
}
