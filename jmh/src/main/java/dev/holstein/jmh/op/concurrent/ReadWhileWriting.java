package dev.holstein.jmh.op.concurrent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;

/** One thread reads and one writes, both as fast as they can: reads and writes per second. */
public class ReadWhileWriting extends AnySizeMapOperation {
    /** Made by JMH. */
    public ReadWhileWriting() {}

    /**
     * One {@code get} of a random key that is present; the value found is not touched.
     *
     * @param place the thread's
     * @return the value
     */
    @Benchmark
    @Group("readAndWrite")
    public Object get(Place place) {
        return read(place);
    }

    /**
     * One {@code put} of a new value to a random key that is present.
     *
     * @param place the thread's
     */
    @Benchmark
    @Group("readAndWrite")
    public void put(Place place) {
        write(place);
    }
}
