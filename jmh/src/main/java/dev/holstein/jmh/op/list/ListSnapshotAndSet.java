package dev.holstein.jmh.op.list;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One snapshot as in {@link ListSnapshot}, and the first write after it as in {@link ListSet}: the time of both
 * together. The last snapshot is kept until the next.
 */
public class ListSnapshotAndSet extends InPlaceListOperation {
    private @Nullable Object kept;

    /**
     * One snapshot and one replacement.
     *
     * @return the snapshot before
     */
    @Benchmark
    public @Nullable Object snapshotAndSet() {
        Object before = kept;
        kept = list.snapshot();
        list.set(nextIndex(), nextOther());
        return before;
    }
}
