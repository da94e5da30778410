package dev.holstein.jmh.op;

import dev.holstein.jmh.data.MapKeys;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * One value of a sum over all of them by a stream, in parallel on the common pool and, to compare, on one thread. What is
 * summed is the hash code of the value, which is read from the object: a miss of the cache that threads can share out.
 *
 * <p>An invocation reads {@value #ENTRIES} entries (or {@code -opi}, which must be a multiple of the size), by as many streams
 * as it takes.
 */
public class ParallelSum extends NavigableMapOperation {
    static final int ENTRIES = 1_000_000;

    private int streams;

    @Override
    void prepareMore(MapKeys data, int opsPerInvocation) {
        streams = data.rounds(opsPerInvocation);
    }

    /**
     * On many threads.
     *
     * @return the sum
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public long parallel() {
        long sum = 0;
        for (int i = 0; i < streams; i++) {
            sum += map.map().values().parallelStream()
                    .mapToLong(Object::hashCode)
                    .sum();
        }
        return sum;
    }

    /**
     * On one thread.
     *
     * @return the sum
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public long sequential() {
        long sum = 0;
        for (int i = 0; i < streams; i++) {
            sum += map.map().values().stream().mapToLong(Object::hashCode).sum();
        }
        return sum;
    }
}
