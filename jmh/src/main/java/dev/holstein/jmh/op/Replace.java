package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code put} to a random key that is present, of a new value: another object than before and not equal to it, so that no
 * map may skip the write. Includes making the value, an {@code Integer}.
 */
public class Replace extends ProbedMapOperation {
    private int lastValue;

    /** One replacement. */
    @Benchmark
    public void replace() {
        map.put(nextProbe(), ++lastValue);
    }
}
