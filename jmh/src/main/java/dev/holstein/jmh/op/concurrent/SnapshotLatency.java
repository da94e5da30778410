package dev.holstein.jmh.op.concurrent;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How long {@code snapshot()} takes while another thread writes without a pause: nanoseconds, of which the percentiles count. What
 * a snapshot is, {@link SharedMapSubject} says; that of the skip list may be torn. It is dropped at once, and the writer pays for
 * what it shares. The clock is read twice for each sample, which adds some 20 to 50 ns to all of them.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SnapshotLatency extends AnySizeMapOperation {
    /** Made by JMH. */
    public SnapshotLatency() {}

    /**
     * One snapshot.
     *
     * @return it
     */
    @Benchmark
    @Group("besideWriter")
    public Object take() {
        return map.snapshot();
    }

    /**
     * The writes of the other thread: one {@code put} of a new value to a random key that is present.
     *
     * @param place the thread's
     */
    @Benchmark
    @Group("besideWriter")
    public void put(Place place) {
        write(place);
    }
}
