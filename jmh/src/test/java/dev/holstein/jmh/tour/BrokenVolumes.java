package dev.holstein.jmh.tour;

import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Twins of the library's volume, each with one fault that the tour must find. */
final class BrokenVolumes {
    private BrokenVolumes() {}

    /** Without a fault, so that what a test finds is the fault of the twin, which overrides one of the methods. */
    static class Sound implements VolumeSubject {
        private final VolumeSubject right;

        Sound(PagePool pool) {
            right = new CowVolumes(pool);
        }

        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public Volume ofLength(long length) {
            return new Handle(right.ofLength(length), true);
        }

        @Override
        public PoolStats pool() {
            return right.pool();
        }

        Volume snapshot(Handle handle) {
            return new Handle(handle.right.snapshot(), false);
        }

        void write(Handle handle, long at, byte[] bytes) {
            handle.right.write(at, bytes);
        }

        SeekableByteChannel channel(Handle handle) {
            return handle.right.channel();
        }

        InputStream inputStream(Handle handle) {
            return handle.right.inputStream();
        }

        Stream<ArrayRange> diff(Handle handle, Handle other) {
            return handle.right.diff(other.right);
        }

        long exclusiveBytes(Handle handle) {
            return handle.right.exclusiveBytes();
        }

        ArrayStats stats(Handle handle) {
            return handle.right.stats();
        }

        void close(Handle handle) {
            handle.right.close();
        }

        final class Handle implements Volume {
            final Volume right;
            final boolean isLive;

            Handle(Volume right, boolean isLive) {
                this.right = right;
                this.isLive = isLive;
            }

            @Override
            public Volume snapshot() {
                return Sound.this.snapshot(this);
            }

            @Override
            public void write(long at, byte[] bytes) {
                Sound.this.write(this, at, bytes);
            }

            @Override
            public SeekableByteChannel channel() {
                return Sound.this.channel(this);
            }

            @Override
            public InputStream inputStream() {
                return Sound.this.inputStream(this);
            }

            @Override
            public Stream<ArrayRange> diff(Volume other) {
                return Sound.this.diff(this, (Handle) other);
            }

            @Override
            public long exclusiveBytes() {
                return Sound.this.exclusiveBytes(this);
            }

            @Override
            public ArrayStats stats() {
                return Sound.this.stats(this);
            }

            @Override
            public void close() {
                Sound.this.close(this);
            }
        }
    }

    // ---- bytes

    /** Shows one wrong byte, of the volume itself or of its snapshots. */
    static final class WrongByte extends Sound {
        private final boolean inLive;
        private final long at;

        WrongByte(PagePool pool, boolean inLive, long at) {
            super(pool);
            this.inLive = inLive;
            this.at = at;
        }

        @Override
        SeekableByteChannel channel(Handle handle) {
            SeekableByteChannel right = super.channel(handle);
            return handle.isLive == inLive ? new FlippedByte(right, at) : right;
        }
    }

    /** A channel that shows one wrong byte. */
    private record FlippedByte(SeekableByteChannel right, long at) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer target) throws IOException {
            long from = right.position();
            int start = target.position();
            int count = right.read(target);
            if (at >= from && at < from + count) {
                int index = start + (int) (at - from);
                target.put(index, (byte) ~target.get(index));
            }
            return count;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return right.write(source);
        }

        @Override
        public long position() throws IOException {
            return right.position();
        }

        @Override
        public SeekableByteChannel position(long next) throws IOException {
            return right.position(next);
        }

        @Override
        public long size() throws IOException {
            return right.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            return right.truncate(size);
        }

        @Override
        public boolean isOpen() {
            return right.isOpen();
        }

        @Override
        public void close() throws IOException {
            right.close();
        }
    }

    /** Writes to the first snapshot what is written to the volume: pages that are shared and not copied. */
    static final class Thawing extends Sound {
        private Volume first;

        Thawing(PagePool pool) {
            super(pool);
        }

        @Override
        Volume snapshot(Handle handle) {
            Handle snapshot = (Handle) super.snapshot(handle);
            first = snapshot.right;
            return snapshot;
        }

        @Override
        void write(Handle handle, long at, byte[] bytes) {
            super.write(handle, at, bytes);
            first.write(at, bytes);
        }
    }

    /** Loses the last byte of a write. */
    static final class Losing extends Sound {
        Losing(PagePool pool) {
            super(pool);
        }

        @Override
        void write(Handle handle, long at, byte[] bytes) {
            byte[] most = bytes.clone();
            most[most.length - 1]++;
            super.write(handle, at, most);
        }
    }

    /** Saves something else than it shows. */
    static final class Saving extends Sound {
        private final UnaryOperator<InputStream> fault;

        Saving(PagePool pool, UnaryOperator<InputStream> fault) {
            super(pool);
            this.fault = fault;
        }

        @Override
        InputStream inputStream(Handle handle) {
            return fault.apply(super.inputStream(handle));
        }
    }

    /** A stream whose first byte is wrong. */
    static InputStream withWrongByte(InputStream right) {
        return new FilterInputStream(right) {
            private boolean begun;

            @Override
            public int read(byte[] target, int from, int count) throws IOException {
                int read = super.read(target, from, count);
                if (!begun) {
                    target[from]++;
                    begun = true;
                }
                return read;
            }
        };
    }

    /** Says something else of differences. */
    static final class Differing extends Sound {
        private final UnaryOperator<List<ArrayRange>> fault;

        Differing(PagePool pool, UnaryOperator<List<ArrayRange>> fault) {
            super(pool);
            this.fault = fault;
        }

        @Override
        Stream<ArrayRange> diff(Handle handle, Handle other) {
            return fault.apply(super.diff(handle, other).toList()).stream();
        }
    }

    // ---- accounts

    /** Keeps wrong accounts, of the volume itself or of its snapshots. */
    static final class Accounting extends Sound {
        private final boolean ofLive;
        private final UnaryOperator<ArrayStats> fault;

        Accounting(PagePool pool, boolean ofLive, UnaryOperator<ArrayStats> fault) {
            super(pool);
            this.ofLive = ofLive;
            this.fault = fault;
        }

        @Override
        ArrayStats stats(Handle handle) {
            ArrayStats right = super.stats(handle);
            return handle.isLive == ofLive ? fault.apply(right) : right;
        }
    }

    /** Says that it would free a byte more. */
    static final class Boasting extends Sound {
        Boasting(PagePool pool) {
            super(pool);
        }

        @Override
        long exclusiveBytes(Handle handle) {
            return super.exclusiveBytes(handle) + 1;
        }
    }

    /** Copies a block at each write that did not ask for it. */
    static final class CopyingTooMuch extends Sound {
        CopyingTooMuch(PagePool pool) {
            super(pool);
        }

        @Override
        void write(Handle handle, long at, byte[] bytes) {
            super.write(handle, at, bytes);
            ByteBuffer first = ByteBuffer.allocate(1);
            try (SeekableByteChannel all = handle.right.channel()) {
                all.read(first);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            super.write(handle, 0, first.array());
        }
    }

    /** Closes a snapshot when the next one is closed, or anything is written. */
    static final class ClosingLate extends Sound {
        private final List<Handle> late = new ArrayList<>();

        ClosingLate(PagePool pool) {
            super(pool);
        }

        @Override
        Volume snapshot(Handle handle) {
            closeLate();
            return super.snapshot(handle);
        }

        @Override
        void write(Handle handle, long at, byte[] bytes) {
            closeLate();
            super.write(handle, at, bytes);
        }

        @Override
        SeekableByteChannel channel(Handle handle) {
            closeLate();
            return super.channel(handle);
        }

        @Override
        void close(Handle handle) {
            if (handle.isLive) {
                super.close(handle);
            } else {
                late.add(handle);
            }
        }

        private void closeLate() {
            late.forEach(super::close);
            late.clear();
        }
    }

    /** Leaves a handle open. */
    static final class Leaking extends Sound {
        Leaking(PagePool pool) {
            super(pool);
        }

        @Override
        void close(Handle handle) {
            if (!handle.isLive) {
                super.close(handle);
            }
        }
    }

    /** Has a pool that loses, or finds, pages. */
    static final class Pooling extends Sound {
        private final UnaryOperator<PoolStats> fault;

        Pooling(PagePool pool, UnaryOperator<PoolStats> fault) {
            super(pool);
            this.fault = fault;
        }

        @Override
        public PoolStats pool() {
            return fault.apply(super.pool());
        }
    }

    // ---- failures

    /** Throws at a write. */
    static final class ThrowingWrite extends Sound {
        ThrowingWrite(PagePool pool) {
            super(pool);
        }

        @Override
        void write(Handle handle, long at, byte[] bytes) {
            throw new AssertionError("no write today");
        }
    }

    /** Throws at the thread that saves. */
    static final class ThrowingStream extends Sound {
        ThrowingStream(PagePool pool) {
            super(pool);
        }

        @Override
        InputStream inputStream(Handle handle) {
            throw new IllegalStateException("no stream today");
        }
    }

    /** Throws at a close. */
    static final class ThrowingClose extends Sound {
        ThrowingClose(PagePool pool) {
            super(pool);
        }

        @Override
        void close(Handle handle) {
            throw new IllegalStateException("no close today");
        }
    }
}
