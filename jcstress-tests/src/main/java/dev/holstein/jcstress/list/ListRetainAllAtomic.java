package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import dev.holstein.list.ConcurrentList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code retainAll} and {@code removeAll} of a list are one write each: of what goes, in several leaves, a reader
 * sees all or nothing.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live list.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ListRetainAllAtomic extends WholeWrites {
    private static final Set<Integer> STAY =
            IntStream.range(Prefilled.FIRST, Prefilled.ELEMENTS - 2).boxed().collect(Collectors.toSet());
    private static final Set<Integer> GO = Set.of(Prefilled.FIRST, Prefilled.MIDDLE, Prefilled.ELEMENTS - 3);

    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", list -> list.retainAll(STAY))
            .then("second", list -> list.removeAll(GO));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Removes these elements. */
    protected void removeAll(Set<Integer> elements) {
        list.removeAll(elements);
    }

    @Override
    protected void first() {
        list.retainAll(STAY);
    }

    @Override
    protected void second() {
        removeAll(GO);
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
