package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/** One {@code get} at a random index; the element found is not touched. */
public class ListGet extends FullListOperation {
    /**
     * One look-up.
     *
     * @return the element
     */
    @Benchmark
    public Object get() {
        return list.get(nextIndex());
    }
}
