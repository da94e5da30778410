package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import dev.holstein.list.ConcurrentList;
import java.util.ArrayDeque;
import java.util.Deque;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A walk over {@code reversed()}, a live view, shows one version, from its last element to its first; so does a
 * spliterator of the list.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: the
 *       version that is walked backwards, and one that a stream of the list shows later.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ReversedWalkOfOneVersion extends WholeWrites {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", list -> list.add(0, Prefilled.NEW))
            .then("second", list -> list.remove(Prefilled.ELEMENTS));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** The elements, last to first. */
    protected Iterable<Integer> backwards() {
        return list.reversed();
    }

    @Override
    protected void first() {
        list.add(0, Prefilled.NEW);
    }

    @Override
    protected void second() {
        list.remove(Prefilled.ELEMENTS);
    }

    @Override
    protected String seen() {
        Deque<Integer> turned = new ArrayDeque<>();
        backwards().forEach(turned::addFirst);
        return HISTORY.iterated(turned);
    }

    @Override
    protected String seenAgain() {
        return HISTORY.iterated(list.stream().toList());
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
