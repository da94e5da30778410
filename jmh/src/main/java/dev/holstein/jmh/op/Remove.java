package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Benchmark;

/** One {@code remove} of a random key that is present, and one {@code put} that brings it back: the time of both together. */
public class Remove extends ProbedMapOperation {
    /** One removal and one insertion. */
    @Benchmark
    public void removeAndPut() {
        Object key = nextProbe();
        map.remove(key);
        map.put(key, key);
    }
}
