package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.BulkListCell;
import org.openjdk.jmh.annotations.Benchmark;

/** One {@code removeIf} over a whole list; every element is looked at. */
public class ListRemoveIf extends BulkListOperation {
    /**
     * Removes the odd half of the elements from a copy of the list, which is included: see {@link ListSnapshot} for
     * what it costs.
     *
     * @return the other half
     */
    @Benchmark
    public BulkListCell copyAndRemoveHalf() {
        BulkListCell copy = list.copy();
        copy.removeIf(element -> ((Integer) element & 1) != 0);
        return copy;
    }

    /** Asks for an element that is not there. */
    @Benchmark
    public void removeNone() {
        Object absent = elements.absent().get(0);
        list.removeIf(element -> element.equals(absent));
    }
}
