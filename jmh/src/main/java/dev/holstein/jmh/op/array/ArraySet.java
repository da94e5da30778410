package dev.holstein.jmh.op.array;

import org.openjdk.jmh.annotations.Benchmark;

/** One write of a random element of an array that nobody shares. */
public class ArraySet extends ArrayOperation {
    private long last;

    /** One write. */
    @Benchmark
    public void set() {
        array.set(nextProbe(), ++last);
    }
}
