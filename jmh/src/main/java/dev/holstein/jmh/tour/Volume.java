package dev.holstein.jmh.tour;

import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.Stream;

/**
 * One handle on a volume: what the tour does with a {@link dev.holstein.array.CowByteArray}, and no more, so that tests
 * can put a broken one in its place. Used by one thread at a time.
 */
interface Volume extends AutoCloseable {
    /** Another handle on the same bytes, which no later write to this one changes. */
    Volume snapshot();

    /** Writes all of some bytes. */
    void write(long at, byte[] bytes);

    /** The bytes as a file, to load and to compare them. */
    SeekableByteChannel channel();

    /** The bytes as a stream, to save them. */
    InputStream inputStream();

    /** Where this handle and another one on the same volume differ, in order. */
    Stream<ArrayRange> diff(Volume other);

    /** What closing this handle would free. */
    long exclusiveBytes();

    /** Pages, and what was done to them through this handle. */
    ArrayStats stats();

    @Override
    void close();
}
