package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One entry of a walk over the whole map: the references to its key and value are read, the objects behind them are not. The
 * map was filled in random order, and a large one made old slice by slice ({@link dev.holstein.jmh.data.LiveHeap}): a map that is made anew with each write
 * is laid out by collections more than one that is edited in place.
 *
 * <p>An invocation reads {@value #ENTRIES} entries (or {@code -opi}, which must be a multiple of the size), by as many walks as
 * it takes.
 */
public class Iterate extends AnyMapOperation {
    static final int ENTRIES = 1_000_000;

    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell map;

    private int walks;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        map = fill(data);
        walks = data.rounds(opsPerInvocation);
    }

    /**
     * By the iterator of the entries.
     *
     * @param blackhole takes keys and values
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void iterator(Blackhole blackhole) {
        for (int walk = 0; walk < walks; walk++) {
            map.iterate((key, value) -> {
                blackhole.consume(key);
                blackhole.consume(value);
            });
        }
    }

    /**
     * By {@code forEach}.
     *
     * @param blackhole takes keys and values
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void forEach(Blackhole blackhole) {
        for (int walk = 0; walk < walks; walk++) {
            map.forEach((key, value) -> {
                blackhole.consume(key);
                blackhole.consume(value);
            });
        }
    }
}
