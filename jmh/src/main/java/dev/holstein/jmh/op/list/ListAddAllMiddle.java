package dev.holstein.jmh.op.list;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code addAll} of a tenth of the size at a random index, and one removal of as many elements in a row at
 * another: the time of both together. What is added is in a list of the JDK, whose nodes none can share.
 */
public class ListAddAllMiddle extends FullListOperation {
    private static final int PARTS = 10;

    @SuppressWarnings("NullAway.Init") // by prepare
    private List<Object> added;

    @Override
    void prepare(int opsPerInvocation) {
        super.prepare(opsPerInvocation);
        added = List.copyOf(elements.absent().subList(0, size / PARTS));
    }

    /** One bulk insertion and one bulk removal. */
    @Benchmark
    public void addAllAndRemove() {
        list.insertAll(nextIndex(), added);
        int from = nextIndex();
        list.removeRange(from, from + added.size());
    }
}
