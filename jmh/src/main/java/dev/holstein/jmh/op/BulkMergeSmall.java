package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * One entry of a {@code putAll} of n / {@value #SHARE} sorted new entries, spread over all of a map of n
 * ({@link MergeOperation}). An invocation merges {@value #MERGED} entries (or {@code -opi}, which must be a multiple of
 * n / {@value #SHARE}).
 */
public class BulkMergeSmall extends MergeOperation {
    static final int MERGED = 10_000;
    static final int SHARE = 100;

    @Override
    int merged() {
        return size / SHARE;
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
