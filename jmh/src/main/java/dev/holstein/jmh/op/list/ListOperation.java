package dev.holstein.jmh.op.list;

import dev.holstein.jmh.data.LiveHeap;
import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What the benchmarks of lists have in common: how large, which elements, and how long. The heap has a fixed size and
 * is touched before the run, as for maps. On two processors or more the JVM chooses G1, whose barrier is most of what
 * a write into a large old array costs; for another collector: {@code -jvmArgsAppend -XX:+UseParallelGC}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class ListOperation {
    private static final int SEED = 20_080_201;

    /** Its elements. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int size;

    @SuppressWarnings("NullAway.Init") // by setUp
    Elements elements;

    private int nextIndex;
    private int nextOther;

    ListOperation() {}

    /** The list. */
    abstract ListSubject subject();

    /**
     * Makes the elements, and lets the operation make the rest. The elements go to the old generation first: a
     * collection would else move them while lists are built, and lay them out as it meets them in the list. Then the
     * lists go there, too ({@link LiveHeap}).
     *
     * @param params how many operations an invocation stands for
     */
    @Setup
    public final void setUp(BenchmarkParams params) {
        elements = new Elements(size, SEED);
        System.gc();
        prepare(params.getOpsPerInvocation());
        LiveHeap.settle();
    }

    /** Makes what the operation needs. */
    abstract void prepare(int opsPerInvocation);

    /** A list of all elements. */
    final ListCell fill() {
        return subject().copyOf(elements.present());
    }

    /** How often the whole list fits a number of operations. */
    final int rounds(int operations) {
        if (operations % size != 0) {
            throw new IllegalArgumentException(operations + " operations an invocation are not a multiple of the "
                    + size + " elements: choose one with -opi");
        }
        return operations / size;
    }

    /** Another random index each time. */
    final int nextIndex() {
        return elements.index(nextIndex++);
    }

    /** Another element each time, made before. */
    final Object nextOther() {
        return elements.other(nextOther++);
    }
}
