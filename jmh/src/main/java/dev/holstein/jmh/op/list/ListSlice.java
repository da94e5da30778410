package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * The middle half of a list, safe from later writes of it. Of kotlinx it is a view, which keeps the whole list in
 * memory; of the lists of the JDK a copy.
 */
public class ListSlice extends FullListOperation {
    private static final int PARTS = 4;

    /**
     * One slice.
     *
     * @return it
     */
    @Benchmark
    public Object slice() {
        return list.slice(size / PARTS, size - size / PARTS);
    }
}
