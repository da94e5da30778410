package dev.holstein.jmh.op.concurrent;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.LiveHeap;
import dev.holstein.jmh.data.MapKeys;
import java.util.Arrays;
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

/**
 * What the benchmarks of shared maps have in common: which map, which keys, and how long. Keys are {@link Integer}s that lie in
 * memory in another order than in the map. The heap has a fixed size and is touched before the run, as for maps of one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-Xmn1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class SharedMapOperation {
    private static final int SEED = 20_080_201;

    /** The map. */
    @Param
    @SuppressWarnings("NullAway.Init") // by JMH
    public SharedMapSubject subject;

    @SuppressWarnings("NullAway.Init") // by setUp
    SharedMap map;

    /** All keys in the order of their insertion: a random one. */
    @SuppressWarnings("NullAway.Init") // by setUp
    Object[] insertions;

    /** Random keys that are present. */
    @SuppressWarnings("NullAway.Init") // by setUp
    private Object[] probes;

    SharedMapOperation() {}

    /** Its entries. */
    abstract int size();

    /**
     * Makes the keys and the full map. The keys go to the old generation first, as for maps of one thread: a collection would
     * else lay them out as it meets them in the map. The map goes there while it is filled ({@link LiveHeap}). The value of each
     * key is the number of its write, from zero on.
     */
    @Setup
    public final void setUp() {
        MapKeys data = new MapKeys(KeyKind.INTEGER, size(), SEED);
        insertions = data.insertions(size());
        probes = data.probes();
        System.gc();
        map = subject.newMap();
        Place number = new Place();
        LiveHeap.fill(Arrays.asList(insertions), key -> map.put(key, number.number++));
        LiveHeap.settle();
    }

    /** A random key for each number. */
    final Object key(int number) {
        return probes[number & MapKeys.PROBES - 1];
    }

    /** Looks another random key up, which is present. */
    final Object read(Place place) {
        Object value = map.get(key(place.number++));
        if (value == null) {
            throw new IllegalStateException("bug: a key is gone that nobody has removed");
        }
        return value;
    }

    /** Replaces the value of another random key, which is present, by a new object. */
    final void write(Place place) {
        int number = place.number++;
        map.put(key(number), number);
    }
}
