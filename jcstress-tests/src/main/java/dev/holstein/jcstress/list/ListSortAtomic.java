package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import dev.holstein.list.ConcurrentList;
import java.util.Comparator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code sort} is one write: a reader sees all elements in the old order or in the new one.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live list.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ListSortAtomic extends WholeWrites {
    private static final Comparator<Integer> DOWN = Comparator.reverseOrder();
    private static final Comparator<Integer> BY_LAST_DIGIT = Comparator.comparing(element -> element % 10);

    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", list -> list.sort(DOWN))
            .then("second", list -> list.sort(BY_LAST_DIGIT));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Sorts the list. */
    protected void sort(Comparator<Integer> order) {
        list.sort(order);
    }

    @Override
    protected void first() {
        sort(DOWN);
    }

    @Override
    protected void second() {
        sort(BY_LAST_DIGIT);
    }

    @Override
    protected String seen() {
        return HISTORY.shownBy(list.snapshot());
    }

    @Override
    protected String seenAgain() {
        return HISTORY.iterated(list);
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
