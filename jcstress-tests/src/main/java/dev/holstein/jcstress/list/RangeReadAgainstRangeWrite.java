package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A range that two threads share can be read while it is written: the reader sees all of a write or nothing, in the bounds that belong to
 * it, and is never refused.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code added}, {@code removed}: the range, read twice.
 *   <li>Forbidden: bounds of one version with elements of another, and an exception.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, added", "none, removed", "added, added", "added, removed", "removed, removed"},
        expect = ACCEPTABLE,
        desc = "versions, in order")
@Outcome(expect = FORBIDDEN, desc = "no version, a step back, or refused")
@State
public class RangeReadAgainstRangeWrite {
    private static final ListHistory<Integer> HISTORY = ListHistory.startingAs(
                    "none", Prefilled.contents().subList(Prefilled.FIRST, Prefilled.MIDDLE))
            .then("added", range -> range.add(Prefilled.NEW))
            .then("removed", range -> range.subList(0, 2).clear());

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private final List<Integer> range = list.subList(Prefilled.FIRST, Prefilled.MIDDLE);

    /** The range. */
    protected List<Integer> range() {
        return range;
    }

    /** Writes through the range, then through a range of it. */
    @Actor
    public void writer() {
        range().add(Prefilled.NEW);
        range().subList(0, 2).clear();
    }

    /** Reads the range twice. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.iterated(range());
        r.r2 = HISTORY.iterated(range());
    }
}
