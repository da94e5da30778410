package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapSubject;
import dev.holstein.jmh.subject.NavigableCell;
import org.openjdk.jmh.annotations.Param;

/** An operation on a full map with views: what {@link java.util.NavigableMap} has and the other rivals' maps have not. */
public abstract class NavigableMapOperation extends MapOperation {
    /** The map. */
    @Param({"COW", "CONCURRENT", "PERSISTENT", "TREE_MAP", "SKIP_LIST", "PCOLLECTIONS"})
    @SuppressWarnings("NullAway.Init") // by JMH
    public MapSubject subject;

    /** The full map. */
    @SuppressWarnings("NullAway.Init") // by prepare
    NavigableCell map;

    NavigableMapOperation() {}

    @Override
    final MapSubject subject() {
        return subject;
    }

    @Override
    final void prepare(MapKeys data, int opsPerInvocation) {
        map = (NavigableCell) fill(data);
        prepareMore(data, opsPerInvocation);
    }

    /** Makes what the operation needs beside the map. */
    abstract void prepareMore(MapKeys data, int opsPerInvocation);
}
