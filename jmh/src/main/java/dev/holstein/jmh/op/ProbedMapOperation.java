package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;

/** An operation on one key of a full map: another key, present in the map, each time; a random one, unless said. */
public abstract class ProbedMapOperation extends AnyMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    MapCell map;

    @SuppressWarnings("NullAway.Init") // by prepare
    private Object[] probes;

    private int next;

    ProbedMapOperation() {}

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        map = fill(data);
        probes = probes(data);
    }

    /** The keys in the order in which they are asked for, all made before the clock starts. */
    Object[] probes(MapKeys data) {
        return data.probes();
    }

    final Object nextProbe() {
        return probes[next++ & MapKeys.PROBES - 1];
    }
}
