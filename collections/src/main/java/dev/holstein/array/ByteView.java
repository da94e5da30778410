package dev.holstein.array;

import dev.holstein.core.Checks;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * A window on a {@link CowByteArray} with one byte order: offsets begin at its first byte. It reads and writes the array, is used by
 * the same thread, keeps the handle from being taken back by the collector, and can be used until the handle is closed.
 *
 * <p>It has the absolute methods of {@link ByteBuffer}, for windows longer than two gigabytes too. The JDK's own buffers cannot be laid over
 * pages that are replaced when they are written; {@link #read} and {@link #write} copy from and to them.
 *
 * <p><b>Cost.</b> As the methods of the array; none of its own.
 */
public final class ByteView {
    private final CowByteArray array;
    private final long from;
    private final long length;
    private final ByteOrder order;

    ByteView(CowByteArray array, long from, long length, ByteOrder order) {
        this.array = array;
        this.from = from;
        this.length = length;
        this.order = order;
    }

    /**
     * How many bytes the window shows.
     *
     * @return bytes
     */
    public long length() {
        return length;
    }

    /**
     * The byte order of numbers.
     *
     * @return the order
     */
    public ByteOrder order() {
        return order;
    }

    /**
     * The same window with a byte order.
     *
     * @param other the order
     * @return another view
     * @throws NullPointerException if the order is null
     */
    public ByteView order(ByteOrder other) {
        return new ByteView(array, from, length, Checks.notNull(other, "other"));
    }

    /**
     * A part of this window.
     *
     * @param first the first offset
     * @param end the offset after the last one
     * @return another view
     * @throws IndexOutOfBoundsException if the range does not lie within this one
     */
    public ByteView slice(long first, long end) {
        Checks.range(first, end - first, length);
        return new ByteView(array, from + first, end - first, order);
    }

    private long at(long offset, int bytes) {
        Checks.range(offset, bytes, length);
        return from + offset;
    }

    /**
     * A byte.
     *
     * @param offset where it is
     * @return the byte
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public byte get(long offset) {
        return array.get(at(offset, Byte.BYTES));
    }

    /**
     * The two bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @return the number
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public short getShort(long offset) {
        return array.getShort(at(offset, Short.BYTES), order);
    }

    /**
     * The two bytes at an offset as a UTF-16 unit.
     *
     * @param offset where the first byte is
     * @return the unit
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public char getChar(long offset) {
        return array.getChar(at(offset, Character.BYTES), order);
    }

    /**
     * The four bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @return the number
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public int getInt(long offset) {
        return array.getInt(at(offset, Integer.BYTES), order);
    }

    /**
     * The eight bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @return the number
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public long getLong(long offset) {
        return array.getLong(at(offset, Long.BYTES), order);
    }

    /**
     * The four bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @return the number
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public float getFloat(long offset) {
        return array.getFloat(at(offset, Float.BYTES), order);
    }

    /**
     * The eight bytes at an offset as a number.
     *
     * @param offset where the first byte is
     * @return the number
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public double getDouble(long offset) {
        return array.getDouble(at(offset, Double.BYTES), order);
    }

    /**
     * Writes a byte.
     *
     * @param offset where
     * @param value the byte
     * @throws IndexOutOfBoundsException if it is outside the window
     * @throws IllegalStateException if the array is closed
     */
    public void set(long offset, byte value) {
        array.set(at(offset, Byte.BYTES), value);
    }

    /**
     * Writes a number to the two bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @throws IndexOutOfBoundsException if it is outside the window; nothing is written
     * @throws IllegalStateException if the array is closed
     */
    public void setShort(long offset, short value) {
        array.setShort(at(offset, Short.BYTES), value, order);
    }

    /**
     * Writes a UTF-16 unit to the two bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the unit
     * @throws IndexOutOfBoundsException if it is outside the window; nothing is written
     * @throws IllegalStateException if the array is closed
     */
    public void setChar(long offset, char value) {
        array.setChar(at(offset, Character.BYTES), value, order);
    }

    /**
     * Writes a number to the four bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @throws IndexOutOfBoundsException if it is outside the window; nothing is written
     * @throws IllegalStateException if the array is closed
     */
    public void setInt(long offset, int value) {
        array.setInt(at(offset, Integer.BYTES), value, order);
    }

    /**
     * Writes a number to the eight bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @throws IndexOutOfBoundsException if it is outside the window; nothing is written
     * @throws IllegalStateException if the array is closed
     */
    public void setLong(long offset, long value) {
        array.setLong(at(offset, Long.BYTES), value, order);
    }

    /**
     * Writes a number to the four bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @throws IndexOutOfBoundsException if it is outside the window; nothing is written
     * @throws IllegalStateException if the array is closed
     */
    public void setFloat(long offset, float value) {
        array.setFloat(at(offset, Float.BYTES), value, order);
    }

    /**
     * Writes a number to the eight bytes at an offset.
     *
     * @param offset where the first byte is
     * @param value the number
     * @throws IndexOutOfBoundsException if it is outside the window; nothing is written
     * @throws IllegalStateException if the array is closed
     */
    public void setDouble(long offset, double value) {
        array.setDouble(at(offset, Double.BYTES), value, order);
    }

    /**
     * Copies bytes from here into a buffer, as many as remain in it, and moves its position behind them. O(n).
     *
     * @param offset the first byte
     * @param target the buffer to fill
     * @throws IndexOutOfBoundsException if there are not as many bytes; nothing is copied
     * @throws IllegalStateException if the array is closed
     * @throws NullPointerException if the buffer is null
     * @throws java.nio.ReadOnlyBufferException if the buffer cannot be written
     */
    public void read(long offset, ByteBuffer target) {
        array.read(at(offset, Checks.notNull(target, "target").remaining()), target);
    }

    /**
     * Copies what remains in a buffer to here, and moves its position behind it. O(n).
     *
     * @param offset the first byte to write
     * @param source the buffer to copy from
     * @throws IndexOutOfBoundsException if there is not as much room; nothing is written
     * @throws IllegalStateException if the array is closed
     * @throws NullPointerException if the buffer is null
     */
    public void write(long offset, ByteBuffer source) {
        array.write(at(offset, Checks.notNull(source, "source").remaining()), source);
    }

    /**
     * Reads all bytes of the window from the first on, as they are when it comes to them. Closing the stream leaves the array open;
     * mark and reset are supported.
     *
     * @return the stream
     */
    public InputStream inputStream() {
        return new ByteArrayReader(array, from, from + length);
    }

    /**
     * Writes bytes from the first of the window on. Closing the stream leaves the array open.
     *
     * @return the stream; it throws an {@link java.io.EOFException} at the end of the window
     */
    public OutputStream outputStream() {
        return new ByteArrayWriter(array, from, from + length);
    }

    /**
     * The window as a file of fixed length that can be read and written at any position. Closing the channel leaves the array open.
     *
     * @return the channel, for one thread as the array is; it cannot be truncated, and writes nothing beyond the end
     */
    public SeekableByteChannel channel() {
        return new ByteArrayChannel(array, from, length);
    }

    @Override
    public String toString() {
        return length + " bytes from " + from + ", " + order;
    }
}
