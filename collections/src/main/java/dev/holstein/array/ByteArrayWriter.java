package dev.holstein.array;

import dev.holstein.core.Checks;
import java.io.EOFException;
import java.io.OutputStream;

/** Writes to a range of an array as a stream. */
final class ByteArrayWriter extends OutputStream {
    private final CowByteArray array;
    private final long end;
    private long position;

    ByteArrayWriter(CowByteArray array, long from, long end) {
        this.array = array;
        position = from;
        this.end = end;
    }

    @Override
    public void write(int value) throws EOFException {
        checkRoom(1);
        array.set(position, (byte) value);
        position++;
    }

    @Override
    public void write(byte[] source, int from, int count) throws EOFException {
        Checks.range(from, count, Checks.notNull(source, "source").length);
        checkRoom(count);
        array.write(position, source, from, count);
        position += count;
    }

    /** All or nothing: a write that does not fit writes no byte. */
    private void checkRoom(int count) throws EOFException {
        if (count > end - position) {
            throw new EOFException(
                    count + " bytes do not fit: " + (end - position) + " are left, and the length is fixed");
        }
    }
}
