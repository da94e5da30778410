package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;

/** An operation on one key of a full map: another random key, present in the map, each time. */
public abstract class ProbedMapOperation extends AnyMapOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    MapCell map;

    @SuppressWarnings("NullAway.Init") // by prepare
    private Object[] probes;

    private int next;

    ProbedMapOperation() {}

    @Override
    final void prepare(MapKeys data, int opsPerInvocation) {
        map = fill(data);
        probes = data.probes();
    }

    final Object nextProbe() {
        return probes[next++ & MapKeys.PROBES - 1];
    }
}
