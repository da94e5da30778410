package dev.holstein.jmh.op.array;

import org.openjdk.jmh.annotations.Benchmark;

/** One snapshot, and the first write of a random element after it: the time of both together; the snapshot before is closed. */
public class ArrayFirstWrite extends ArrayOperation {
    private long last;

    /** One snapshot and one write. */
    @Benchmark
    public void snapshotAndSet() {
        array.snapshot();
        array.set(nextProbe(), ++last);
    }
}
