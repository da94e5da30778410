package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.PagePool;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elements that {@code ==} and {@code Arrays.equals} see differently. */
class NanAndNegativeZeroTest {
    private static final double OTHER_NAN = Double.longBitsToDouble(0x7ff8000000000001L);

    private static final List<ArrayOptions> OPTIONS = List.of(
            ArrayOptions.defaults(),
            ArrayOptions.defaults().withPageSize(2),
            ArrayOptions.defaults().withPageSize(2).withPool(PagePool.direct(0)));

    @Test
    void allNansAreEqual() {
        double[] nan = {1, Double.NaN, 2};
        double[] other = {1, OTHER_NAN, 2};
        for (ArrayOptions options : OPTIONS) {
            for (ArrayOptions others : OPTIONS) {
                try (CowDoubleArray a = CowDoubleArray.copyOf(nan, options);
                        CowDoubleArray b = CowDoubleArray.copyOf(other, others)) {
                    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
                    assertThat(a.hashCode()).isEqualTo(Arrays.hashCode(nan));
                    assertThat(a.mismatch(b)).isEqualTo(-1);
                    assertThat(a.diff(b)).isEmpty();
                }
            }
        }
    }

    @Test
    void negativeZeroIsNotZero() {
        for (ArrayOptions options : OPTIONS) {
            for (ArrayOptions others : OPTIONS) {
                try (CowDoubleArray zeros = CowDoubleArray.ofLength(5, options);
                        CowDoubleArray negative = CowDoubleArray.ofLength(5, others)) {
                    negative.set(3, -0.0);
                    assertThat(zeros).isNotEqualTo(negative);
                    assertThat(zeros.mismatch(negative)).isEqualTo(3);
                    assertThat(zeros.diff(negative)).containsExactly(new ArrayRange(3, 4));
                    assertThat(negative.hashCode()).isEqualTo(Arrays.hashCode(new double[] {0, 0, 0, -0.0, 0}));
                }
            }
        }
    }

    @Test
    void fillWithNegativeZeroIsKept() {
        for (ArrayOptions options : OPTIONS) {
            try (CowDoubleArray array = CowDoubleArray.ofLength(5, options)) {
                array.fill(-0.0);
                assertThat(1 / array.get(4)).isEqualTo(Double.NEGATIVE_INFINITY);
                ArrayProbe.check(array);
                array.fill(0, 5, 0.0);
                assertThat(1 / array.get(4)).isEqualTo(Double.POSITIVE_INFINITY);
                assertThat(array.stats().pages()).isZero();
                ArrayProbe.check(array);
            }
        }
    }
}
