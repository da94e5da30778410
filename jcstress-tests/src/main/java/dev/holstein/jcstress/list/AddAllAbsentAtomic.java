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
 * {@code addAllAbsent} is one write: of the elements that were absent a reader sees all or none.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live list.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class AddAllAbsentAtomic extends WholeWrites {
    private static final List<Integer> FIRST = List.of(Prefilled.NEW, Prefilled.MIDDLE, Prefilled.NEWER);
    private static final List<Integer> SECOND = List.of(Prefilled.NEW, -3, -4);

    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", list -> list.addAll(List.of(Prefilled.NEW, Prefilled.NEWER)))
            .then("second", list -> list.addAll(List.of(-3, -4)));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds what is absent, at one moment. */
    protected void addAllAbsent(List<Integer> elements) {
        list.addAllAbsent(elements);
    }

    @Override
    protected void first() {
        addAllAbsent(FIRST);
    }

    @Override
    protected void second() {
        addAllAbsent(SECOND);
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
