package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A write through a range of a list, while another thread writes to the list itself, goes where the range is, or is refused because it is
 * no longer there.
 *
 * <ul>
 *   <li>{@code written, both}: it came first, or the range could be written none the less. {@code refused, foreign}: it came too late.
 *   <li>Forbidden: an element at another place, a lost write, and one that was refused and made.
 * </ul>
 */
@JCStressTest
@Outcome(id = "written, both", expect = ACCEPTABLE, desc = "the range was written first")
@Outcome(id = "refused, foreign", expect = ACCEPTABLE, desc = "the list was")
@Outcome(expect = FORBIDDEN, desc = "written at another place, or lost")
@State
public class RangeWriteAgainstForeignWrite {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("neither")
            .then("foreign", list -> list.add(0, Prefilled.NEWER))
            .then("both", list -> list.add(Prefilled.MIDDLE + 1, Prefilled.NEW));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private final List<Integer> range = list.subList(Prefilled.FIRST, Prefilled.MIDDLE);

    /** Adds an element at the end of the range, before the middle. */
    protected void addToRange(int element) {
        range.add(element);
    }

    /** Writes through the range. */
    @Actor
    public void one(LL_Result r) {
        try {
            addToRange(Prefilled.NEW);
            r.r1 = "written";
        } catch (ConcurrentModificationException e) {
            r.r1 = "refused";
        }
    }

    /** Writes to the list, before the range. */
    @Actor
    public void other() {
        list.add(0, Prefilled.NEWER);
    }

    /** Reads the outcome. */
    @Arbiter
    public void outcome(LL_Result r) {
        r.r2 = HISTORY.shownBy(list.snapshot());
    }
}
