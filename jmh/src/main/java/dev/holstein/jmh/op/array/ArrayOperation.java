package dev.holstein.jmh.op.array;

import dev.holstein.jmh.subject.ArrayCell;
import dev.holstein.jmh.subject.ArraySubject;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the benchmarks of arrays have in common: how large, and how long. The heap has a fixed size and is touched before the run, as
 * for maps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-Xmn2g", "-XX:+AlwaysPreTouch", "-XX:MaxDirectMemorySize=2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class ArrayOperation {
    private static final int SEED = 20_080_201;
    private static final int PROBES = 1 << 20;

    /** The size of its elements. */
    @Param({"1000", "10000", "100000", "1000000", "10000000", "100000000"})
    public int bytes;

    /** The array. */
    @Param
    @SuppressWarnings("NullAway.Init") // by JMH
    public ArraySubject subject;

    @SuppressWarnings("NullAway.Init") // by setUp
    ArrayCell array;

    @SuppressWarnings("NullAway.Init") // by setUp
    private int[] probes;

    private int next;

    ArrayOperation() {}

    /** Makes the array and the random indices. */
    @Setup
    public final void setUp() {
        array = subject.newCell(subject.length(bytes));
        probes = new SplittableRandom(SEED).ints(PROBES, 0, array.length()).toArray();
        prepare();
        System.gc();
    }

    /** Makes what the operation needs besides. */
    void prepare() {}

    /** Gives memory back before the next array is made. */
    @TearDown
    public final void tearDown() {
        array.close();
    }

    /** Another random index each time. */
    final int nextProbe() {
        return probes[next++ & PROBES - 1];
    }
}
