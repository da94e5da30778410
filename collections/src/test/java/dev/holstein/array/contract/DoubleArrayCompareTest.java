package dev.holstein.array.contract;

import static dev.holstein.array.contract.DoubleSubject.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.PagePool;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Equality, hash, mismatch and diff, against {@code Arrays} and brute force. */
class DoubleArrayCompareTest {
    private static final double ZERO = (double) 0;

    @Test
    void equalElementsAreEqualHoweverTheyAreKept() {
        forAll(s -> {
            assertThat(s.array.hashCode()).isEqualTo(Arrays.hashCode(s.expected));
            for (CowDoubleArray other : kept(s.expected)) {
                try (other) {
                    assertThat(s.array.equals(other)).isTrue();
                    assertThat(other.equals(s.array)).isTrue();
                    assertThat(other.hashCode()).isEqualTo(s.array.hashCode());
                    assertThat(s.array.mismatch(other)).isEqualTo(-1);
                    assertThat(s.array.diff(other)).isEmpty();
                    ArrayProbe.check(other);
                }
            }
        });
    }

    /** The same elements in other pages, on other grounds, and with zeros that were written. */
    private static List<CowDoubleArray> kept(double[] elements) {
        CowDoubleArray written =
                CowDoubleArray.ofLength(elements.length, ArrayOptions.defaults().withPageSize(4));
        for (int i = 0; i < elements.length; i++) {
            written.set(i, elements[i]);
        }
        return List.of(
                written,
                CowDoubleArray.copyOf(elements),
                CowDoubleArray.copyOf(
                        elements, ArrayOptions.defaults().withPageSize(2).withPool(PagePool.direct(0))),
                CowDoubleArray.wrap(elements.clone(), ArrayOptions.defaults().withPageSize(8)),
                CowDoubleArray.wrap(DoubleBuffer.wrap(elements.clone()), ArrayOptions.defaults()),
                CowDoubleArray.wrap(
                        DoubleSubject.offHeap(elements, ByteOrder.BIG_ENDIAN),
                        ArrayOptions.defaults().withPageSize(1)));
    }

    @Test
    void zerosAreEqualWrittenOrNot() {
        for (int pageSize : new int[] {1, 2, 4, 64}) {
            ArrayOptions options = ArrayOptions.defaults().withPageSize(pageSize);
            for (int length : new int[] {0, 1, pageSize, 5 * pageSize + 1}) {
                try (CowDoubleArray sparse = CowDoubleArray.ofLength(length, options);
                        CowDoubleArray written = CowDoubleArray.copyOf(new double[length], options);
                        CowDoubleArray other = CowDoubleArray.ofLength(length)) {
                    assertThat(written.stats().pages()).isEqualTo((length + pageSize - 1) / pageSize);
                    assertThat(sparse).isEqualTo(written).isEqualTo(other).hasSameHashCodeAs(written);
                    assertThat(written).isEqualTo(sparse).isEqualTo(other).hasSameHashCodeAs(other);
                    assertThat(sparse.hashCode()).isEqualTo(Arrays.hashCode(new double[length]));
                    assertThat(sparse.diff(written)).isEmpty();
                    if (length > 0) {
                        written.set(length - 1, (double) 1);
                        assertThat(sparse.mismatch(written)).isEqualTo(length - 1);
                        assertThat(written.mismatch(other)).isEqualTo(length - 1);
                        assertThat(sparse).isNotEqualTo(written);
                        assertThat(written.diff(other)).containsExactly(new ArrayRange(length - 1, length));
                    }
                    ArrayProbe.check(sparse, written, other);
                }
            }
        }
    }

    @Test
    void arraysOverOtherElementsDifferAlthoughNeitherHasPages() {
        double[] elements = new double[20];
        elements[13] = (double) 6;
        double[] others = new double[20];
        others[13] = (double) 7;
        ArrayOptions options = ArrayOptions.defaults().withPageSize(4);
        try (CowDoubleArray a = CowDoubleArray.wrap(elements, options);
                CowDoubleArray b = CowDoubleArray.wrap(others, options);
                CowDoubleArray zeros = CowDoubleArray.ofLength(20, options)) {
            assertThat(a.equals(b)).isFalse();
            assertThat(a.equals(zeros)).isFalse();
            assertThat(zeros.equals(a)).isFalse();
            assertThat(a.mismatch(b)).isEqualTo(13);
            assertThat(zeros.mismatch(b)).isEqualTo(13);
            assertThat(a.diff(b)).containsExactly(new ArrayRange(13, 14));
            assertThat(b.diff(zeros)).containsExactly(new ArrayRange(13, 14));
            ArrayProbe.check(a, b, zeros);
        }
    }

    @Test
    void otherLengthsAndTypesAreNotEqual() {
        try (CowDoubleArray two = CowDoubleArray.copyOf(new double[] {(double) 1, (double) 2});
                CowDoubleArray three = CowDoubleArray.copyOf(new double[] {(double) 1, (double) 2, (double) 3});
                CowArray<Object> references = CowArray.ofLength(2)) {
            assertThat(two.equals(three)).isFalse();
            assertThat(two.equals((Object) references)).isFalse();
            assertThat(references.equals((Object) two)).isFalse();
            assertThat(two.equals((Object) "[1, 2]")).isFalse();
            assertThat(two.mismatch(three)).isEqualTo(2);
            assertThat(three.mismatch(two)).isEqualTo(2);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> two.diff(three))
                    .withMessage("diff of arrays of lengths 2 and 3: use mismatch");
            ArrayProbe.check(two, three);
        }
    }

    /** Written at their last index alone, so that what both have is sparse. */
    @Test
    void mismatchOfOtherLengthsIsThatOfArrays() {
        int[] lengths = {1, 4, 5, 63, 64, 65, 4 * 64, 4 * 64 + 1, 700};
        for (int length : lengths) {
            for (int otherLength : lengths) {
                for (int pageSize : new int[] {4, 8}) {
                    double[] expected = lastWritten(length);
                    double[] others = lastWritten(otherLength);
                    try (CowDoubleArray array = CowDoubleArray.ofLength(length, paged(4));
                            CowDoubleArray other = CowDoubleArray.ofLength(otherLength, paged(pageSize))) {
                        array.set(length - 1, (double) 1);
                        other.set(otherLength - 1, (double) 1);
                        assertThat(array.mismatch(other)).isEqualTo(Arrays.mismatch(expected, others));
                        assertThat(array.equals(other)).isEqualTo(length == otherLength);
                        ArrayProbe.check(array, other);
                    }
                }
            }
        }
    }

    private static ArrayOptions paged(int pageSize) {
        return ArrayOptions.defaults().withPageSize(pageSize);
    }

    private static double[] lastWritten(int length) {
        double[] elements = new double[length];
        elements[length - 1] = (double) 1;
        return elements;
    }

    @Test
    void mismatchIsThatOfArrays() {
        forAll(s -> {
            for (int i : s.edges()) {
                double[] changed = s.expected.clone();
                changed[i] = (double) 115;
                try (CowDoubleArray snapshot = s.array.snapshot();
                        CowDoubleArray copy = CowDoubleArray.copyOf(changed)) {
                    snapshot.set(i, (double) 115);
                    assertThat(s.array.mismatch(snapshot)).isEqualTo(i);
                    assertThat(snapshot.mismatch(s.array)).isEqualTo(i);
                    assertThat(s.array.mismatch(copy)).isEqualTo(i);
                    assertThat(copy.mismatch(s.array)).isEqualTo(i);
                    assertThat(snapshot.mismatch(copy)).isEqualTo(-1);
                    assertThat(s.array.equals(snapshot)).isFalse();
                    assertThat(s.array.equals(copy)).isFalse();
                    assertThat(snapshot.equals(copy)).isTrue();
                }
            }
        });
    }

    @Test
    void mismatchOfAShorterArrayIsItsLength() {
        forAll(s -> {
            if (s.length > 0) {
                try (CowDoubleArray shorter = CowDoubleArray.copyOf(Arrays.copyOf(s.expected, s.length - 1))) {
                    assertThat(s.array.mismatch(shorter)).isEqualTo(s.length - 1);
                    assertThat(shorter.mismatch(s.array)).isEqualTo(s.length - 1);
                }
            }
        });
    }

    @Test
    void diffShowsExactlyWhatDiffers() {
        Random random = new Random(7);
        forAll(s -> {
            if (s.length == 0) {
                return;
            }
            double[] before = s.expected.clone();
            try (CowDoubleArray snapshot = s.array.snapshot();
                    CowDoubleArray copy = CowDoubleArray.copyOf(
                            before, ArrayOptions.defaults().withPageSize(8))) {
                for (int turn = 0; turn < 4; turn++) {
                    int from = random.nextInt(s.length);
                    int to = from + random.nextInt(Math.min(s.length - from, 2 * s.pageSize) + 1);
                    for (int i = from; i < to; i++) {
                        s.expected[i] = (double) (random.nextInt(3) * 40);
                        s.array.set(i, s.expected[i]);
                    }
                    List<ArrayRange> ranges = differences(before, s.expected);
                    assertThat(s.array.diff(snapshot)).isEqualTo(ranges);
                    assertThat(snapshot.diff(s.array)).isEqualTo(ranges);
                    assertThat(s.array.diff(copy)).isEqualTo(ranges);
                    assertThat(copy.diff(s.array)).isEqualTo(ranges);
                }
            }
        });
    }

    private static List<ArrayRange> differences(double[] a, double[] b) {
        List<ArrayRange> ranges = new ArrayList<>();
        int i = 0;
        while (i < a.length) {
            int from = i;
            while (i < a.length && a[i] != b[i]) {
                i++;
            }
            if (from < i) {
                ranges.add(new ArrayRange(from, i));
            }
            i++;
        }
        return ranges;
    }

    @Test
    void diffOfAWholeArrayIsOneRange() {
        forAll(s -> {
            if (s.length > 0) {
                try (CowDoubleArray other = s.array.snapshot()) {
                    other.fill((double) 123);
                    assertThat(s.array.diff(other)).containsExactly(new ArrayRange(0, s.length));
                    assertThat(new ArrayRange(0, s.length).length()).isEqualTo(s.length);
                }
            }
        });
    }

    @Test
    void diffIsLazyAndRefusesAClosedHandleLater() {
        try (CowDoubleArray array = CowDoubleArray.ofLength(100)) {
            CowDoubleArray other = array.snapshot();
            other.set(50, (double) 1);
            Stream<ArrayRange> ranges = array.diff(other);
            ArrayProbe.check(array, other);
            other.close();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(ranges::count)
                    .withMessageContaining("used after close()");
        }
    }

    @Test
    void aRangeIsNeverEmpty() {
        for (long[] bounds : new long[][] {{0, 0}, {5, 4}, {-1, 3}}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new ArrayRange(bounds[0], bounds[1]))
                    .withMessage("range [" + bounds[0] + ", " + bounds[1] + ") is empty or begins below 0");
        }
    }

    @Test
    void anArrayIsEqualToItselfWhileItIsWritten() {
        try (CowDoubleArray array = CowDoubleArray.ofLength(10)) {
            array.set(3, (double) 1);
            assertThat(array.equals(array)).isTrue();
            assertThat(array.mismatch(array)).isEqualTo(-1);
            assertThat(array.diff(array)).isEmpty();
            array.set(3, ZERO);
            assertThat(array.hashCode()).isEqualTo(Arrays.hashCode(new double[10]));
        }
    }
}
