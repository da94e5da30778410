package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListSortAtomic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Sorts a copy, and sets one element after the other.
 */
@JCStressTest
@State
public class SortedInPlace extends ListSortAtomic {
    @Override
    protected void sort(Comparator<Integer> order) {
        List<Integer> sorted = new ArrayList<>(list);
        sorted.sort(order);
        for (int i = 0; i < sorted.size(); i++) {
            list.set(i, sorted.get(i));
        }
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
