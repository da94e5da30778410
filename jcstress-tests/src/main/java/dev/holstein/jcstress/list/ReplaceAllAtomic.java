package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code replaceAll} is one write: a reader sees all elements replaced, or none.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code all}: a snapshot, then an iteration over the list.
 *   <li>Forbidden: some of it without the rest, and a step back.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, all", "all, all"},
        expect = ACCEPTABLE,
        desc = "all or none, in order")
@Outcome(expect = FORBIDDEN, desc = "some are replaced, others are not")
@State
public class ReplaceAllAtomic {
    private static final int EVERY = 100;
    private static final ListHistory<Integer> HISTORY =
            Prefilled.startingAs("none").then("all", list -> list.replaceAll(ReplaceAllAtomic::replacement));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private static int replacement(int element) {
        return element % EVERY == 1 ? -element : element;
    }

    /** Replaces elements. */
    protected void replaceAll(UnaryOperator<Integer> operator) {
        list.replaceAll(operator);
    }

    /** Writes. */
    @Actor
    public void writer() {
        replaceAll(ReplaceAllAtomic::replacement);
    }

    /** Takes a snapshot, then iterates. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(list.snapshot());
        r.r2 = HISTORY.iterated(list);
    }
}
