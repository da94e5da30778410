package dev.holstein.array;

import dev.holstein.core.Checks;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CowByteArray} can do beside the other arrays: numbers at any offset, in either byte order, and the streams and channels of the
 * JDK. Numbers that lie across two pages are put together byte by byte; a write of one may copy both pages.
 */
public abstract sealed class ByteAccess extends PagedArray<CowByteArray> permits CowByteArray {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    ByteAccess(PageTree tree) {
        super(tree);
    }

    abstract byte get(long offset);

    abstract void set(long offset, byte element);

    // ---- numbers

    /**
     * The two bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @param order the byte order
     * @return the number
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final short getShort(long offset, ByteOrder order) {
        Object memory = readable(offset, Short.BYTES);
        int at = at(offset);
        short value;
        if (memory instanceof byte[] heap && fits(at, Short.BYTES, heap.length)) {
            value = (short) SHORT.get(heap, at);
        } else if (memory instanceof ByteBuffer direct && fits(at, Short.BYTES, direct.capacity())) {
            value = direct.getShort(at);
        } else {
            value = (short) assemble(offset, Short.BYTES);
        }
        fence();
        return isBig(order) ? value : Short.reverseBytes(value);
    }

    /**
     * The four bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @param order the byte order
     * @return the number
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final int getInt(long offset, ByteOrder order) {
        Object memory = readable(offset, Integer.BYTES);
        int at = at(offset);
        int value;
        if (memory instanceof byte[] heap && fits(at, Integer.BYTES, heap.length)) {
            value = (int) INT.get(heap, at);
        } else if (memory instanceof ByteBuffer direct && fits(at, Integer.BYTES, direct.capacity())) {
            value = direct.getInt(at);
        } else {
            value = (int) assemble(offset, Integer.BYTES);
        }
        fence();
        return isBig(order) ? value : Integer.reverseBytes(value);
    }

    /**
     * The eight bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @param order the byte order
     * @return the number
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final long getLong(long offset, ByteOrder order) {
        Object memory = readable(offset, Long.BYTES);
        int at = at(offset);
        long value;
        if (memory instanceof byte[] heap && fits(at, Long.BYTES, heap.length)) {
            value = (long) LONG.get(heap, at);
        } else if (memory instanceof ByteBuffer direct && fits(at, Long.BYTES, direct.capacity())) {
            value = direct.getLong(at);
        } else {
            value = assemble(offset, Long.BYTES);
        }
        fence();
        return isBig(order) ? value : Long.reverseBytes(value);
    }

    /**
     * The two bytes at an offset as a UTF-16 unit.
     *
     * @param offset where the first byte is
     * @param order the byte order
     * @return the unit
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final char getChar(long offset, ByteOrder order) {
        return (char) getShort(offset, order);
    }

    /**
     * The four bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @param order the byte order
     * @return the number
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final float getFloat(long offset, ByteOrder order) {
        return Float.intBitsToFloat(getInt(offset, order));
    }

    /**
     * The eight bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @param order the byte order
     * @return the number
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final double getDouble(long offset, ByteOrder order) {
        return Double.longBitsToDouble(getLong(offset, order));
    }

    /**
     * Writes a number to the two bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @param order the byte order
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final void setShort(long offset, short value, ByteOrder order) {
        short big = isBig(order) ? value : Short.reverseBytes(value);
        Object memory = writable(offset, Short.BYTES);
        int at = at(offset);
        if (memory instanceof byte[] heap && fits(at, Short.BYTES, heap.length)) {
            SHORT.set(heap, at, big);
        } else if (memory instanceof ByteBuffer direct && fits(at, Short.BYTES, direct.capacity())) {
            direct.putShort(at, big);
        } else {
            scatter(offset, big, Short.BYTES);
        }
        fence();
    }

    /**
     * Writes a number to the four bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @param order the byte order
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final void setInt(long offset, int value, ByteOrder order) {
        int big = isBig(order) ? value : Integer.reverseBytes(value);
        Object memory = writable(offset, Integer.BYTES);
        int at = at(offset);
        if (memory instanceof byte[] heap && fits(at, Integer.BYTES, heap.length)) {
            INT.set(heap, at, big);
        } else if (memory instanceof ByteBuffer direct && fits(at, Integer.BYTES, direct.capacity())) {
            direct.putInt(at, big);
        } else {
            scatter(offset, big, Integer.BYTES);
        }
        fence();
    }

    /**
     * Writes a number to the eight bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @param order the byte order
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final void setLong(long offset, long value, ByteOrder order) {
        long big = isBig(order) ? value : Long.reverseBytes(value);
        Object memory = writable(offset, Long.BYTES);
        int at = at(offset);
        if (memory instanceof byte[] heap && fits(at, Long.BYTES, heap.length)) {
            LONG.set(heap, at, big);
        } else if (memory instanceof ByteBuffer direct && fits(at, Long.BYTES, direct.capacity())) {
            direct.putLong(at, big);
        } else {
            scatter(offset, big, Long.BYTES);
        }
        fence();
    }

    /**
     * Writes a UTF-16 unit to the two bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the unit
     * @param order the byte order
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final void setChar(long offset, char value, ByteOrder order) {
        setShort(offset, (short) value, order);
    }

    /**
     * Writes a number to the four bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @param order the byte order
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final void setFloat(long offset, float value, ByteOrder order) {
        setInt(offset, Float.floatToRawIntBits(value), order);
    }

    /**
     * Writes a number to the eight bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @param order the byte order
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is written
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final void setDouble(long offset, double value, ByteOrder order) {
        setLong(offset, Double.doubleToRawLongBits(value), order);
    }

    // ---- views

    /**
     * A window on the bytes with one byte order, as a {@code ByteBuffer} is: it reads and writes this array.
     *
     * @param from the first offset
     * @param to the offset after the last one
     * @param order the byte order
     * @return the view; it keeps this handle open as long as it is in use, and is closed with it
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final ByteView view(long from, long to, ByteOrder order) {
        checkRange(from, to - from);
        return new ByteView((CowByteArray) this, from, to - from, Checks.notNull(order, "order"));
    }

    /**
     * All bytes with one byte order, as a {@code ByteBuffer} is: it reads and writes this array.
     *
     * @param order the byte order
     * @return the view; it keeps this handle open as long as it is in use, and is closed with it
     * @throws IllegalStateException if this handle is closed
     * @throws NullPointerException if the order is null
     */
    public final ByteView view(ByteOrder order) {
        return view(0, length(), order);
    }

    /**
     * Reads all bytes from the first on, as they are when it comes to them. Closing the stream leaves the array open; mark and reset are
     * supported.
     *
     * @return the stream
     * @throws IllegalStateException if this handle is closed
     */
    public final InputStream inputStream() {
        return view(ByteOrder.BIG_ENDIAN).inputStream();
    }

    /**
     * Writes bytes from the first on. Closing the stream leaves the array open.
     *
     * @return the stream; it throws an {@link java.io.EOFException} at the end of the array
     * @throws IllegalStateException if this handle is closed
     */
    public final OutputStream outputStream() {
        return view(ByteOrder.BIG_ENDIAN).outputStream();
    }

    /**
     * The bytes as a file of fixed length that can be read and written at any position. Closing the channel leaves the array open.
     *
     * @return the channel, for one thread as this handle is; it cannot be truncated, and writes nothing beyond the end
     * @throws IllegalStateException if this handle is closed
     */
    public final SeekableByteChannel channel() {
        return view(ByteOrder.BIG_ENDIAN).channel();
    }

    // ---- how

    private static boolean isBig(ByteOrder order) {
        return Checks.notNull(order, "order") == ByteOrder.BIG_ENDIAN;
    }

    private @Nullable Object readable(long offset, int bytes) {
        if (offset < 0 || offset > length() - bytes) {
            checkRange(offset, bytes);
        }
        return readable(offset);
    }

    private Object writable(long offset, int bytes) {
        if (offset < 0 || offset > length() - bytes) {
            checkRange(offset, bytes);
        }
        return writable(offset);
    }

    private int at(long offset) {
        return (int) offset & offsetMask;
    }

    private static boolean fits(int at, int bytes, int length) {
        return at <= length - bytes;
    }

    /** The bytes as a number in big-endian order, one by one. */
    private long assemble(long offset, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << Byte.SIZE) | (get(offset + i) & 0xff);
        }
        return value;
    }

    /** Writes a number across pages; all of them are there before the first is written. */
    private void scatter(long offset, long value, int bytes) {
        byte[] big = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            big[i] = (byte) (value >>> ((bytes - 1 - i) * Byte.SIZE));
        }
        long end = offset + bytes;
        for (long i = offset + stretch(offset, end); i < end; i += stretch(i, end)) { // the first was claimed already
            Object unused = writable(i);
        }
        for (long i = offset; i < end; i += stretch(i, end)) {
            Object memory = Checks.present(readable(i), "the memory of a page");
            BytePages.FORMAT.copy(big, (int) (i - offset), memory, at(i), stretch(i, end));
        }
    }
}
