package dev.holstein.jmh.op;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One snapshot and the first write after it, which replaces the value of a random key as in {@link Replace}: the time of both
 * together. The last snapshot is kept until the next.
 */
public class WriteAfterSnapshot extends ProbedMapOperation {
    private @Nullable Object kept;
    private int lastValue;

    /**
     * One snapshot and one replacement.
     *
     * @return the snapshot before
     */
    @Benchmark
    public @Nullable Object snapshotAndReplace() {
        Object before = kept;
        kept = map.snapshot();
        map.put(nextProbe(), ++lastValue);
        return before;
    }
}
