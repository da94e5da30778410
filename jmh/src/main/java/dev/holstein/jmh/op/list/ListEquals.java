package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One {@code equals} of two versions that are equal: {@value #CHANGES} elements were replaced and then put back. So
 * ours share all nodes but the paths to these, and no subject may stop early. Equal elements are the same objects.
 */
public class ListEquals extends ListVersionsOperation {
    @Override
    void change(ListCell list, int index, Object other) {
        Object own = list.get(index);
        list.set(index, other);
        list.set(index, own);
    }

    /**
     * One comparison.
     *
     * @return true
     */
    @Benchmark
    public boolean equal() {
        return older.isEqualTo(newer);
    }
}
