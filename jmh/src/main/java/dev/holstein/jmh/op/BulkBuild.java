package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.data.SortedEntries;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One entry of a map built from a {@link java.util.SortedMap}, by the constructor or factory that takes one. Vavr, Paguro,
 * Bifurcan and Clojure have none and put one by one; so does the builder of Scala, whose linear way takes its own sorted maps only;
 * H2 has an append mode. The source is an array of entries that belongs to no subject's family, so that none can share it.
 *
 * <p>An invocation builds {@value #ENTRIES} entries (or {@code -opi}, which must be a multiple of the size), in as many maps as
 * it takes.
 */
public class BulkBuild extends AnyMapOperation {
    static final int ENTRIES = 1_000_000;

    @SuppressWarnings("NullAway.Init") // by prepare
    private SortedEntries source;

    private int maps;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        source = data.entries();
        maps = data.rounds(opsPerInvocation);
    }

    /**
     * Builds maps.
     *
     * @param blackhole takes the maps
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void build(Blackhole blackhole) {
        for (int map = 0; map < maps; map++) {
            blackhole.consume(subject.copyOf(source));
        }
    }
}
