package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import dev.holstein.list.ConcurrentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code clear} and {@code replaceAll} of a range are one write of the list each: a reader of the list sees all of it
 * or nothing.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live list.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ListRangeWritesAtomic extends WholeWrites {
    /** Where the range begins. */
    protected static final int FROM = Prefilled.FIRST;

    /** Where the range ends. */
    protected static final int TO = Prefilled.MIDDLE + Prefilled.FIRST;

    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", list -> list.subList(FROM, TO).clear())
            .then("second", list -> list.subList(0, FROM).replaceAll(element -> Prefilled.NEW));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Takes out what lies between {@link #FROM} and {@link #TO}. */
    protected void clearRange() {
        list.subList(FROM, TO).clear();
    }

    @Override
    protected void first() {
        clearRange();
    }

    @Override
    protected void second() {
        list.subList(0, FROM).replaceAll(element -> Prefilled.NEW);
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
