package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One snapshot of a full map that is not written in between: {@code snapshot()} of ours, the copy constructor of
 * {@code TreeMap}, {@code clone()} of the skip list, a copy of the hash table; the present root of H2's map, a new face of Bifurcan's linear one; a
 * persistent map is its own.
 */
public class Snapshot extends AnyMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    private MapCell map;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        map = fill(data);
    }

    /**
     * One snapshot.
     *
     * @return it
     */
    @Benchmark
    public Object snapshot() {
        return map.snapshot();
    }
}
