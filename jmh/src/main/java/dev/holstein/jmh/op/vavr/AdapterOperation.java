package dev.holstein.jmh.op.vavr;

import io.vavr.collection.IndexedSeq;
import io.vavr.collection.SortedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/** A map of even integers put in random order, a sequence of as many, and random ones to ask for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public abstract class AdapterOperation {
    private static final int SEED = 20_080_201;
    private static final int PROBES = 1 << 14;

    /** Entries and elements. */
    @Param({"1000", "100000", "1000000"})
    public int size;

    /** What is behind the interface. */
    @Param
    @SuppressWarnings("NullAway.Init") // by JMH
    public Side side;

    @SuppressWarnings("NullAway.Init") // by setUp
    SortedMap<Integer, Integer> map;

    @SuppressWarnings("NullAway.Init") // by setUp
    IndexedSeq<Integer> seq;

    @SuppressWarnings("NullAway.Init") // by setUp
    private Integer[] probes;

    private int next;

    AdapterOperation() {}

    /**
     * Makes both: the sequence last, of numbers of its own. What a side allocates for its map makes the collector move what is there, in the
     * order in which it finds it, and a sequence whose elements were moved in the random order of the keys is another one to walk.
     */
    @Setup
    public final void setUp() {
        Random random = new Random(SEED);
        List<Integer> keys = numbers();
        Collections.shuffle(keys, random);
        map = side.map(keys);
        probes = new Integer[PROBES];
        for (int i = 0; i < PROBES; i++) {
            probes[i] = keys.get(random.nextInt(size));
        }
        System.gc();
        seq = side.seq(numbers());
        System.gc();
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            numbers.add(2 * i);
        }
        return numbers;
    }

    /** A key that is present; half of it is an index. */
    final Integer probe() {
        return probes[next++ & PROBES - 1];
    }
}
