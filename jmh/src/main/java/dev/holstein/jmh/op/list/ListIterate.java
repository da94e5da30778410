package dev.holstein.jmh.op.list;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One element of a walk over the whole list by its iterator: the reference to the element is read, the object behind
 * it is not.
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
     * By the iterator.
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
}
