package dev.holstein.jmh.op;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.LiveHeap;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import java.util.Arrays;
import java.util.List;
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
 * What the benchmarks of sorted maps have in common: how large, which keys, and how long.
 *
 * <p>The heap has a fixed size, so that runs differ in the subject only, and all of it is touched before the run: on a virtual
 * machine the first touch of each page else costs more than the writes that are measured (a replace of 90 ns read 2,500 ns).
 * On two processors or more the JVM chooses G1. For another collector: {@code -jvmArgsAppend -XX:+UseParallelGC}.
 *
 * <p>What is not run by default is asked for. Other keys: {@code -p keys=LONG,PREFIXED_STRING,TICKET_COMPARATOR} ({@link
 * KeyKind} has them all). Ten million entries take more heap, the more so where an operation keeps copies of a map: {@code -p
 * size=10000000 -jvmArgs "-Xms16g -Xmx16g -Xmn2g -XX:+AlwaysPreTouch"}; and where an operation names its entries or puts of an
 * invocation, they must be a multiple of the size: for these, and these only, {@code -opi 10000000} too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class MapOperation {
    private static final int SEED = 20_080_201;

    /** Its entries. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int size;

    /** Its keys. */
    @Param({"INTEGER", "STRING", "TICKET"})
    @SuppressWarnings("NullAway.Init") // by JMH
    public KeyKind keys;

    MapOperation() {}

    /** The map. */
    abstract MapSubject subject();

    /**
     * Makes the keys, and lets the operation make the rest. The keys go to the old generation first: G1 would otherwise move
     * them while maps are built and written, and lay them out as it meets them in the map. (After 20 million replacements in a
     * {@code CowBTreeMap} of a million, 41% of the neighbours in key order lay within 512 bytes; this way 0.01% do.) The maps go
     * there, too: large ones slice by slice while they are filled, all when they are made ({@link LiveHeap}).
     *
     * @param params how many operations an invocation stands for
     */
    @Setup
    public final void setUp(BenchmarkParams params) {
        pollute();
        MapKeys data = new MapKeys(keys, keysNeeded(), SEED);
        System.gc();
        prepare(data, params.getOpsPerInvocation());
        LiveHeap.settle();
    }

    /** What the JVM goes through before: nothing, unless the operation says so. */
    void pollute() {}

    /** How many keys the operation needs: those of the map, and others. */
    int keysNeeded() {
        return size;
    }

    /** Makes what the operation needs. */
    abstract void prepare(MapKeys data, int opsPerInvocation);

    /** A map with all keys, put in random order; each value is its key. */
    final MapCell fill(MapKeys data) {
        return filled(Arrays.asList(data.insertions(size)));
    }

    /** A map with some keys, put one by one; each value is its key. */
    final MapCell filled(List<Object> insertions) {
        MapCell map = subject().newCell(keys.comparator());
        LiveHeap.fill(insertions, key -> map.put(key, key));
        return map;
    }
}
