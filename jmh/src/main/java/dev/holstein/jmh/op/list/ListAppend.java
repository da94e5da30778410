package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One {@code add} at the end, averaged over the building of a whole list from empty; small lists are built many times.
 * {@code CopyOnWriteArrayList} is left out: it would take half an hour for a million.
 *
 * <p>An invocation adds {@value #ADDS} elements (or {@code -opi}, which must be a multiple of the size).
 */
public class ListAppend extends ListOperation {
    static final int ADDS = 1_000_000;

    /** The list. */
    @Param({
        "COW_LIST",
        "PERSISTENT_LIST",
        "CONCURRENT_LIST",
        "ARRAY_LIST",
        "VAVR",
        "KOTLINX",
        "KOTLINX_BUILDER",
        "PAGURO",
        "PAGURO_MUTABLE",
        "BIFURCAN",
        "BIFURCAN_LINEAR",
        "SCALA",
        "PCOLLECTIONS"
    })
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    @SuppressWarnings("NullAway.Init") // by prepare
    private Object[] added;

    private int lists;

    @Override
    final ListSubject subject() {
        return subject;
    }

    @Override
    void prepare(int opsPerInvocation) {
        lists = rounds(opsPerInvocation);
        added = elements.present().toArray();
    }

    /**
     * Builds lists.
     *
     * @param blackhole takes the lists
     */
    @Benchmark
    @OperationsPerInvocation(ADDS)
    public void add(Blackhole blackhole) {
        for (int i = 0; i < lists; i++) {
            blackhole.consume(build());
        }
    }

    private ListCell build() {
        ListCell list = subject.newCell();
        for (Object element : added) {
            list.add(element);
        }
        return list;
    }
}
