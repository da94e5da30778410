package dev.holstein.jmh.tour;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.Stream;

/** The array of this library as a volume. */
final class CowVolumes implements VolumeSubject {
    private final PagePool pool;

    CowVolumes(PagePool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return pool.isDirect() ? "CowByteArray off the heap" : "CowByteArray";
    }

    @Override
    public Volume ofLength(long length) {
        ArrayOptions options =
                ArrayOptions.defaults().withPageSize(VolumeFile.BLOCK).withPool(pool);
        return new Handle(CowByteArray.ofLength(length, options));
    }

    @Override
    public PoolStats pool() {
        return pool.stats();
    }

    /** One handle, under the names of the tour. */
    record Handle(CowByteArray array) implements Volume {
        @Override
        public Volume snapshot() {
            return new Handle(array.snapshot());
        }

        @Override
        public void write(long at, byte[] bytes) {
            array.write(at, bytes);
        }

        @Override
        public SeekableByteChannel channel() {
            return array.channel();
        }

        @Override
        public InputStream inputStream() {
            return array.inputStream();
        }

        @Override
        public Stream<ArrayRange> diff(Volume other) {
            return array.diff(((Handle) other).array);
        }

        @Override
        public long exclusiveBytes() {
            return array.exclusiveBytes();
        }

        @Override
        public ArrayStats stats() {
            return array.stats();
        }

        @Override
        public void close() {
            array.close();
        }
    }
}
