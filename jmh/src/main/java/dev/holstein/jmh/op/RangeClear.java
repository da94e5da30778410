package dev.holstein.jmh.op;

import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.NavigableCell;
import java.util.SortedMap;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code subMap(a, b).clear()} of half of the entries: another half each time. A cleared map must be full again before the
 * next clear, and that would cost more than the clear itself, so the way back is measured too, in two forms. Both are what
 * programs do: neither leaves a subject anything to do outside of the time.
 */
public class RangeClear extends RangeOperation {
    @Override
    int length() {
        return size / 2;
    }

    /**
     * A copy of the full map, by the cheapest means the map has, and the clear in the copy: the time of both together. What a
     * copy takes alone is what {@link Snapshot} measures.
     *
     * @return the copy
     */
    @Benchmark
    public MapCell copyAndClear() {
        nextRange();
        NavigableCell copy = (NavigableCell) map.copy();
        copy.removeRange(from(), to());
        return copy;
    }

    /** The entries of the range are kept, cleared in the map, and put back by one {@code putAll}: the time of all together. */
    @Benchmark
    public void clearAndPutBack() {
        nextRange();
        SortedMap<Object, Object> kept = map.range(from(), to());
        map.removeRange(from(), to());
        map.putAll(kept);
    }
}
