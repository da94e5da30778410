package dev.holstein.jmh.op.concurrent;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
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

/** What the benchmarks of shared lists have in common: which list, which indices, and how long; heap and times as for maps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class SharedListOperation {
    private static final int SEED = 20_080_201;

    /** The list. */
    @Param
    @SuppressWarnings("NullAway.Init") // by JMH
    public SharedListSubject subject;

    @SuppressWarnings("NullAway.Init") // by setUp
    SharedList list;

    /** All indices, each once, in random order. */
    @SuppressWarnings("NullAway.Init") // by setUp
    int[] order;

    /** Random indices. */
    @SuppressWarnings("NullAway.Init") // by setUp
    private int[] indices;

    SharedListOperation() {}

    /** Its elements. */
    abstract int size();

    /**
     * Makes the full list. The elements are the numbers from zero on, in random order, and lie in memory in the order of their
     * numbers; they go to the old generation with the list.
     */
    @Setup
    public final void setUp() {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            elements.add(i);
        }
        Collections.shuffle(elements, new Random(SEED));
        order = new int[size()];
        for (int index = 0; index < order.length; index++) {
            order[(Integer) elements.get(index)] = index;
        }
        indices = new MapKeys(KeyKind.INTEGER, size(), SEED).indices();
        list = subject.copyOf(elements);
        System.gc();
    }

    /** A random index for each number. */
    final int index(int number) {
        return indices[number & MapKeys.PROBES - 1];
    }
}
