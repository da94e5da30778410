package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code get} of a random key that is absent: of the same kind as those of the map, anywhere between them. There are as
 * many absent keys as present ones, and each is an object that the map has never seen: every look-up goes all the way down.
 */
public class GetMiss extends AnyMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell map;

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
        map = filled(parts.get(0));
        absent = data.probes(parts.get(1));
    }

    /**
     * One look-up.
     *
     * @return null
     */
    @Benchmark
    public @Nullable Object get() {
        return map.get(absent[next++ & MapKeys.PROBES - 1]);
    }
}
