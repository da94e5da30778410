package dev.holstein.array.model;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowIntArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagedArray;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Arrays of one element type, seen through small codes: each code stands for one element, 0 for zero or null. So one
 * script and one reference serve all types.
 *
 * @param <A> the type of array
 */
abstract class Subject<A extends PagedArray<A>> {
    /** Codes are below this. */
    static final int CODES = 100;

    static final Subject<CowByteArray> BYTES = new Bytes();
    static final Subject<CowIntArray> INTS = new Ints();
    static final Subject<CowLongArray> LONGS = new Longs();
    static final Subject<CowDoubleArray> DOUBLES = new Doubles();
    static final Subject<CowArray<String>> REFERENCES = new References();

    final int elementBytes;

    Subject(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    abstract A ofLength(int length, ArrayOptions options);

    /** A plain array of the elements, of the primitive type if there is one. */
    abstract Object plain(int[] codes);

    abstract int[] codes(Object plain);

    abstract A copyOf(Object plain, ArrayOptions options);

    abstract A wrap(Object plain, ArrayOptions options);

    /** Wraps a buffer over a part of the plain array; references have none, and wrap the array. */
    abstract A wrapBuffer(Object plain, ArrayOptions options);

    abstract int get(A array, long index);

    abstract void set(A array, long index, int code);

    abstract int getAndSet(A array, long index, int code);

    abstract void read(A array, long from, Object plain, int at, int count);

    abstract void write(A array, long from, Object plain, int at, int count);

    /** Writes from, and reads into, a buffer where there is one. */
    abstract void writeBuffer(A array, long from, Object plain, int at, int count);

    abstract void fill(A array, long from, long to, int code);

    abstract Object toArray(A array);

    /** That of {@code Arrays}. */
    abstract int hash(Object plain);

    abstract int[] streamed(A array);

    boolean mayBeDirect() {
        return true;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    private static final class Bytes extends Subject<CowByteArray> {
        Bytes() {
            super(Byte.BYTES);
        }

        @Override
        CowByteArray ofLength(int length, ArrayOptions options) {
            return CowByteArray.ofLength(length, options);
        }

        @Override
        Object plain(int[] codes) {
            byte[] plain = new byte[codes.length];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = (byte) -codes[i];
            }
            return plain;
        }

        @Override
        int[] codes(Object plain) {
            byte[] bytes = (byte[]) plain;
            return IntStream.range(0, bytes.length).map(i -> -bytes[i]).toArray();
        }

        @Override
        CowByteArray copyOf(Object plain, ArrayOptions options) {
            return CowByteArray.copyOf((byte[]) plain, options);
        }

        @Override
        CowByteArray wrap(Object plain, ArrayOptions options) {
            return CowByteArray.wrap((byte[]) plain, options);
        }

        @Override
        CowByteArray wrapBuffer(Object plain, ArrayOptions options) {
            return CowByteArray.wrap(ByteBuffer.wrap((byte[]) plain), options);
        }

        @Override
        int get(CowByteArray array, long index) {
            return -array.get(index);
        }

        @Override
        void set(CowByteArray array, long index, int code) {
            array.set(index, (byte) -code);
        }

        @Override
        int getAndSet(CowByteArray array, long index, int code) {
            return -array.getAndSet(index, (byte) -code);
        }

        @Override
        void read(CowByteArray array, long from, Object plain, int at, int count) {
            array.read(from, (byte[]) plain, at, count);
        }

        @Override
        void write(CowByteArray array, long from, Object plain, int at, int count) {
            array.write(from, (byte[]) plain, at, count);
        }

        @Override
        void writeBuffer(CowByteArray array, long from, Object plain, int at, int count) {
            array.write(from, ByteBuffer.wrap((byte[]) plain, at, count));
        }

        @Override
        void fill(CowByteArray array, long from, long to, int code) {
            array.fill(from, to, (byte) -code);
        }

        @Override
        Object toArray(CowByteArray array) {
            return array.toArray();
        }

        @Override
        int hash(Object plain) {
            return Arrays.hashCode((byte[]) plain);
        }

        @Override
        int[] streamed(CowByteArray array) {
            return array.stream().map(element -> -element).toArray();
        }
    }

    private static final class Ints extends Subject<CowIntArray> {
        private static final int FACTOR = 0x0101_0101;

        Ints() {
            super(Integer.BYTES);
        }

        @Override
        CowIntArray ofLength(int length, ArrayOptions options) {
            return CowIntArray.ofLength(length, options);
        }

        @Override
        Object plain(int[] codes) {
            return Arrays.stream(codes).map(code -> code * FACTOR).toArray();
        }

        @Override
        int[] codes(Object plain) {
            return Arrays.stream((int[]) plain).map(element -> element / FACTOR).toArray();
        }

        @Override
        CowIntArray copyOf(Object plain, ArrayOptions options) {
            return CowIntArray.copyOf((int[]) plain, options);
        }

        @Override
        CowIntArray wrap(Object plain, ArrayOptions options) {
            return CowIntArray.wrap((int[]) plain, options);
        }

        @Override
        CowIntArray wrapBuffer(Object plain, ArrayOptions options) {
            return CowIntArray.wrap(IntBuffer.wrap((int[]) plain), options);
        }

        @Override
        int get(CowIntArray array, long index) {
            return array.get(index) / FACTOR;
        }

        @Override
        void set(CowIntArray array, long index, int code) {
            array.set(index, code * FACTOR);
        }

        @Override
        int getAndSet(CowIntArray array, long index, int code) {
            return array.getAndSet(index, code * FACTOR) / FACTOR;
        }

        @Override
        void read(CowIntArray array, long from, Object plain, int at, int count) {
            array.read(from, (int[]) plain, at, count);
        }

        @Override
        void write(CowIntArray array, long from, Object plain, int at, int count) {
            array.write(from, (int[]) plain, at, count);
        }

        @Override
        void writeBuffer(CowIntArray array, long from, Object plain, int at, int count) {
            array.write(from, IntBuffer.wrap((int[]) plain, at, count));
        }

        @Override
        void fill(CowIntArray array, long from, long to, int code) {
            array.fill(from, to, code * FACTOR);
        }

        @Override
        Object toArray(CowIntArray array) {
            return array.toArray();
        }

        @Override
        int hash(Object plain) {
            return Arrays.hashCode((int[]) plain);
        }

        @Override
        int[] streamed(CowIntArray array) {
            return array.stream().map(element -> element / FACTOR).toArray();
        }
    }

    private static final class Longs extends Subject<CowLongArray> {
        private static final long FACTOR = 0x0001_0203_0405_0607L;

        Longs() {
            super(Long.BYTES);
        }

        @Override
        CowLongArray ofLength(int length, ArrayOptions options) {
            return CowLongArray.ofLength(length, options);
        }

        @Override
        Object plain(int[] codes) {
            return Arrays.stream(codes).mapToLong(code -> code * FACTOR).toArray();
        }

        @Override
        int[] codes(Object plain) {
            return Arrays.stream((long[]) plain).mapToInt(Longs::code).toArray();
        }

        private static int code(long element) {
            return (int) (element / FACTOR);
        }

        @Override
        CowLongArray copyOf(Object plain, ArrayOptions options) {
            return CowLongArray.copyOf((long[]) plain, options);
        }

        @Override
        CowLongArray wrap(Object plain, ArrayOptions options) {
            return CowLongArray.wrap((long[]) plain, options);
        }

        @Override
        CowLongArray wrapBuffer(Object plain, ArrayOptions options) {
            return CowLongArray.wrap(LongBuffer.wrap((long[]) plain), options);
        }

        @Override
        int get(CowLongArray array, long index) {
            return code(array.get(index));
        }

        @Override
        void set(CowLongArray array, long index, int code) {
            array.set(index, code * FACTOR);
        }

        @Override
        int getAndSet(CowLongArray array, long index, int code) {
            return code(array.getAndSet(index, code * FACTOR));
        }

        @Override
        void read(CowLongArray array, long from, Object plain, int at, int count) {
            array.read(from, (long[]) plain, at, count);
        }

        @Override
        void write(CowLongArray array, long from, Object plain, int at, int count) {
            array.write(from, (long[]) plain, at, count);
        }

        @Override
        void writeBuffer(CowLongArray array, long from, Object plain, int at, int count) {
            array.write(from, LongBuffer.wrap((long[]) plain, at, count));
        }

        @Override
        void fill(CowLongArray array, long from, long to, int code) {
            array.fill(from, to, code * FACTOR);
        }

        @Override
        Object toArray(CowLongArray array) {
            return array.toArray();
        }

        @Override
        int hash(Object plain) {
            return Arrays.hashCode((long[]) plain);
        }

        @Override
        int[] streamed(CowLongArray array) {
            return array.stream().mapToInt(Longs::code).toArray();
        }
    }

    /** Among the elements are NaN, and the zero that is not zero. */
    private static final class Doubles extends Subject<CowDoubleArray> {
        Doubles() {
            super(Double.BYTES);
        }

        private static double element(int code) {
            return code == 0 ? 0.0 : code == 1 ? -0.0 : code == 2 ? Double.NaN : code + 0.5;
        }

        private static int code(double element) {
            if (element == 0) {
                return 1 / element > 0 ? 0 : 1;
            }
            return Double.isNaN(element) ? 2 : (int) element;
        }

        @Override
        CowDoubleArray ofLength(int length, ArrayOptions options) {
            return CowDoubleArray.ofLength(length, options);
        }

        @Override
        Object plain(int[] codes) {
            return Arrays.stream(codes).mapToDouble(Doubles::element).toArray();
        }

        @Override
        int[] codes(Object plain) {
            return Arrays.stream((double[]) plain).mapToInt(Doubles::code).toArray();
        }

        @Override
        CowDoubleArray copyOf(Object plain, ArrayOptions options) {
            return CowDoubleArray.copyOf((double[]) plain, options);
        }

        @Override
        CowDoubleArray wrap(Object plain, ArrayOptions options) {
            return CowDoubleArray.wrap((double[]) plain, options);
        }

        @Override
        CowDoubleArray wrapBuffer(Object plain, ArrayOptions options) {
            return CowDoubleArray.wrap(DoubleBuffer.wrap((double[]) plain), options);
        }

        @Override
        int get(CowDoubleArray array, long index) {
            return code(array.get(index));
        }

        @Override
        void set(CowDoubleArray array, long index, int code) {
            array.set(index, element(code));
        }

        @Override
        int getAndSet(CowDoubleArray array, long index, int code) {
            return code(array.getAndSet(index, element(code)));
        }

        @Override
        void read(CowDoubleArray array, long from, Object plain, int at, int count) {
            array.read(from, (double[]) plain, at, count);
        }

        @Override
        void write(CowDoubleArray array, long from, Object plain, int at, int count) {
            array.write(from, (double[]) plain, at, count);
        }

        @Override
        void writeBuffer(CowDoubleArray array, long from, Object plain, int at, int count) {
            array.write(from, DoubleBuffer.wrap((double[]) plain, at, count));
        }

        @Override
        void fill(CowDoubleArray array, long from, long to, int code) {
            array.fill(from, to, element(code));
        }

        @Override
        Object toArray(CowDoubleArray array) {
            return array.toArray();
        }

        @Override
        int hash(Object plain) {
            return Arrays.hashCode((double[]) plain);
        }

        @Override
        int[] streamed(CowDoubleArray array) {
            return array.stream().mapToInt(Doubles::code).toArray();
        }
    }

    /** Equal elements are mostly not the same object. */
    private static final class References extends Subject<CowArray<String>> {
        References() {
            super(referenceBytes());
        }

        /** As the arrays themselves say: the size of references is up to the JVM. */
        private static int referenceBytes() {
            try (CowArray<String> one = CowArray.ofLength(1)) {
                one.set(0, "");
                return (int) one.exclusiveBytes();
            }
        }

        private static String element(int code) {
            return code == 0 ? null : "e" + code;
        }

        private static int code(Object element) {
            return element == null ? 0 : Integer.parseInt(((String) element).substring(1));
        }

        @Override
        boolean mayBeDirect() {
            return false;
        }

        @Override
        CowArray<String> ofLength(int length, ArrayOptions options) {
            return CowArray.ofLength(length, options);
        }

        @Override
        Object plain(int[] codes) {
            return Arrays.stream(codes).mapToObj(References::element).toArray(String[]::new);
        }

        @Override
        int[] codes(Object plain) {
            return Arrays.stream((Object[]) plain).mapToInt(References::code).toArray();
        }

        @Override
        CowArray<String> copyOf(Object plain, ArrayOptions options) {
            return CowArray.copyOf((String[]) plain, options);
        }

        @Override
        CowArray<String> wrap(Object plain, ArrayOptions options) {
            return CowArray.wrap((String[]) plain, options);
        }

        @Override
        CowArray<String> wrapBuffer(Object plain, ArrayOptions options) {
            return wrap(plain, options);
        }

        @Override
        int get(CowArray<String> array, long index) {
            return code(array.get(index));
        }

        @Override
        void set(CowArray<String> array, long index, int code) {
            array.set(index, element(code));
        }

        @Override
        int getAndSet(CowArray<String> array, long index, int code) {
            return code(array.getAndSet(index, element(code)));
        }

        @Override
        void read(CowArray<String> array, long from, Object plain, int at, int count) {
            array.read(from, (Object[]) plain, at, count);
        }

        @Override
        void write(CowArray<String> array, long from, Object plain, int at, int count) {
            array.write(from, (String[]) plain, at, count);
        }

        @Override
        void writeBuffer(CowArray<String> array, long from, Object plain, int at, int count) {
            write(array, from, plain, at, count);
        }

        @Override
        void fill(CowArray<String> array, long from, long to, int code) {
            array.fill(from, to, element(code));
        }

        @Override
        Object toArray(CowArray<String> array) {
            return array.toArray();
        }

        @Override
        int hash(Object plain) {
            return Arrays.hashCode((Object[]) plain);
        }

        @Override
        int[] streamed(CowArray<String> array) {
            return array.stream().mapToInt(References::code).toArray();
        }
    }
}
