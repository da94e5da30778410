package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code set} at a random index of a mutable list that nobody shares: another object than before and not equal to
 * it, made before the run. The same of persistent lists is {@link ListWith}.
 */
public class ListSet extends InPlaceListOperation {
    /** One replacement. */
    @Benchmark
    public void set() {
        list.set(nextIndex(), nextOther());
    }
}
