package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;

/**
 * Threads that only write: each operation is one {@code put} of a new value to a random key that is present, and the result is
 * the writes per second of all threads together. Beyond the number of cores it should hold, not fall.
 */
public class WriteTogether extends AnySizeMapOperation {
    /** Made by JMH. */
    public WriteTogether() {}

    /**
     * One writer, to compare the others with.
     *
     * @param place the thread's
     */
    @Benchmark
    @Threads(1)
    public void one(Place place) {
        write(place);
    }

    /**
     * Two writers.
     *
     * @param place the thread's
     */
    @Benchmark
    @Threads(2)
    public void two(Place place) {
        write(place);
    }

    /**
     * Four writers.
     *
     * @param place the thread's
     */
    @Benchmark
    @Threads(4)
    public void four(Place place) {
        write(place);
    }

    /**
     * Eight writers.
     *
     * @param place the thread's
     */
    @Benchmark
    @Threads(8)
    public void eight(Place place) {
        write(place);
    }
}
