package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code clear} is one write: a reader sees all elements or none, never some.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live list.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ListClearAtomic extends WholeWrites {
    private static final ListHistory<Integer> HISTORY =
            Prefilled.startingAs("none").then("first", List::clear).then("second", list -> list.add(Prefilled.NEW));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Removes all elements. */
    protected void clear() {
        list.clear();
    }

    @Override
    protected void first() {
        clear();
    }

    @Override
    protected void second() {
        list.add(Prefilled.NEW);
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
