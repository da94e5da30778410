package dev.holstein.jmh.op;

import dev.holstein.jmh.data.KeyRanges;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.SortedCell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One entry of a range of {@value #LENGTH} at a random place, by the cheapest means each map has: {@code forEach} of a sub map
 * of {@code java.util} (its other ways: {@link ViewRange}), an iterator or cursor from the first key of Scala and H2, a {@code
 * seq} of Clojure, one entry after the other by index of Bifurcan. Making the view and finding the first key are shared out
 * among the entries. References to keys and values are read, the objects are not.
 */
public class RangeScan extends SortedMapOperation {
    static final int LENGTH = 100;

    @SuppressWarnings("NullAway.Init") // by prepare
    private SortedCell map;

    @SuppressWarnings("NullAway.Init") // by prepare
    private KeyRanges ranges;

    private int next;

    @Override
    void prepare(MapKeys data, int opsPerInvocation) {
        map = (SortedCell) fill(data);
        ranges = data.ranges(LENGTH);
    }

    /**
     * Reads a range.
     *
     * @param blackhole takes keys and values
     */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void scan(Blackhole blackhole) {
        int range = next++ & MapKeys.PROBES - 1;
        map.iterateRange(ranges.from()[range], ranges.to()[range], (key, value) -> {
            blackhole.consume(key);
            blackhole.consume(value);
        });
    }
}
