package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One {@code put} of a new key, averaged over the building of a whole map from empty, one entry at a time in random order.
 * Small maps are built many times, each time in another order of the same keys. The value is the key.
 *
 * <p>An invocation puts {@value #PUTS} entries (or {@code -opi}, which must be a multiple of the size).
 */
public class Put extends AnyMapOperation {
    static final int PUTS = 1_000_000;

    @SuppressWarnings("NullAway.Init") // by prepare
    private Object[] insertions;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        insertions = insertions(data, opsPerInvocation);
    }

    /** The keys to put, map after map. */
    Object[] insertions(MapKeys data, int puts) {
        return data.insertions(puts);
    }

    /**
     * Builds maps.
     *
     * @param blackhole takes the maps
     */
    @Benchmark
    @OperationsPerInvocation(PUTS)
    public void put(Blackhole blackhole) {
        for (int start = 0; start < insertions.length; start += size) {
            blackhole.consume(build(start, start + size));
        }
    }

    private MapCell build(int from, int to) {
        MapCell map = subject.newCell(keys.comparator());
        for (int i = from; i < to; i++) {
            map.put(insertions[i], insertions[i]);
        }
        return map;
    }
}
