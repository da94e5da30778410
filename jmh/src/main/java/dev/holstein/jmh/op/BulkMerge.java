package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * One entry of a {@code putAll} of n sorted new entries into a map of n ({@link MergeOperation}). An invocation merges
 * {@value #MERGED} entries (or {@code -opi}, which must be a multiple of the size).
 */
public class BulkMerge extends MergeOperation {
    static final int MERGED = 1_000_000;

    @Override
    int merged() {
        return size;
    }

    /**
     * Merges.
     *
     * @return the maps
     */
    @Benchmark
    @OperationsPerInvocation(MERGED)
    public Object[] putAll() {
        return mergeAll();
    }
}
