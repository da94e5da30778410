package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Two threads that append to one version at a time get a version each, with their own element, whoever of them takes the free slot behind
 * the elements that all share; the version itself stays.
 *
 * <ul>
 *   <li>{@code one, other, base}: what the two threads got, and what the version shows that both began with.
 *   <li>Forbidden: an element of the other thread in one's own version, and a base that has changed.
 * </ul>
 */
@JCStressTest
@Outcome(id = "one, other, base", expect = ACCEPTABLE, desc = "each its own")
@Outcome(expect = FORBIDDEN, desc = "two elements in one slot")
@State
public class PlusOnOneVersion {
    private static final ListHistory<Integer> HISTORY = ListHistory.startingAs("base", Prefilled.withRoom())
            .or("one", list -> list.addAll(List.of(Prefilled.NEW, Prefilled.NEW)))
            .or("other", list -> list.addAll(List.of(Prefilled.NEWER, Prefilled.NEWER)));

    private final PersistentList<Integer> base = Prefilled.withRoom();

    private List<Integer> ones = List.of();
    private List<Integer> others = List.of();

    /** The version that both begin with. */
    protected List<Integer> base() {
        return base;
    }

    /** The first version with an element at its end, twice. */
    protected List<Integer> plusTwice(int element) {
        return base.plus(element).plus(element);
    }

    /** Appends. */
    @Actor
    public void one() {
        ones = plusTwice(Prefilled.NEW);
    }

    /** Appends too. */
    @Actor
    public void other() {
        others = plusTwice(Prefilled.NEWER);
    }

    /** Reads all three versions, when both have appended. */
    @Arbiter
    public void outcome(LLL_Result r) {
        r.r1 = HISTORY.shownBy(ones);
        r.r2 = HISTORY.shownBy(others);
        r.r3 = HISTORY.shownBy(base());
    }
}
