package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.BulkListCell;
import java.util.Comparator;
import org.openjdk.jmh.annotations.Benchmark;

/** One sort of a whole list, by a comparator. */
public class ListSort extends BulkListOperation {
    private static final Comparator<Object> ORDER = Comparator.comparing(element -> (Integer) element);

    @SuppressWarnings("NullAway.Init") // by prepare
    private BulkListCell sorted;

    @Override
    void prepare(int opsPerInvocation) {
        super.prepare(opsPerInvocation);
        sorted = list.copy();
        sorted.sort(ORDER);
    }

    /**
     * Of elements in random order, in a copy of the list, which is included: see {@link ListSnapshot} for what it
     * costs.
     *
     * @return the sorted list
     */
    @Benchmark
    public BulkListCell copyAndSort() {
        BulkListCell copy = list.copy();
        copy.sort(ORDER);
        return copy;
    }

    /** Of elements that are in order. */
    @Benchmark
    public void sortSorted() {
        sorted.sort(ORDER);
    }
}
