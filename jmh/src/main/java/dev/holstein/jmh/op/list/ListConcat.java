package dev.holstein.jmh.op.list;

import dev.holstein.jmh.subject.ListCell;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One list of two, each of half the size: a new list, and both halves stay what they were. Of mutable lists it is a
 * copy of the first to which all of the second is added.
 */
public class ListConcat extends AnyListOperation {
    @SuppressWarnings("NullAway.Init") // by prepare
    private ListCell left;

    @SuppressWarnings("NullAway.Init") // by prepare
    private ListCell right;

    @Override
    void prepare(int opsPerInvocation) {
        List<Object> all = elements.present();
        left = subject.copyOf(all.subList(0, size / 2));
        right = subject.copyOf(all.subList(size / 2, size));
    }

    /**
     * One concatenation.
     *
     * @return the new list
     */
    @Benchmark
    public Object concat() {
        return left.concat(right);
    }
}
