package dev.holstein.jmh.soak;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagedArray;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One handle on an array under test, whose elements are given as {@code long}, whatever they are.
 *
 * @param <A> the type of the array
 */
abstract class ArrayHandle<A extends PagedArray<A>> {
    final A array;

    ArrayHandle(A array) {
        this.array = array;
    }

    /** The types of arrays. */
    enum Kind {
        BYTE,
        INT,
        LONG,
        DOUBLE,
        REFERENCE;

        /** Whether there is a form of it off the heap. */
        boolean isPrimitive() {
            return this != REFERENCE;
        }

        /** The name in the report. */
        String type() {
            return this == REFERENCE
                    ? "CowArray"
                    : "Cow" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) + "Array";
        }

        /** The part of a number that an element of this type can keep. */
        long trimmed(long number) {
            return switch (this) {
                case BYTE -> (byte) number;
                case INT -> (int) number;
                case LONG -> number;
                case DOUBLE -> number >> 12; // what a double tells exactly
                case REFERENCE -> number >> 40;
            };
        }

        /** An array of zeros. */
        ArrayHandle<?> make(long length, ArrayOptions options) {
            return switch (this) {
                case BYTE -> new OfByte(CowByteArray.ofLength(length, options));
                case INT -> new OfInt(CowIntArray.ofLength(length, options));
                case LONG -> new OfLong(CowLongArray.ofLength(length, options));
                case DOUBLE -> new OfDouble(CowDoubleArray.ofLength(length, options));
                case REFERENCE -> new OfReference(CowArray.ofLength(length, options));
            };
        }
    }

    abstract ArrayHandle<A> snapshot();

    abstract long getAndSet(long index, long value);

    abstract long get(long index);

    abstract void set(long index, long value);

    /** Writes several elements at once. */
    abstract void write(long at, long[] values);

    /** Reads several elements at once. */
    abstract long[] read(long at, int count);

    abstract void fill(long from, long to, long value);

    /** The sum of all elements, by a walk. */
    abstract long sum();

    final void clear(long from, long to) {
        array.clear(from, to);
    }

    @SuppressWarnings("unchecked") // handles of one subject are of one type
    private A arrayOf(ArrayHandle<?> other) {
        return (A) other.array;
    }

    final void copyFrom(ArrayHandle<?> source, long from, long at, long count) {
        array.copyFrom(arrayOf(source), from, at, count);
    }

    final Stream<ArrayRange> diff(ArrayHandle<?> other) {
        return array.diff(arrayOf(other));
    }

    final long mismatch(ArrayHandle<?> other) {
        return array.mismatch(arrayOf(other));
    }

    final boolean isUnique() {
        return array.isUnique();
    }

    final ArrayStats stats() {
        return array.stats();
    }

    final long exclusiveBytes() {
        return array.exclusiveBytes();
    }

    void close() {
        array.close();
    }

    private static final class OfByte extends ArrayHandle<CowByteArray> {
        OfByte(CowByteArray array) {
            super(array);
        }

        @Override
        ArrayHandle<CowByteArray> snapshot() {
            return new OfByte(array.snapshot());
        }

        @Override
        long getAndSet(long index, long value) {
            return array.getAndSet(index, (byte) value);
        }

        @Override
        long get(long index) {
            return array.get(index);
        }

        @Override
        void set(long index, long value) {
            array.set(index, (byte) value);
        }

        @Override
        void write(long at, long[] values) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) values[i];
            }
            array.write(at, bytes);
        }

        @Override
        long[] read(long at, int count) {
            byte[] bytes = new byte[count];
            array.read(at, bytes);
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = bytes[i];
            }
            return values;
        }

        @Override
        void fill(long from, long to, long value) {
            array.fill(from, to, (byte) value);
        }

        @Override
        long sum() {
            return array.stream().asLongStream().sum();
        }
    }

    private static final class OfInt extends ArrayHandle<CowIntArray> {
        OfInt(CowIntArray array) {
            super(array);
        }

        @Override
        ArrayHandle<CowIntArray> snapshot() {
            return new OfInt(array.snapshot());
        }

        @Override
        long getAndSet(long index, long value) {
            return array.getAndSet(index, (int) value);
        }

        @Override
        long get(long index) {
            return array.get(index);
        }

        @Override
        void set(long index, long value) {
            array.set(index, (int) value);
        }

        @Override
        void write(long at, long[] values) {
            int[] ints = new int[values.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = (int) values[i];
            }
            array.write(at, ints);
        }

        @Override
        long[] read(long at, int count) {
            int[] ints = new int[count];
            array.read(at, ints);
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = ints[i];
            }
            return values;
        }

        @Override
        void fill(long from, long to, long value) {
            array.fill(from, to, (int) value);
        }

        @Override
        long sum() {
            return array.stream().asLongStream().sum();
        }
    }

    private static final class OfLong extends ArrayHandle<CowLongArray> {
        OfLong(CowLongArray array) {
            super(array);
        }

        @Override
        ArrayHandle<CowLongArray> snapshot() {
            return new OfLong(array.snapshot());
        }

        @Override
        long getAndSet(long index, long value) {
            return array.getAndSet(index, value);
        }

        @Override
        long get(long index) {
            return array.get(index);
        }

        @Override
        void set(long index, long value) {
            array.set(index, value);
        }

        @Override
        void write(long at, long[] values) {
            array.write(at, values);
        }

        @Override
        long[] read(long at, int count) {
            long[] values = new long[count];
            array.read(at, values);
            return values;
        }

        @Override
        void fill(long from, long to, long value) {
            array.fill(from, to, value);
        }

        @Override
        long sum() {
            return array.stream().sum();
        }
    }

    private static final class OfDouble extends ArrayHandle<CowDoubleArray> {
        OfDouble(CowDoubleArray array) {
            super(array);
        }

        @Override
        ArrayHandle<CowDoubleArray> snapshot() {
            return new OfDouble(array.snapshot());
        }

        @Override
        long getAndSet(long index, long value) {
            return (long) array.getAndSet(index, (double) value);
        }

        @Override
        long get(long index) {
            return (long) array.get(index);
        }

        @Override
        void set(long index, long value) {
            array.set(index, (double) value);
        }

        @Override
        void write(long at, long[] values) {
            double[] doubles = new double[values.length];
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = (double) values[i];
            }
            array.write(at, doubles);
        }

        @Override
        long[] read(long at, int count) {
            double[] doubles = new double[count];
            array.read(at, doubles);
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = (long) doubles[i];
            }
            return values;
        }

        @Override
        void fill(long from, long to, long value) {
            array.fill(from, to, (double) value);
        }

        @Override
        long sum() {
            return array.stream().mapToLong(value -> (long) value).sum();
        }
    }

    /** Zero is null, as in an array that nobody has written to. */
    private static final class OfReference extends ArrayHandle<CowArray<@Nullable Long>> {
        OfReference(CowArray<@Nullable Long> array) {
            super(array);
        }

        private static @Nullable Long boxed(long value) {
            return value == 0 ? null : (Long) value;
        }

        private static long unboxed(@Nullable Object value) {
            return value == null ? 0 : (Long) value;
        }

        @Override
        ArrayHandle<CowArray<@Nullable Long>> snapshot() {
            return new OfReference(array.snapshot());
        }

        @Override
        long getAndSet(long index, long value) {
            return unboxed(array.getAndSet(index, boxed(value)));
        }

        @Override
        long get(long index) {
            return unboxed(array.get(index));
        }

        @Override
        void set(long index, long value) {
            array.set(index, boxed(value));
        }

        @Override
        void write(long at, long[] values) {
            @Nullable Long[] boxes = new Long[values.length];
            for (int i = 0; i < boxes.length; i++) {
                boxes[i] = boxed(values[i]);
            }
            array.write(at, boxes);
        }

        @Override
        long[] read(long at, int count) {
            @Nullable Object[] boxes = new Object[count];
            array.read(at, boxes);
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = unboxed(boxes[i]);
            }
            return values;
        }

        @Override
        void fill(long from, long to, long value) {
            array.fill(from, to, boxed(value));
        }

        @Override
        long sum() {
            long sum = 0;
            for (Long value : array) {
                sum += unboxed(value);
            }
            return sum;
        }
    }
}
