package dev.holstein.array.contract;

import static dev.holstein.array.contract.DoubleSubject.forAll;
import static dev.holstein.array.contract.DoubleSubject.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.PagePool;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Handles, single elements, bad input and accounting of arrays of one primitive type; one master for four types. */
class CowDoubleArrayTest {
    private static final double ZERO = (double) 0;

    // ---- elements

    @Test
    void anArrayHoldsWhatWasPutIn() {
        forAll(s -> {
            assertThat(s.array.length()).isEqualTo(s.length);
            for (int i = 0; i < s.length; i++) {
                assertThat(s.array.get(i)).isEqualTo(s.expected[i]);
            }
        });
    }

    @Test
    void setChangesOneElementOfOneHandle() {
        forAll(s -> {
            for (int i : s.edges()) {
                s.expected[i] = (double) 120;
                s.array.set(i, (double) 120);
                s.check();
            }
        });
    }

    @Test
    void setBetweenSnapshotsIsSeenByLaterOnesOnly() {
        forAll(s -> {
            int turn = 0;
            for (int i : s.edges()) {
                s.share();
                s.expected[i] = (double) (102 + turn++);
                s.array.set(i, s.expected[i]);
                s.check();
                s.expected[i] = ZERO;
                s.array.set(i, ZERO);
                s.check();
            }
        });
    }

    @Test
    void getAndSetAnswersWhatWasThere() {
        forAll(s -> {
            for (int i : s.edges()) {
                double before = s.expected[i];
                s.expected[i] = (double) 119;
                assertThat(s.array.getAndSet(i, (double) 119)).isEqualTo(before);
                s.check();
            }
        });
    }

    // ---- bad input

    @Test
    void anIndexOutsideIsNamedAndNothingChanges() {
        forAll(s -> {
            for (long i :
                    new long[] {-1, s.length, s.length + 1L, 1L << 31, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
                List<ThrowingCallable> calls = List.of(
                        () -> s.array.get(i), () -> s.array.set(i, (double) 9), () -> s.array.getAndSet(i, (double) 9));
                for (ThrowingCallable call : calls) {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(call)
                            .withMessage("index " + i + " out of bounds for length " + s.length);
                }
            }
        });
    }

    @Test
    void aRangeOutsideIsNamedAndNothingChanges() {
        forAll(s -> {
            double[] two = {(double) 9, (double) 9};
            long[][] outside = {
                {-1, 2}, {s.length - 1L, 2}, {s.length + 1L, 2}, {Long.MAX_VALUE, 2}, {Long.MIN_VALUE, 2}
            };
            for (long[] range : outside) {
                long from = range[0];
                List<ThrowingCallable> calls = List.of(
                        () -> s.array.read(from, two),
                        () -> s.array.read(from, two, 0, 2),
                        () -> s.array.read(from, DoubleBuffer.wrap(two)),
                        () -> s.array.write(from, two),
                        () -> s.array.write(from, two, 0, 2),
                        () -> s.array.write(from, DoubleBuffer.wrap(two)),
                        () -> s.array.copyFrom(s.array, 0, from, 2),
                        () -> s.array.copyFrom(s.array, from, 0, 2),
                        () -> s.array.fill(from, from + 2, (double) 9),
                        () -> s.array.clear(from, from + 2));
                for (ThrowingCallable call : s.length < 2 ? calls.subList(0, 6) : calls) {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(call)
                            .withMessage("range of 2 from " + from + " out of bounds for length " + s.length);
                }
            }
            assertThat(two).containsExactly((double) 9, (double) 9);
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> s.array.fill(1, 0, (double) 9),
                    () -> s.array.clear(1, 0),
                    () -> s.array.copyFrom(s.array, 0, 0, -1),
                    () -> s.array.fill(0, Long.MIN_VALUE, (double) 9),
                    () -> s.array.fill(5, Long.MIN_VALUE, (double) 9),
                    () -> s.array.clear(0, Long.MAX_VALUE),
                    () -> s.array.copyFrom(s.array, 1, 0, Long.MAX_VALUE),
                    () -> s.array.copyFrom(s.array, 0, Long.MAX_VALUE, 2))) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(call)
                        .withMessageContaining("out of bounds for length " + s.length);
            }
        });
    }

    @Test
    void aRangeOutsideTheOtherArrayIsNamedAndNothingChanges() {
        forAll(s -> {
            if (s.length == 0) {
                return;
            }
            double[] one = {(double) 9};
            for (ThrowingCallable call :
                    List.<ThrowingCallable>of(() -> s.array.read(0, one, 1, 1), () -> s.array.write(0, one, 1, 1))) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(call)
                        .withMessage("range of 1 from 1 out of bounds for length 1");
            }
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> s.array.read(0, one, -1, 1), () -> s.array.write(0, one, -1, 1),
                    () -> s.array.read(0, one, 0, -1), () -> s.array.write(0, one, 0, -1))) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call);
            }
            assertThat(one).containsExactly((double) 9);
        });
    }

    @Test
    void nullArgumentsAreNamed() {
        try (CowDoubleArray array = CowDoubleArray.ofLength(3)) {
            refusesNull("options", () -> CowDoubleArray.ofLength(3, null));
            refusesNull("elements", () -> CowDoubleArray.copyOf(null));
            refusesNull("elements", () -> CowDoubleArray.copyOf(null, ArrayOptions.defaults()));
            refusesNull("options", () -> CowDoubleArray.copyOf(new double[1], null));
            refusesNull("elements", () -> CowDoubleArray.wrap((double[]) null));
            refusesNull("elements", () -> CowDoubleArray.wrap((double[]) null, ArrayOptions.defaults()));
            refusesNull("elements", () -> CowDoubleArray.wrap((DoubleBuffer) null, ArrayOptions.defaults()));
            refusesNull("options", () -> CowDoubleArray.wrap(new double[1], null));
            refusesNull("options", () -> CowDoubleArray.wrap(DoubleBuffer.allocate(1), null));
            refusesNull("target", () -> array.read(0, (double[]) null));
            refusesNull("target", () -> array.read(0, null, 0, 0));
            refusesNull("target", () -> array.read(0, (DoubleBuffer) null));
            refusesNull("source", () -> array.write(0, (double[]) null));
            refusesNull("source", () -> array.write(0, null, 0, 0));
            refusesNull("source", () -> array.write(0, (DoubleBuffer) null));
            refusesNull("source", () -> array.copyFrom(null, 0, 0, 0));
            refusesNull("other", () -> array.mismatch(null));
            refusesNull("other", () -> array.diff(null));
            refusesNull("action", () -> array.forEach(null));
            refusesNull("action", () -> array.spliterator().tryAdvance((java.util.function.DoubleConsumer) null));
            assertThat(array.equals(null)).isFalse();
            ArrayProbe.check(array);
        }
    }

    private static void refusesNull(String name, ThrowingCallable call) {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(call).withMessage(name + " is null");
    }

    @Test
    void aLengthOutsideIsNamed() {
        for (long length : new long[] {-1, Long.MIN_VALUE, (1L << 62) + 1, Long.MAX_VALUE}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> CowDoubleArray.ofLength(length))
                    .withMessage("length " + length + " is not from 0 to 2^62");
        }
    }

    // ---- handles

    @Test
    void handlesAreEqualsWhoeverWasFirst() {
        try (CowDoubleArray first = CowDoubleArray.copyOf(new double[] {(double) 1, (double) 2})) {
            CowDoubleArray second = first.snapshot();
            CowDoubleArray third = second.snapshot();
            second.set(0, (double) 3);
            third.set(1, (double) 4);
            ArrayProbe.check(first, second, third);
            first.close();
            assertThat(second.toArray()).containsExactly((double) 3, (double) 2);
            assertThat(third.toArray()).containsExactly((double) 1, (double) 4);
            ArrayProbe.check(second, third);
            second.close();
            third.close();
        }
    }

    @Test
    void aClosedHandleSaysSoInEveryMethod() {
        forAll(s -> {
            CowDoubleArray closed = s.array.snapshot();
            assertThat(closed.isClosed()).isFalse();
            closed.close();
            closed.close();
            assertThat(closed.isClosed()).isTrue();
            assertThat(closed.length()).isEqualTo(s.length);
            assertThat(closed.pageSize()).isEqualTo(s.pageSize);
            assertThat(closed.equals(closed)).isTrue();
            assertThat(closed.equals(s.array)).isFalse();
            assertThat(s.array.equals(closed)).isFalse();
            assertThat(closed.hashCode()).isZero();
            assertThat(closed).hasToString("CowDoubleArray (closed)");
            double[] none = {};
            List<ThrowingCallable> calls = List.of(
                    () -> closed.get(0),
                    () -> closed.get(-1),
                    () -> closed.set(0, ZERO),
                    () -> closed.set(s.length, ZERO),
                    () -> closed.getAndSet(0, ZERO),
                    () -> closed.read(0, none),
                    () -> closed.read(0, none, 0, 0),
                    () -> closed.read(0, DoubleBuffer.wrap(none)),
                    () -> closed.write(0, none),
                    () -> closed.write(0, none, 0, 0),
                    () -> closed.write(0, DoubleBuffer.wrap(none)),
                    () -> closed.fill(ZERO),
                    () -> closed.fill((double) 1),
                    () -> closed.fill(0, 0, (double) 1),
                    () -> closed.clear(0, 0),
                    () -> closed.copyFrom(s.array, 0, 0, 0),
                    () -> s.array.copyFrom(closed, 0, 0, 0),
                    () -> closed.mismatch(s.array),
                    () -> s.array.mismatch(closed),
                    () -> closed.diff(s.array),
                    () -> s.array.diff(closed),
                    () -> closed.forEach(x -> {}),
                    closed::stream,
                    closed::spliterator,
                    closed::toArray,
                    closed::snapshot,
                    closed::isUnique,
                    closed::stats,
                    closed::exclusiveBytes);
            for (int i = 0; i < calls.size(); i++) {
                assertThatExceptionOfType(IllegalStateException.class)
                        .as("call " + i)
                        .isThrownBy(calls.get(i))
                        .withMessageContaining("used after close()");
            }
        });
    }

    @Test
    void wrappedMemoryIsReadNotCopied() {
        double[] elements = {(double) 1, (double) 2, (double) 3};
        PagePool pool = PagePool.heap(0);
        ArrayOptions options = ArrayOptions.defaults().withPool(pool).withPageSize(2);
        try (CowDoubleArray array = CowDoubleArray.wrap(elements, options)) {
            assertThat(array.stats()).isEqualTo(new ArrayStats(0, 0, 0, 0, 0, 0));
            array.set(2, (double) 7);
            assertThat(elements).containsExactly((double) 1, (double) 2, (double) 3);
            assertThat(array.stats()).isEqualTo(new ArrayStats(1, 1, 0, 1, Double.BYTES, 0));
            ArrayProbe.check(array);
        }
        assertThat(pool.stats().livePages()).isZero();
    }

    @Test
    void aWrappedBufferMayMoveItsPosition() {
        for (DoubleBuffer buffer : List.of(
                DoubleBuffer.wrap(new double[] {(double) 1, (double) 2, (double) 3, (double) 4}),
                DoubleSubject.offHeap(
                        new double[] {(double) 1, (double) 2, (double) 3, (double) 4}, ByteOrder.BIG_ENDIAN))) {
            buffer.position(1).limit(3);
            try (CowDoubleArray array = CowDoubleArray.wrap(buffer, ArrayOptions.defaults())) {
                buffer.clear();
                assertThat(array.toArray()).containsExactly((double) 2, (double) 3);
                array.set(0, (double) 9);
                assertThat(buffer.get(1)).isEqualTo((double) 2);
                ArrayProbe.check(array);
            }
        }
    }

    // ---- accounting

    @Test
    void aFirstWriteToASharedPageCopiesItOnce() {
        for (PagePool pool : List.of(PagePool.heap(1 << 20), PagePool.direct(1 << 20))) {
            for (int pageSize : new int[] {1, 2, 4, 64}) {
                ArrayOptions options = ArrayOptions.defaults().withPool(pool).withPageSize(pageSize);
                CowDoubleArray array = CowDoubleArray.ofLength(6L * pageSize, options);
                assertThat(array.stats()).isEqualTo(new ArrayStats(0, 0, 0, 0, 0, 0));
                for (int page = 0; page < 6; page++) {
                    array.set((long) page * pageSize, value(page));
                }
                assertThat(array.stats()).isEqualTo(new ArrayStats(6, 6, 0, 0, 0, 0));
                assertThat(array.isUnique()).isTrue();

                CowDoubleArray before = array.snapshot();
                assertThat(array.stats()).isEqualTo(new ArrayStats(6, 0, 6, 0, 0, 0));
                assertThat(array.isUnique() || before.isUnique()).isFalse();
                array.set(2L * pageSize, (double) 50);
                array.set(4L * pageSize, (double) 51);
                long bytes = (long) pageSize * Double.BYTES;
                assertThat(array.stats()).isEqualTo(new ArrayStats(6, 2, 4, 2, 2 * bytes, 0));
                assertThat(before.stats()).isEqualTo(new ArrayStats(6, 2, 4, 0, 0, 0));
                assertThat(before.exclusiveBytes()).isEqualTo(2 * bytes);
                array.set(2L * pageSize, (double) 52);
                assertThat(array.stats()).isEqualTo(new ArrayStats(6, 2, 4, 2, 2 * bytes, 1));
                ArrayProbe.check(array, before);

                long live = pool.stats().livePages();
                before.close();
                assertThat(pool.stats().livePages()).isEqualTo(live - 2);
                assertThat(array.isUnique()).isTrue();
                array.set(0, (double) 53);
                assertThat(array.stats()).isEqualTo(new ArrayStats(6, 6, 0, 2, 2 * bytes, 2));
                assertThat(array.exclusiveBytes()).isEqualTo(6 * bytes);
                ArrayProbe.check(array);
                array.close();
                assertThat(pool.stats().livePages()).isZero();
            }
        }
    }

    @Test
    void aShortLastPageCountsForItsOwnBytes() {
        ArrayOptions options = ArrayOptions.defaults().withPageSize(4);
        try (CowDoubleArray array = CowDoubleArray.ofLength(5, options)) {
            array.set(4, (double) 1);
            assertThat(array.exclusiveBytes()).isEqualTo(Double.BYTES);
            try (CowDoubleArray other = array.snapshot()) {
                array.set(4, (double) 2);
                assertThat(array.stats().copiedBytes()).isEqualTo(Double.BYTES);
                ArrayProbe.check(array, other);
            }
        }
    }

    @Test
    void exclusiveBytesAreWhatCloseFrees() {
        forAll(s -> {
            CowDoubleArray second = s.array.snapshot();
            Set<Integer> pages = new HashSet<>();
            long bytes = 0;
            for (int i : s.edges()) {
                second.set(i, (double) 77);
                if (pages.add(i / s.pageSize)) {
                    bytes += (long) Math.min(s.pageSize, s.length - i / s.pageSize * s.pageSize) * Double.BYTES;
                }
            }
            assertThat(second.stats().ownPages()).isEqualTo(pages.size());
            assertThat(second.exclusiveBytes()).isEqualTo(bytes);
            assertThat(second.isUnique()).isEqualTo(second.stats().sharedPages() == 0);
            long live = s.pool.stats().livePages();
            second.close();
            assertThat(s.pool.stats().livePages()).isEqualTo(live - pages.size());
        });
    }

    @Test
    void wholePagesAreNotCopiedBeforeTheyAreWritten() {
        ArrayOptions options = ArrayOptions.defaults().withPageSize(4).withPool(PagePool.heap(0));
        try (CowDoubleArray array = CowDoubleArray.copyOf(new double[12], options);
                CowDoubleArray other = array.snapshot()) {
            double[] ones = new double[8];
            Arrays.fill(ones, (double) 1);
            array.write(4, ones);
            assertThat(array.stats().ownPages()).isEqualTo(2);
            assertThat(other.toArray()).isEqualTo(new double[12]);
            ArrayProbe.check(array, other);
        }
    }

    @Test
    void toStringIsThatOfArraysAndEndsAtAHundred() {
        forAll(s -> {
            if (s.length <= 100) {
                assertThat(s.array).hasToString(Arrays.toString(s.expected));
            } else {
                String shown = Arrays.toString(Arrays.copyOf(s.expected, 100));
                assertThat(s.array)
                        .hasToString(shown.substring(0, shown.length() - 1) + ", ... (" + (s.length - 100) + " more)]");
            }
        });
        try (CowDoubleArray hundred = CowDoubleArray.ofLength(100)) {
            assertThat(hundred).hasToString(Arrays.toString(new double[100]));
        }
    }
}
