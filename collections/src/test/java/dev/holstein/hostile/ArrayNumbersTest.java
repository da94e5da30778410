package dev.holstein.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ByteView;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagePool;
import dev.holstein.array.PagedArray;
import dev.holstein.hostile.NumberLimits.Subject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lengths, indices, offsets and ranges of arrays, at the limits of int and long. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ArrayNumbersTest {
    private static final int LENGTH = 40;

    /** Elements of the plain arrays and buffers that are read into and written from. */
    private static final int PLAIN = 3;

    private static final ArrayOptions OPTIONS = ArrayOptions.defaults().withPageSize(16);

    private static boolean isRange(long from, long to, long length) {
        return 0 <= from && from <= to && to <= length;
    }

    private static boolean isCount(long from, long count, long length) {
        return 0 <= from && 0 <= count && count <= length && from <= length - count;
    }

    private static NumberLimits limits() {
        NumberLimits limits = new NumberLimits();
        limits.rule((n, size) -> 0 <= n[0] && n[0] < size, "length 40", "get(long)");
        for (String type : List.of("byte", "int", "long", "double", "Object")) {
            limits.rule(
                    (n, size) -> 0 <= n[0] && n[0] < size,
                    "length 40",
                    "set(long," + type + ")",
                    "getAndSet(long," + type + ")");
            limits.rule((n, size) -> isRange(n[0], n[1], size), "length 40", "fill(long,long," + type + ")");
            limits.rule(
                    (n, size) -> isCount(n[0], PLAIN, size),
                    "length 40",
                    "read(long," + type + "[])",
                    "write(long," + type + "[])");
            limits.rule(
                    (n, size) -> isCount(n[0], n[2], size) && isCount(n[1], n[2], PLAIN),
                    "length ",
                    "read(long," + type + "[],int,int)",
                    "write(long," + type + "[],int,int)");
        }
        for (String buffer : List.of("ByteBuffer", "IntBuffer", "LongBuffer", "DoubleBuffer")) {
            limits.rule(
                    (n, size) -> isCount(n[0], PLAIN, size),
                    "length 40",
                    "read(long," + buffer + ")",
                    "write(long," + buffer + ")");
        }
        limits.rule((n, size) -> isRange(n[0], n[1], size), "length 40", "clear(long,long)");
        limits.rule(
                (n, size) -> isCount(n[0], n[2], size) && isCount(n[1], n[2], size),
                "length 40",
                "copyFrom(PagedArray,long,long,long)");
        limits.rule((n, size) -> true, "", "fill(int)", "fill(long)");
        limits.rule(
                (n, size) -> 0 <= n[0] && n[0] <= 1L << 62,
                "0 to 2^62",
                "ofLength(long)",
                "ofLength(long,ArrayOptions)");
        return limits;
    }

    private static void withNumbersInBytes(NumberLimits limits) {
        List<String> types = List.of("short", "char", "int", "long", "float", "double");
        List<Integer> widths = List.of(2, 2, 4, 8, 4, 8);
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            String name = type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
            int width = widths.get(i);
            limits.rule(
                    (n, size) -> isCount(n[0], width, size),
                    "length 40",
                    "get" + name + "(long,ByteOrder)",
                    "set" + name + "(long," + type + ",ByteOrder)",
                    "get" + name + "(long)",
                    "set" + name + "(long," + type + ")");
        }
        limits.rule(
                (n, size) -> isRange(n[0], n[1], size), "length 40", "view(long,long,ByteOrder)", "slice(long,long)");
    }

    private static void arguments(NumberLimits limits, Supplier<?> array) {
        limits.argument(byte.class, () -> (byte) 1);
        limits.argument(short.class, () -> (short) 1);
        limits.argument(char.class, () -> 'a');
        limits.argument(float.class, () -> 1f);
        limits.argument(double.class, () -> 1d);
        limits.argument(Object.class, () -> "x");
        limits.argument(byte[].class, () -> new byte[PLAIN]);
        limits.argument(int[].class, () -> new int[PLAIN]);
        limits.argument(long[].class, () -> new long[PLAIN]);
        limits.argument(double[].class, () -> new double[PLAIN]);
        limits.argument(Object[].class, () -> new Object[PLAIN]);
        limits.argument(ByteBuffer.class, () -> ByteBuffer.allocate(PLAIN));
        limits.argument(IntBuffer.class, () -> IntBuffer.allocate(PLAIN));
        limits.argument(LongBuffer.class, () -> LongBuffer.allocate(PLAIN));
        limits.argument(DoubleBuffer.class, () -> DoubleBuffer.allocate(PLAIN));
        limits.argument(ByteOrder.class, () -> ByteOrder.LITTLE_ENDIAN);
        limits.argument(ArrayOptions.class, () -> OPTIONS);
        limits.argument(PagedArray.class, array);
    }

    private static String check(NumberLimits limits, Class<?> type, Supplier<? extends PagedArray<?>> make) {
        arguments(limits, make);
        limits.check(new Subject(type.getSimpleName(), type, make, Object::toString, LENGTH));
        return type.getSimpleName() + ": " + limits.counts();
    }

    @Test
    void everyArrayOfEveryType() {
        double[] elements = new double[LENGTH];
        Arrays.fill(elements, 1);
        System.out.println(check(limits(), CowDoubleArray.class, () -> CowDoubleArray.copyOf(elements, OPTIONS)));
        System.out.println(check(limits(), CowIntArray.class, () -> CowIntArray.copyOf(new int[LENGTH], OPTIONS)));
        System.out.println(check(limits(), CowLongArray.class, () -> CowLongArray.copyOf(new long[LENGTH], OPTIONS)));
        System.out.println(check(limits(), CowArray.class, () -> CowArray.copyOf(new Object[LENGTH], OPTIONS)));
        NumberLimits ofBytes = limits();
        withNumbersInBytes(ofBytes);
        System.out.println(check(ofBytes, CowByteArray.class, () -> CowByteArray.copyOf(new byte[LENGTH], OPTIONS)));
    }

    /** Sums of indices and counts overflow a long: what is refused is refused before it is begun. */
    @Test
    void theLongestArray() {
        long length = 1L << 62;
        long[] limits = {Long.MIN_VALUE, -1, 0, 1, length - 1, length, length + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE};
        try (CowLongArray array = CowLongArray.ofLength(length)) {
            for (long from : limits) {
                for (long to : limits) {
                    if (!isRange(from, to, length)) {
                        assertOutOfBounds(() -> array.fill(from, to, 7));
                        assertOutOfBounds(() -> array.clear(from, to));
                    }
                    for (long count : limits) {
                        if (!isCount(from, count, length) || !isCount(to, count, length)) {
                            assertOutOfBounds(() -> array.copyFrom(array, from, to, count));
                        }
                    }
                }
                for (int count : new int[] {Integer.MIN_VALUE, -1, 0, 1, PLAIN, Integer.MAX_VALUE}) {
                    if (!isCount(from, count, length) || count > PLAIN) {
                        assertOutOfBounds(() -> array.read(from, new long[PLAIN], 0, count));
                        assertOutOfBounds(() -> array.write(from, new long[PLAIN], 0, count));
                    }
                }
            }
            assertThat(array.stats().pages()).isZero();
        }
    }

    private static void assertOutOfBounds(Runnable call) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(call::run)
                .withMessageContaining("out of bounds for length ");
    }

    /** A view that begins within the array: nothing before and behind it is reached. */
    @Test
    void everyViewOfBytes() {
        NumberLimits limits = limits();
        withNumbersInBytes(limits);
        CowByteArray array = CowByteArray.copyOf(new byte[LENGTH + 20], OPTIONS);
        arguments(limits, () -> array);
        Function<Object, Object> contents = view -> array.toString();
        limits.check(new Subject(
                "view", ByteView.class, () -> array.view(10, 10 + LENGTH, ByteOrder.BIG_ENDIAN), contents, LENGTH));
        System.out.println("views: " + limits.counts());
        assertThat(array.get(9) + array.get(10 + LENGTH)).isZero();
        array.close();
    }

    /** The JDK's contract for streams and channels refuses less, and answers more. */
    @Test
    void streamsAndChannels() throws Exception {
        long[] counts = {Long.MIN_VALUE, -1, 0, 1, LENGTH - 1, LENGTH, LENGTH + 1, Long.MAX_VALUE};
        try (CowByteArray array = CowByteArray.copyOf(new byte[LENGTH], OPTIONS)) {
            for (long count : counts) {
                try (var in = array.inputStream();
                        var channel = array.channel()) {
                    long expected = Math.max(0, Math.min(count, LENGTH));
                    assertThat(in.skip(count)).isEqualTo(expected);
                    assertThat(in.available()).isEqualTo((int) (LENGTH - expected));
                    assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(LENGTH - expected);
                    assertThat(in.read()).isEqualTo(-1);
                    if (count < 0) {
                        assertThatExceptionOfType(IllegalArgumentException.class)
                                .isThrownBy(() -> channel.position(count))
                                .withMessageContaining(String.valueOf(count));
                        assertThatExceptionOfType(IllegalArgumentException.class)
                                .isThrownBy(() -> channel.truncate(count))
                                .withMessageContaining(String.valueOf(count));
                        continue;
                    }
                    assertThat(channel.position(count).position()).isEqualTo(count);
                    int left = (int) Math.max(0, LENGTH - count);
                    assertThat(channel.read(ByteBuffer.allocate(50))).isEqualTo(left == 0 ? -1 : left);
                    if (count >= LENGTH) {
                        channel.position(Long.MAX_VALUE);
                        assertThat(channel.truncate(count).position()).isEqualTo(count);
                    }
                }
            }
            ranges((from, count) -> array.inputStream().read(new byte[LENGTH], from, count));
            ranges((from, count) -> array.outputStream().write(new byte[LENGTH], from, count));
        }
    }

    private interface RangeCall {
        void run(int from, int count) throws Exception;
    }

    private static void ranges(RangeCall call) throws Exception {
        int[] limits = {Integer.MIN_VALUE, -1, 0, 1, LENGTH - 1, LENGTH, LENGTH + 1, Integer.MAX_VALUE};
        for (int from : limits) {
            for (int count : limits) {
                if (isCount(from, count, LENGTH)) {
                    call.run(from, count);
                } else {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> call.run(from, count))
                            .withMessage("range of %s from %s out of bounds for length %s", count, from, LENGTH);
                }
            }
        }
    }

    @Test
    void optionsAndPools() {
        NumberLimits limits = new NumberLimits();
        limits.rule(
                (n, size) -> 1 <= n[0] && n[0] <= 1 << 24 && Long.bitCount(n[0]) == 1,
                "1 to 16777216",
                "withPageSize(int)");
        limits.check(new Subject("options", ArrayOptions.class, ArrayOptions::defaults, Object::toString, 1 << 24));
        limits.rule((n, size) -> n[0] >= 0, "negative", "heap(long)", "direct(long)");
        limits.check(new Subject("pool", PagePool.class, () -> PagePool.heap(1), Object::toString, 1));
        assertThat(limits.unusedRules()).isEmpty();
    }
}
