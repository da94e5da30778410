package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code size()} of a {@code subMap} that holds half of the entries: another view each time. What a view has to count
 * grows with the map, what it has to search does not.
 */
public class ViewSize extends RangeOperation {
    @Override
    int length() {
        return size / 2;
    }

    /**
     * One size of a new view.
     *
     * @return it
     */
    @Benchmark
    public int size() {
        nextRange();
        return map.map().subMap(from(), to()).size();
    }
}
