package dev.holstein.array;

import dev.holstein.core.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads a range of an array as a stream. */
final class ByteArrayReader extends InputStream {
    private static final int CHUNK = 8_192;

    private final CowByteArray array;
    private final long end;
    private long position;
    private long mark;

    ByteArrayReader(CowByteArray array, long from, long end) {
        this.array = array;
        position = from;
        mark = from;
        this.end = end;
    }

    @Override
    public int read() {
        if (position >= end) {
            return -1;
        }
        int element = array.get(position) & 0xff;
        position++;
        return element;
    }

    @Override
    public int read(byte[] target, int from, int count) {
        Checks.range(from, count, Checks.notNull(target, "target").length);
        if (count == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int bytes = (int) Math.min(count, end - position);
        array.read(position, target, from, bytes);
        position += bytes;
        return bytes;
    }

    @Override
    public long skip(long count) {
        long bytes = Math.max(0, Math.min(count, end - position));
        position += bytes;
        return bytes;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        Checks.notNull(out, "out");
        long before = position;
        byte[] chunk = new byte[(int) Math.min(CHUNK, end - position)];
        int bytes = read(chunk, 0, chunk.length);
        while (bytes > 0) {
            out.write(chunk, 0, bytes);
            bytes = read(chunk, 0, chunk.length);
        }
        return position - before;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one handle is one thread's
    public void mark(int readLimit) {
        mark = position;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one handle is one thread's
    public void reset() {
        position = mark;
    }
}
