package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One element of a walk over the whole list by its iterator.
 *
 * <p>An invocation reads {@value #ELEMENTS} elements (or {@code -opi}, which must be a multiple of the size), by as
 * many walks as it takes.
 */
public class ListIterate extends FullListOperation {
    static final int ELEMENTS = 1_000_000;

    private int walks;

    @Override
    void prepare(int opsPerInvocation) {
        super.prepare(opsPerInvocation);
        walks = rounds(opsPerInvocation);
    }

    /**
     * The reference to the element is read, the object behind it is not.
     *
     * @param blackhole takes the elements
     */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void iterator(Blackhole blackhole) {
        for (int walk = 0; walk < walks; walk++) {
            list.iterate(blackhole::consume);
        }
    }

    /**
     * The numbers are added up: what a loop costs that does something with the elements.
     *
     * @return the sum
     */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public long sum() {
        long[] sum = {0};
        for (int walk = 0; walk < walks; walk++) {
            list.iterate(element -> sum[0] += (Integer) element);
        }
        return sum[0];
    }
}
