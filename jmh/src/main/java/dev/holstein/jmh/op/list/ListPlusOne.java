package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import org.openjdk.jmh.annotations.Benchmark;

/** One new version of a full persistent list, with one more element at its end. */
public class ListPlusOne extends PersistentListOperation {
    private static final int PARTS = 10;

    private int added;

    /**
     * Of the version that was made last, so that all versions are one chain. When the list has grown by a tenth,
     * another chain begins at the first version.
     *
     * @return the version
     */
    @Benchmark
    public Object chain() {
        if (added++ == size / PARTS) {
            version = first.copy();
            added = 1;
        }
        version.add(nextOther());
        return version.snapshot();
    }

    /**
     * Of the first version each time, so that all versions are siblings, and none can go on where another one ended.
     *
     * @return the version
     */
    @Benchmark
    public Object sibling() {
        ListCell sibling = first.copy();
        sibling.add(nextOther());
        return sibling.snapshot();
    }
}
