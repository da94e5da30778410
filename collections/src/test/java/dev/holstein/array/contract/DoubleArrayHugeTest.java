package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.PagePool;
import java.math.BigInteger;
import java.util.List;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

/** Arrays far longer than a Java array: their indices need a long, and their pages must not be made. */
class DoubleArrayHugeTest {
    private static final long LENGTH = 1L << 40;
    private static final double ZERO = (double) 0;
    private static final double ONE = (double) 1;

    private static final List<ArrayOptions> OPTIONS = List.of(
            ArrayOptions.defaults(),
            ArrayOptions.defaults().withPageSize(4),
            ArrayOptions.defaults().withPageSize(64).withPool(PagePool.direct(1 << 16)));

    private static final long[] PLACES = {
        0, Integer.MAX_VALUE, 1L << 31, (1L << 31) + 1, (1L << 32) - 1, 1L << 32, 3L << 38, LENGTH - 1
    };

    @Test
    void elementsBeyondTheRangeOfInt() {
        for (ArrayOptions options : OPTIONS) {
            try (CowDoubleArray array = CowDoubleArray.ofLength(LENGTH, options);
                    CowDoubleArray before = array.snapshot()) {
                for (int i = 0; i < PLACES.length; i++) {
                    assertThat(array.getAndSet(PLACES[i], (double) (i + 1))).isEqualTo(ZERO);
                }
                for (int i = 0; i < PLACES.length; i++) {
                    assertThat(array.get(PLACES[i])).isEqualTo((double) (i + 1));
                    assertThat(before.get(PLACES[i])).isEqualTo(ZERO);
                }
                assertThat(array.length()).isEqualTo(LENGTH);
                assertThat(array.stats().copiedPages()).isZero();
                assertThat(before.stats()).isEqualTo(new ArrayStats(0, 0, 0, 0, 0, 0));
                ArrayProbe.check(array, before);
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> array.get(LENGTH))
                        .withMessage("index 1099511627776 out of bounds for length 1099511627776");
            }
        }
    }

    @Test
    void rangesBeyondTheRangeOfInt() {
        for (ArrayOptions options : OPTIONS) {
            try (CowDoubleArray array = CowDoubleArray.ofLength(LENGTH, options);
                    CowDoubleArray other = array.snapshot()) {
                double[] elements = {ONE, (double) 2, (double) 3, (double) 4, (double) 5};
                array.write((1L << 32) - 2, elements);
                array.copyFrom(array, (1L << 32) - 2, (1L << 32) + 1, 5);
                double[] read = new double[9];
                array.read((1L << 32) - 3, read);
                assertThat(read)
                        .containsExactly(
                                ZERO, ONE, (double) 2, (double) 3, ONE, (double) 2, (double) 3, (double) 4, (double) 5);
                array.fill((1L << 35) - 1, (1L << 35) + 1, ONE);
                assertThat(array.diff(other))
                        .containsExactly(
                                new ArrayRange((1L << 32) - 2, (1L << 32) + 6),
                                new ArrayRange((1L << 35) - 1, (1L << 35) + 1));
                assertThat(array.mismatch(other)).isEqualTo((1L << 32) - 2);
                assertThat(array).isNotEqualTo(other);
                ArrayProbe.check(array, other);
                array.clear(0, LENGTH);
                assertThat(array).isEqualTo(other);
                assertThat(array.stats().pages()).isZero();
                ArrayProbe.check(array, other);
            }
        }
    }

    @Test
    void theHashIsThatOfSoManyElements() {
        for (ArrayOptions options : OPTIONS) {
            try (CowDoubleArray array = CowDoubleArray.ofLength(LENGTH, options)) {
                for (long place : PLACES) {
                    array.set(place, (double) 5);
                }
                BigInteger all = BigInteger.ONE.shiftLeft(32);
                BigInteger base = BigInteger.valueOf(31);
                BigInteger hash = base.modPow(BigInteger.valueOf(LENGTH), all);
                for (long place : PLACES) {
                    BigInteger weight = base.modPow(BigInteger.valueOf(LENGTH - 1 - place), all);
                    hash = hash.add(weight.multiply(BigInteger.valueOf(Double.hashCode((double) 5))));
                }
                assertThat(array.hashCode()).isEqualTo(hash.intValue());
                ArrayProbe.check(array);
            }
        }
    }

    @Test
    void theLongestArray() {
        try (CowDoubleArray array = CowDoubleArray.ofLength(1L << 62)) {
            array.set((1L << 62) - 1, ONE);
            array.fill(ZERO);
            array.set((1L << 62) - 2, ONE);
            try (CowDoubleArray other = array.snapshot()) {
                other.set((1L << 62) - 1, ONE);
                assertThat(array.mismatch(other)).isEqualTo((1L << 62) - 1);
                assertThat(array.diff(other)).containsExactly(new ArrayRange((1L << 62) - 1, 1L << 62));
                assertThat(other.stats().copiedPages()).isEqualTo(1);
                ArrayProbe.check(array, other);
            }
        }
    }

    @Test
    void whatNeedsAJavaArrayIsRefused() {
        try (CowDoubleArray array = CowDoubleArray.ofLength(1L << 31)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(array::toArray)
                    .withMessage("length 2147483648 is more than one array can have: read it in parts");
            assertThat(array.toString()).startsWith("[").endsWith(", ... (2147483548 more)]");
        }
    }

    @Test
    void splitsHaveTheSizeOfALong() {
        try (CowDoubleArray array = CowDoubleArray.ofLength(LENGTH)) {
            Spliterator.OfDouble right = array.spliterator();
            Spliterator.OfDouble left = right.trySplit();
            assertThat(left.estimateSize()).isEqualTo(LENGTH / 2);
            assertThat(right.estimateSize()).isEqualTo(LENGTH / 2);
            assertThat(array.stream().count()).isEqualTo(LENGTH);
            array.set(LENGTH / 2, (double) 3);
            assertThat(right.tryAdvance(
                            (DoubleConsumer) x -> assertThat((double) x).isEqualTo((double) 3)))
                    .isTrue();
            ArrayProbe.check(array);
        }
    }
}
