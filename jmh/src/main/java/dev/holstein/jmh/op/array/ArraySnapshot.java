package dev.holstein.jmh.op.array;

import org.openjdk.jmh.annotations.Benchmark;

/** One snapshot of an array that is not written in between; the one before is closed. */
public class ArraySnapshot extends ArrayOperation {
    /** One snapshot. */
    @Benchmark
    public void snapshot() {
        array.snapshot();
    }
}
