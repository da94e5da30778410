package dev.holstein.array.contract;

import static dev.holstein.array.contract.DoubleSubject.DEFAULT_PAGE;
import static dev.holstein.array.contract.DoubleSubject.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.PagePool;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads, writes, copies and fills of ranges, against the same done with a plain array. */
class DoubleArrayBulkTest {
    private static final double ZERO = (double) 0;
    private static final double OUTSIDE = (double) 111;

    // ---- read

    @Test
    void readCopiesARangeAndNoMore() {
        forAll(s -> {
            for (int[] range : s.ranges()) {
                int count = range[1] - range[0];
                double[] whole = new double[count];
                s.array.read(range[0], whole);
                assertThat(whole).isEqualTo(Arrays.copyOfRange(s.expected, range[0], range[1]));

                double[] part = framed(new double[count]);
                s.array.read(range[0], part, 2, count);
                assertThat(part).isEqualTo(framed(whole));
            }
        });
    }

    /** Two elements before and three behind. */
    private static double[] framed(double[] elements) {
        double[] framed = new double[elements.length + 5];
        Arrays.fill(framed, OUTSIDE);
        System.arraycopy(elements, 0, framed, 2, elements.length);
        return framed;
    }

    @Test
    void readIntoABufferMovesItsPosition() {
        forAll(s -> {
            for (int[] range : s.ranges()) {
                int count = range[1] - range[0];
                double[] outside = framed(new double[count]);
                for (DoubleBuffer buffer : List.of(
                        DoubleBuffer.wrap(outside),
                        DoubleSubject.offHeap(outside, ByteOrder.BIG_ENDIAN),
                        DoubleSubject.offHeap(outside, ByteOrder.LITTLE_ENDIAN))) {
                    buffer.position(2).limit(2 + count);
                    s.array.read(range[0], buffer);
                    assertThat(buffer.position()).isEqualTo(2 + count);
                    assertThat(buffer.limit()).isEqualTo(2 + count);
                    double[] all = new double[count + 5];
                    buffer.clear().get(all);
                    assertThat(all).isEqualTo(framed(Arrays.copyOfRange(s.expected, range[0], range[1])));
                }
            }
        });
    }

    @Test
    void readIntoAReadOnlyBufferIsRefused() {
        forAll(s -> {
            if (s.length > 0) {
                DoubleBuffer buffer = DoubleBuffer.allocate(s.length).asReadOnlyBuffer();
                assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> s.array.read(0, buffer));
                assertThat(buffer.position()).isZero();
            }
        });
    }

    @Test
    void aBufferThatDoesNotFitIsLeftAsItWas() {
        forAll(s -> {
            DoubleBuffer buffer = DoubleBuffer.allocate(s.length + 2).position(1);
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> s.array.read(0, buffer));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> s.array.write(0, buffer));
            assertThat(buffer.position()).isEqualTo(1);
            assertThat(buffer.array()).isEqualTo(new double[s.length + 2]);
        });
    }

    // ---- write

    @Test
    void writeReplacesARangeAndNoMore() {
        forAll(s -> {
            int turn = 0;
            for (int[] range : s.ranges()) {
                double[] part = elements(++turn, range[1] - range[0]);
                System.arraycopy(part, 0, s.expected, range[0], part.length);
                s.array.write(range[0], part);
                s.check();
            }
        });
    }

    private static double[] elements(int seed, int count) {
        double[] elements = new double[count];
        for (int i = 0; i < count; i++) {
            elements[i] = (double) ((seed * 7 + i * 3) % 90 + 1);
        }
        return elements;
    }

    @Test
    void writeOfPartOfAnArrayAfterASnapshot() {
        forAll(s -> {
            int turn = 0;
            for (int[] range : s.ranges()) {
                if (turn % 5 == 0) {
                    s.share();
                }
                double[] part = elements(++turn, range[1] - range[0]);
                System.arraycopy(part, 0, s.expected, range[0], part.length);
                s.array.write(range[0], framed(part), 2, part.length);
                s.check();
            }
        });
    }

    @Test
    void writeOfABufferMovesItsPosition() {
        forAll(s -> {
            int turn = 0;
            for (int[] range : s.ranges()) {
                double[] part = elements(++turn, range[1] - range[0]);
                DoubleBuffer buffer = turn % 3 == 0
                        ? DoubleBuffer.wrap(framed(part)).asReadOnlyBuffer()
                        : turn % 3 == 1
                                ? DoubleSubject.offHeap(framed(part), ByteOrder.BIG_ENDIAN)
                                : DoubleSubject.offHeap(framed(part), ByteOrder.LITTLE_ENDIAN);
                buffer.position(2).limit(2 + part.length);
                System.arraycopy(part, 0, s.expected, range[0], part.length);
                s.array.write(range[0], buffer);
                assertThat(buffer.position()).isEqualTo(2 + part.length);
                s.check();
            }
        });
    }

    @Test
    void whatWasWrittenIsCopied() {
        double[] source = {(double) 1, (double) 2, (double) 3, (double) 4};
        ArrayOptions options = ArrayOptions.defaults().withPageSize(2);
        try (CowDoubleArray array = CowDoubleArray.copyOf(source, options)) {
            source[0] = (double) 9;
            assertThat(array.get(0)).isEqualTo((double) 1);
            double[] copy = array.toArray();
            copy[1] = (double) 9;
            assertThat(array.get(1)).isEqualTo((double) 2);
            ArrayProbe.check(array);
        }
    }

    // ---- fill and clear

    @Test
    void fillSetsARangeAndNoMore() {
        forAll(s -> {
            int turn = 0;
            for (int[] range : s.ranges()) {
                double filling = (double) (turn++ % 4 == 3 ? 0 : turn + 1);
                Arrays.fill(s.expected, range[0], range[1], filling);
                s.array.fill(range[0], range[1], filling);
                s.check();
            }
            Arrays.fill(s.expected, (double) 8);
            s.array.fill((double) 8);
        });
    }

    @Test
    void clearSetsARangeToZero() {
        forAll(s -> {
            int turn = 0;
            for (int[] range : s.ranges()) {
                if (turn++ % 4 == 0) {
                    s.share();
                    Arrays.fill(s.expected, (double) 5);
                    s.array.fill((double) 5);
                    s.check();
                }
                Arrays.fill(s.expected, range[0], range[1], ZERO);
                s.array.clear(range[0], range[1]);
                s.check();
            }
        });
    }

    @Test
    void clearGivesUpMemory() {
        for (PagePool pool : List.of(PagePool.heap(0), PagePool.direct(0))) {
            for (int pageSize : new int[] {1, 2, 4, 64}) {
                ArrayOptions options = ArrayOptions.defaults().withPool(pool).withPageSize(pageSize);
                int length = 9 * pageSize - (pageSize - 1);
                CowDoubleArray array = CowDoubleArray.ofLength(length, options);
                array.fill((double) 1);
                CowDoubleArray other = array.snapshot();
                assertThat(pool.stats().livePages()).isEqualTo(9);
                array.clear(pageSize, 3L * pageSize);
                assertThat(array.stats().pages()).isEqualTo(7);
                assertThat(array.stats().copiedPages())
                        .as("nothing is copied to be cleared")
                        .isZero();
                ArrayProbe.check(array, other);
                array.fill(ZERO);
                assertThat(array.stats().pages()).isZero();
                assertThat(other.stats().ownPages()).isEqualTo(9);
                ArrayProbe.check(array, other);
                array.set(0, (double) 2);
                assertThat(array.get(pageSize)).isEqualTo(ZERO);
                other.close();
                assertThat(pool.stats().livePages()).isEqualTo(1);
                ArrayProbe.check(array);
                array.close();
                assertThat(pool.stats().livePages()).isZero();
            }
        }
    }

    @Test
    void whatIsClearedDoesNotShowWhatWasWrappedAgain() {
        double[] wrapped = elements(1, 23);
        ArrayOptions options = ArrayOptions.defaults().withPageSize(4);
        try (CowDoubleArray array = CowDoubleArray.wrap(wrapped, options)) {
            array.clear(4, 12);
            array.fill(19, 23, ZERO);
            double[] expected = wrapped.clone();
            Arrays.fill(expected, 4, 12, ZERO);
            Arrays.fill(expected, 19, 23, ZERO);
            assertThat(array.toArray()).isEqualTo(expected);
            ArrayProbe.check(array);
            try (CowDoubleArray other = array.snapshot()) {
                array.clear(0, 23);
                assertThat(array.toArray()).isEqualTo(new double[23]);
                assertThat(other.toArray()).isEqualTo(expected);
                ArrayProbe.check(array, other);
            }
        }
    }

    // ---- copyFrom

    @Test
    void copyFromItselfIsAsSystemArraycopy() {
        forAll(s -> {
            for (int[] range : s.ranges()) {
                for (int to : new int[] {0, 1, s.pageSize, s.length / 2, s.length - (range[1] - range[0])}) {
                    int count = range[1] - range[0];
                    if (to >= 0 && to + count <= s.length && count > 0) {
                        System.arraycopy(s.expected, range[0], s.expected, to, count);
                        s.array.copyFrom(s.array, range[0], to, count);
                        assertThat(s.array.toArray()).isEqualTo(s.expected);
                    }
                }
                s.check();
            }
        });
    }

    @Test
    void copyFromASnapshotAndToOneIsAsSystemArraycopy() {
        forAll(s -> {
            for (int[] range : s.ranges()) {
                int count = range[1] - range[0];
                int to = s.length - range[1];
                double[] before = s.expected.clone();
                try (CowDoubleArray other = s.array.snapshot()) {
                    System.arraycopy(before, range[0], s.expected, to, count);
                    s.array.copyFrom(other, range[0], to, count);
                    assertThat(s.array.toArray()).isEqualTo(s.expected);
                    assertThat(other.toArray()).isEqualTo(before);
                }
                s.check();
            }
        });
    }

    @Test
    void copyFromArraysWithOtherPages() {
        int length = 2 * DEFAULT_PAGE + 3;
        for (PagePool pool : List.of(PagePool.heap(1 << 16), PagePool.direct(1 << 16))) {
            for (int pageSize : new int[] {2, DEFAULT_PAGE}) {
                ArrayOptions options = ArrayOptions.defaults().withPool(pool).withPageSize(pageSize);
                for (DoubleSubject.Origin origin :
                        List.of(DoubleSubject.Origin.SPARSE, DoubleSubject.Origin.WRAPPED_DIRECT)) {
                    try (DoubleSubject source =
                            new DoubleSubject(options, pool, length, origin, DoubleSubject.Sharing.PARTLY)) {
                        copyToOtherPages(source);
                    }
                }
            }
        }
    }

    private static void copyToOtherPages(DoubleSubject source) {
        forAll(s -> {
            if (s.length >= 2 && s.length <= DEFAULT_PAGE) {
                int count = s.length - 1;
                System.arraycopy(source.expected, 5, s.expected, 1, count);
                s.array.copyFrom(source.array, 5, 1, count);
            }
        });
        source.check();
    }
}
