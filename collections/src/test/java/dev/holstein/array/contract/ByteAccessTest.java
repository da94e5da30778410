package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ByteView;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Numbers at any offset of an array of bytes, and windows on it, against {@link ByteBuffer}. */
class ByteAccessTest {
    private static final int LENGTH = 43;
    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);

    private static byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    /** Arrays of the same bytes in all sorts of pages; numbers lie within and across them. */
    private static List<CowByteArray> arrays(byte[] bytes) {
        List<CowByteArray> arrays = new ArrayList<>();
        for (PagePool pool : List.of(PagePool.heap(1 << 10), PagePool.direct(1 << 10))) {
            for (int pageSize : new int[] {1, 2, 4, 8, 16, 64}) {
                ArrayOptions options = ArrayOptions.defaults().withPool(pool).withPageSize(pageSize);
                arrays.add(CowByteArray.copyOf(bytes, options));
                arrays.add(CowByteArray.wrap(bytes.clone(), options));
                ByteBuffer direct = ByteBuffer.allocateDirect(LENGTH + 3).order(ByteOrder.LITTLE_ENDIAN);
                direct.put(2, bytes);
                arrays.add(CowByteArray.wrap(direct.position(2).limit(2 + LENGTH), options));
                arrays.add(CowByteArray.wrap(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer(), options));
                CowByteArray mixed = CowByteArray.wrap(bytes.clone(), options);
                for (int i = 0; i < LENGTH; i += 2 * pageSize) {
                    mixed.set(i, bytes[i]);
                }
                arrays.add(mixed);
            }
        }
        return arrays;
    }

    @Test
    void numbersAreReadAsByAByteBuffer() {
        byte[] bytes = bytes();
        for (CowByteArray array : arrays(bytes)) {
            for (ByteOrder order : ORDERS) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
                ByteView view = array.view(order);
                for (int i = 0; i < LENGTH; i++) {
                    assertThat(view.get(i)).isEqualTo(bytes[i]);
                    if (i <= LENGTH - Short.BYTES) {
                        assertThat(array.getShort(i, order)).isEqualTo(buffer.getShort(i));
                        assertThat(array.getChar(i, order)).isEqualTo(buffer.getChar(i));
                        assertThat(view.getShort(i)).isEqualTo(buffer.getShort(i));
                        assertThat(view.getChar(i)).isEqualTo(buffer.getChar(i));
                    }
                    if (i <= LENGTH - Integer.BYTES) {
                        assertThat(array.getInt(i, order)).isEqualTo(buffer.getInt(i));
                        assertThat(array.getFloat(i, order)).isEqualTo(buffer.getFloat(i));
                        assertThat(view.getInt(i)).isEqualTo(buffer.getInt(i));
                        assertThat(view.getFloat(i)).isEqualTo(buffer.getFloat(i));
                    }
                    if (i <= LENGTH - Long.BYTES) {
                        assertThat(array.getLong(i, order)).isEqualTo(buffer.getLong(i));
                        assertThat(array.getDouble(i, order)).isEqualTo(buffer.getDouble(i));
                        assertThat(view.getLong(i)).isEqualTo(buffer.getLong(i));
                        assertThat(view.getDouble(i)).isEqualTo(buffer.getDouble(i));
                    }
                }
            }
            array.close();
        }
    }

    @Test
    void numbersAreWrittenAsByAByteBuffer() {
        for (ByteOrder order : ORDERS) {
            byte[] bytes = bytes();
            for (CowByteArray array : arrays(bytes)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes.clone()).order(order);
                ByteView view = array.view(3, LENGTH, order);
                for (int i = 0; i <= LENGTH - Long.BYTES; i++) {
                    try (CowByteArray before = array.snapshot()) {
                        byte[] old = buffer.array().clone();
                        writeNumber(i, array, buffer, order);
                        if (i >= 3) {
                            writeNumber(i, view, buffer);
                        }
                        assertThat(array.toArray()).isEqualTo(buffer.array());
                        assertThat(before.toArray()).isEqualTo(old);
                        ArrayProbe.check(array, before);
                    }
                }
                array.close();
            }
        }
    }

    private static void writeNumber(int i, CowByteArray array, ByteBuffer buffer, ByteOrder order) {
        switch (i % 6) {
            case 0 -> array.setShort(i, (short) 0x8182, order);
            case 1 -> array.setChar(i, (char) 0x9293, order);
            case 2 -> array.setInt(i, 0xa1a2a3a4, order);
            case 3 -> array.setFloat(i, 1.7f, order);
            case 4 -> array.setLong(i, 0xb1b2b3b4b5b6b7b8L, order);
            default -> array.setDouble(i, Math.PI, order);
        }
        switch (i % 6) {
            case 0 -> buffer.putShort(i, (short) 0x8182);
            case 1 -> buffer.putChar(i, (char) 0x9293);
            case 2 -> buffer.putInt(i, 0xa1a2a3a4);
            case 3 -> buffer.putFloat(i, 1.7f);
            case 4 -> buffer.putLong(i, 0xb1b2b3b4b5b6b7b8L);
            default -> buffer.putDouble(i, Math.PI);
        }
    }

    /** By a view that begins at the third byte. */
    private static void writeNumber(int i, ByteView view, ByteBuffer buffer) {
        switch (i % 7) {
            case 0 -> view.setDouble(i - 3L, Math.E);
            case 1 -> view.setLong(i - 3L, 0xc1c2c3c4c5c6c7c8L);
            case 2 -> view.setFloat(i - 3L, 2.5f);
            case 3 -> view.setInt(i - 3L, 0xd1d2d3d4);
            case 4 -> view.setChar(i - 3L, (char) 0xe1e2);
            case 5 -> view.setShort(i - 3L, (short) 0xf1f2);
            default -> view.set(i - 3L, (byte) 77);
        }
        switch (i % 7) {
            case 0 -> buffer.putDouble(i, Math.E);
            case 1 -> buffer.putLong(i, 0xc1c2c3c4c5c6c7c8L);
            case 2 -> buffer.putFloat(i, 2.5f);
            case 3 -> buffer.putInt(i, 0xd1d2d3d4);
            case 4 -> buffer.putChar(i, (char) 0xe1e2);
            case 5 -> buffer.putShort(i, (short) 0xf1f2);
            default -> buffer.put(i, (byte) 77);
        }
    }

    @Test
    void sparseBytesAreZeroAndStayUnwrittenWhenRead() {
        try (CowByteArray array =
                CowByteArray.ofLength(1L << 40, ArrayOptions.defaults().withPageSize(16))) {
            for (long i : new long[] {0, 9, 12, 15, (1L << 33) - 3, (1L << 40) - 8}) {
                assertThat(array.getLong(i, ByteOrder.BIG_ENDIAN)).isZero();
                assertThat(array.getInt(i, ByteOrder.LITTLE_ENDIAN)).isZero();
                assertThat(array.getShort(i, ByteOrder.LITTLE_ENDIAN)).isZero();
            }
            assertThat(array.stats().pages()).isZero();
            array.setLong((1L << 33) - 3, 0x0102030405060708L, ByteOrder.BIG_ENDIAN);
            assertThat(array.getInt((1L << 33) - 1, ByteOrder.BIG_ENDIAN)).isEqualTo(0x03040506);
            assertThat(array.stats().pages()).isEqualTo(2);
            ArrayProbe.check(array);
        }
    }

    @Test
    void offsetsOutsideAreNamedAndNothingIsWritten() {
        byte[] bytes = bytes();
        for (CowByteArray array : arrays(bytes)) {
            ByteView view = array.view(1, LENGTH - 1, ByteOrder.BIG_ENDIAN);
            for (long at : new long[] {-1, Long.MIN_VALUE, LENGTH - 1, LENGTH, 1L << 32, Long.MAX_VALUE}) {
                refused(
                        Short.BYTES,
                        at,
                        LENGTH,
                        List.of(
                                () -> array.getShort(at, ByteOrder.BIG_ENDIAN),
                                () -> array.getChar(at, ByteOrder.BIG_ENDIAN),
                                () -> array.setShort(at, (short) 1, ByteOrder.BIG_ENDIAN),
                                () -> array.setChar(at, 'x', ByteOrder.BIG_ENDIAN)));
                refused(
                        Integer.BYTES,
                        at,
                        LENGTH,
                        List.of(
                                () -> array.getInt(at, ByteOrder.BIG_ENDIAN),
                                () -> array.getFloat(at, ByteOrder.BIG_ENDIAN),
                                () -> array.setInt(at, 1, ByteOrder.BIG_ENDIAN),
                                () -> array.setFloat(at, 1, ByteOrder.BIG_ENDIAN)));
                refused(
                        Long.BYTES,
                        at,
                        LENGTH,
                        List.of(
                                () -> array.getLong(at, ByteOrder.BIG_ENDIAN),
                                () -> array.getDouble(at, ByteOrder.BIG_ENDIAN),
                                () -> array.setLong(at, 1, ByteOrder.BIG_ENDIAN),
                                () -> array.setDouble(at, 1, ByteOrder.BIG_ENDIAN)));
                refused(Byte.BYTES, at, LENGTH - 2, List.of(() -> view.get(at), () -> view.set(at, (byte) 1)));
                refused(
                        Short.BYTES,
                        at,
                        LENGTH - 2,
                        List.of(
                                () -> view.getShort(at), () -> view.getChar(at),
                                () -> view.setShort(at, (short) 1), () -> view.setChar(at, 'x')));
                refused(
                        Integer.BYTES,
                        at,
                        LENGTH - 2,
                        List.of(
                                () -> view.getInt(at), () -> view.getFloat(at),
                                () -> view.setInt(at, 1), () -> view.setFloat(at, 1)));
                refused(
                        Long.BYTES,
                        at,
                        LENGTH - 2,
                        List.of(
                                () -> view.getLong(at), () -> view.getDouble(at),
                                () -> view.setLong(at, 1), () -> view.setDouble(at, 1),
                                () -> view.read(at, ByteBuffer.allocate(8)),
                                        () -> view.write(at, ByteBuffer.allocate(8))));
            }
            refused(Short.BYTES, LENGTH - 3, LENGTH - 2, List.of(() -> view.setShort(LENGTH - 3, (short) 1)));
            assertThat(array.toArray()).isEqualTo(bytes);
            ArrayProbe.check(array);
            array.close();
        }
    }

    private static void refused(int count, long at, long length, List<ThrowingCallable> calls) {
        for (ThrowingCallable call : calls) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(call)
                    .withMessage("range of " + count + " from " + at + " out of bounds for length " + length);
        }
    }

    @Test
    void viewsAndSlicesShowTheirPart() {
        byte[] bytes = bytes();
        try (CowByteArray array =
                CowByteArray.copyOf(bytes, ArrayOptions.defaults().withPageSize(4))) {
            ByteView view = array.view(5, 40, ByteOrder.BIG_ENDIAN);
            ByteView slice = view.slice(3, 30);
            ByteView little = slice.order(ByteOrder.LITTLE_ENDIAN);
            assertThat(view.length()).isEqualTo(35);
            assertThat(slice.length()).isEqualTo(27);
            assertThat(little.length()).isEqualTo(27);
            assertThat(slice.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
            assertThat(little.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            assertThat(slice.getInt(0)).isEqualTo(ByteBuffer.wrap(bytes).getInt(8));
            assertThat(little.getInt(0))
                    .isEqualTo(Integer.reverseBytes(ByteBuffer.wrap(bytes).getInt(8)));
            assertThat(slice).hasToString("27 bytes from 8, BIG_ENDIAN");
            slice.set(26, (byte) 99);
            assertThat(array.get(34)).isEqualTo((byte) 99);
            ByteBuffer out = ByteBuffer.allocate(12).position(1).limit(11);
            slice.read(17, out);
            assertThat(out.position()).isEqualTo(11);
            for (int i = 0; i < 10; i++) {
                assertThat(out.get(1 + i)).isEqualTo(array.get(25 + i));
            }
            slice.write(25, ByteBuffer.wrap(new byte[] {1, 2}));
            assertThat(array.getShort(33, ByteOrder.BIG_ENDIAN)).isEqualTo((short) 0x0102);
            ArrayProbe.check(array);
            for (long[] range : new long[][] {{-1, 3}, {3, 2}, {0, 28}, {28, 28}, {0, Long.MIN_VALUE}}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> slice.slice(range[0], range[1]))
                        .withMessageContaining("out of bounds for length 27");
            }
            for (long[] range : new long[][] {{-1, 3}, {3, 2}, {0, 44}, {44, 44}, {1, Long.MIN_VALUE}}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> array.view(range[0], range[1], ByteOrder.BIG_ENDIAN))
                        .withMessageContaining("out of bounds for length 43");
            }
            assertThat(slice.slice(27, 27).length()).isZero();
        }
    }

    @Test
    void aViewShowsAndMakesTheWritesOfItsHandleOnly() {
        try (CowByteArray array = CowByteArray.ofLength(16);
                CowByteArray other = array.snapshot()) {
            ByteView view = array.view(ByteOrder.BIG_ENDIAN);
            array.set(0, (byte) 1);
            other.set(1, (byte) 2);
            view.set(2, (byte) 3);
            assertThat(view.getInt(0)).isEqualTo(0x01000300);
            assertThat(other.getInt(0, ByteOrder.BIG_ENDIAN)).isEqualTo(0x00020000);
            ArrayProbe.check(array, other);
        }
    }

    @Test
    void nullOrdersAreNamed() {
        try (CowByteArray array = CowByteArray.ofLength(16)) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> array.getShort(0, null),
                    () -> array.getInt(0, null),
                    () -> array.getLong(0, null),
                    () -> array.setShort(0, (short) 1, null),
                    () -> array.setInt(0, 1, null),
                    () -> array.setLong(0, 1, null),
                    () -> array.view(null),
                    () -> array.view(0, 1, null))) {
                assertThatExceptionOfType(NullPointerException.class)
                        .isThrownBy(call)
                        .withMessage("order is null");
            }
            assertThatExceptionOfType(NullPointerException.class)
                    .isThrownBy(() -> array.view(ByteOrder.BIG_ENDIAN).order(null));
            assertThat(array.stats().pages()).isZero();
        }
    }

    @Test
    void aClosedHandleSaysSo() {
        CowByteArray array = CowByteArray.ofLength(16);
        ByteView view = array.view(ByteOrder.BIG_ENDIAN);
        array.close();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> array.getShort(0, ByteOrder.BIG_ENDIAN),
                () -> array.getInt(99, ByteOrder.BIG_ENDIAN),
                () -> array.getLong(0, ByteOrder.BIG_ENDIAN),
                () -> array.setShort(0, (short) 1, ByteOrder.BIG_ENDIAN),
                () -> array.setInt(99, 1, ByteOrder.BIG_ENDIAN),
                () -> array.setLong(0, 1, ByteOrder.BIG_ENDIAN),
                () -> array.view(ByteOrder.BIG_ENDIAN),
                array::inputStream,
                array::outputStream,
                array::channel,
                () -> view.get(0),
                () -> view.getLong(0),
                () -> view.setInt(0, 1),
                () -> view.read(0, ByteBuffer.allocate(1)),
                () -> view.write(0, ByteBuffer.allocate(1)),
                () -> view.inputStream().read(),
                () -> view.outputStream().write(1))) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(call)
                    .withMessageContaining("used after close()");
        }
    }
}
