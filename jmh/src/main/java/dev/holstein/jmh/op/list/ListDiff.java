package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One search for all that differs between two versions: {@value #CHANGES} elements were replaced. {@code diff} of our
 * snapshots; the others have none, so all their elements are compared, by two iterators side by side. The differences
 * are found and counted.
 */
public class ListDiff extends ListVersionsOperation {
    @Override
    void change(ListCell list, int index, Object other) {
        list.set(index, other);
    }

    /**
     * One search.
     *
     * @return the number of differences
     */
    @Benchmark
    public long diff() {
        return older.differences(newer);
    }
}
