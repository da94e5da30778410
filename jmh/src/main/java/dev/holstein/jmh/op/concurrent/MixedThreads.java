package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;

/**
 * Three readers for each writer, in four and in eight threads: reads and writes per second, each those of all threads that do the
 * same. A read is one {@code get}, a write one {@code put} of a new value, both of a random key that is present.
 */
public class MixedThreads extends AnySizeMapOperation {
    /** Made by JMH. */
    public MixedThreads() {}

    /**
     * Three readers of four threads.
     *
     * @param place the thread's
     * @return the value
     */
    @Benchmark
    @Group("four")
    @GroupThreads(3)
    public Object getInFour(Place place) {
        return read(place);
    }

    /**
     * One writer of four threads.
     *
     * @param place the thread's
     */
    @Benchmark
    @Group("four")
    public void putInFour(Place place) {
        write(place);
    }

    /**
     * Six readers of eight threads.
     *
     * @param place the thread's
     * @return the value
     */
    @Benchmark
    @Group("eight")
    @GroupThreads(6)
    public Object getInEight(Place place) {
        return read(place);
    }

    /**
     * Two writers of eight threads.
     *
     * @param place the thread's
     */
    @Benchmark
    @Group("eight")
    @GroupThreads(2)
    public void putInEight(Place place) {
        write(place);
    }
}
