package dev.holstein.array;

import dev.holstein.core.Checks;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;

/** A range of an array as a file of fixed length. */
final class ByteArrayChannel implements SeekableByteChannel {
    private final CowByteArray array;
    private final long from;
    private final long size;
    private long position;
    private boolean closed;

    ByteArrayChannel(CowByteArray array, long from, long size) {
        this.array = array;
        this.from = from;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws ClosedChannelException {
        checkOpen();
        if (Checks.notNull(target, "target").isReadOnly()) {
            throw new IllegalArgumentException("the buffer to read into is read-only");
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        int limit = target.limit();
        int bytes = (int) Math.min(target.remaining(), size - position);
        target.limit(target.position() + bytes);
        try {
            array.read(from + position, target);
        } finally {
            target.limit(limit);
        }
        position += bytes;
        return bytes;
    }

    /** Writes as much as fits, as a channel may; nothing fits at the end. */
    @Override
    public int write(ByteBuffer source) throws ClosedChannelException, EOFException {
        checkOpen();
        if (!Checks.notNull(source, "source").hasRemaining()) {
            return 0;
        }
        if (position >= size) {
            throw new EOFException("position " + position + " is at the end: the size is fixed at " + size + " bytes");
        }
        int limit = source.limit();
        int bytes = (int) Math.min(source.remaining(), size - position);
        source.limit(source.position() + bytes);
        try {
            array.write(from + position, source);
        } finally {
            source.limit(limit);
        }
        position += bytes;
        return bytes;
    }

    @Override
    public long position() throws ClosedChannelException {
        checkOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long next) throws ClosedChannelException {
        checkOpen();
        if (next < 0) {
            throw new IllegalArgumentException("position " + next + " is negative");
        }
        position = next;
        return this;
    }

    @Override
    public long size() throws ClosedChannelException {
        checkOpen();
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long length) throws ClosedChannelException {
        checkOpen();
        if (length < 0) {
            throw new IllegalArgumentException("size " + length + " is negative");
        }
        if (length < size) {
            throw new UnsupportedOperationException("the size is fixed at " + size + " bytes");
        }
        position = Math.min(position, length);
        return this;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }
}
