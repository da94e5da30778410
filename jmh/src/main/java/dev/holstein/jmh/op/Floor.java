package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.SortedCell;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * The neighbour of a random key that is absent, as in {@link GetMiss}: {@code floorKey} and {@code ceilingKey} of {@code
 * java.util} and H2; {@code maxBefore} (after a look-up, for it leaves the key itself out) and {@code minAfter} of Scala; an
 * index and the entry there of Bifurcan; a {@code seq} from the key on of Clojure.
 */
public class Floor extends SortedMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    private SortedCell map;

    @SuppressWarnings("NullAway.Init") // by prepare
    private Object[] absent;

    private int next;

    @Override
    int keysNeeded() {
        return 2 * size;
    }

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        List<List<Object>> parts = data.parts(size);
        map = (SortedCell) filled(parts.get(0));
        absent = data.probes(parts.get(1));
    }

    /**
     * The greatest key below.
     *
     * @return the key
     */
    @Benchmark
    public @Nullable Object floor() {
        return map.floorKey(absent[next++ & MapKeys.PROBES - 1]);
    }

    /**
     * The least key above.
     *
     * @return the key
     */
    @Benchmark
    public @Nullable Object ceiling() {
        return map.ceilingKey(absent[next++ & MapKeys.PROBES - 1]);
    }
}
