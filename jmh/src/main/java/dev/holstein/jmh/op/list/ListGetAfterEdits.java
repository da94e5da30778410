package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.ListSubject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * One {@code get} at a random index, as {@link ListGet}, of a list that was written in the middle before: for every
 * {@value #ELEMENTS_PER_EDIT} elements one was inserted and one removed, both at random. The rivals are those that do
 * this in logarithmic time, and {@code ArrayList}, which pays for it earlier.
 */
public class ListGetAfterEdits extends ListOperation {
    static final int ELEMENTS_PER_EDIT = 100;

    /** The list. */
    @Param({
        "COW_LIST",
        "PERSISTENT_LIST",
        "CONCURRENT_LIST",
        "ARRAY_LIST",
        "PAGURO",
        "PAGURO_MUTABLE",
        "BIFURCAN",
        "BIFURCAN_LINEAR",
        "PCOLLECTIONS"
    })
    @SuppressWarnings("NullAway.Init") // by JMH
    public ListSubject subject;

    @SuppressWarnings("NullAway.Init") // by prepare
    private ListCell list;

    @Override
    final ListSubject subject() {
        return subject;
    }

    @Override
    void prepare(int opsPerInvocation) {
        list = fill();
        for (int edit = 0; edit < size / ELEMENTS_PER_EDIT; edit++) {
            list.insert(nextIndex(), nextOther());
            list.remove(nextIndex());
        }
    }

    /**
     * One look-up.
     *
     * @return the element
     */
    @Benchmark
    public Object get() {
        return list.get(nextIndex());
    }
}
