package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One new version of a persistent list, with another element at a random index, of the version that was made last.
 * The same of mutable lists is {@link ListSet}.
 */
public class ListWith extends PersistentListOperation {
    /**
     * One version.
     *
     * @return it
     */
    @Benchmark
    public Object with() {
        version.set(nextIndex(), nextOther());
        return version.snapshot();
    }
}
