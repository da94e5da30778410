package dev.holstein.jmh.op.array;

import org.openjdk.jmh.annotations.Benchmark;

/** One read of a random element. */
public class ArrayGet extends ArrayOperation {
    /**
     * One read.
     *
     * @return the element
     */
    @Benchmark
    public long get() {
        return array.get(nextProbe());
    }
}
