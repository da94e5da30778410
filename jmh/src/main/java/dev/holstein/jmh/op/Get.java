package dev.holstein.jmh.op;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code get} of a random key that is present. Probes are the very key objects of the map, so that a tree that compares
 * keys meets the last one in the cache; the value found is not touched.
 */
public class Get extends ProbedMapOperation {
    /**
     * One look-up.
     *
     * @return the value
     */
    @Benchmark
    public @Nullable Object get() {
        return map.get(nextProbe());
    }
}
