package dev.holstein.jmh.op.concurrent;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How long a {@code get} of a random key that is present takes while another thread writes without a pause: nanoseconds, of which
 * the percentiles count. The clock is read twice for each sample, which adds some 20 to 50 ns to all of them.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadLatency extends AnySizeMapOperation {
    /** Made by JMH. */
    public ReadLatency() {}

    /**
     * One look-up.
     *
     * @param place the thread's
     * @return the value
     */
    @Benchmark
    @Group("besideWriter")
    public Object get(Place place) {
        return read(place);
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
