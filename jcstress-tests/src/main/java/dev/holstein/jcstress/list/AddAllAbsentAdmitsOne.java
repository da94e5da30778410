package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Of two threads that add elements with {@code addAllAbsent}, one of which both have, exactly one adds that, and each adds its others.
 *
 * <ul>
 *   <li>{@code 2, 1, three}, {@code 1, 2, three}: how many each has added, and that each element is there once.
 *   <li>Forbidden: an element that is there twice or not at all.
 * </ul>
 */
@JCStressTest
@Outcome(id = "2, 1, three", expect = ACCEPTABLE, desc = "the first thread added what both had")
@Outcome(id = "1, 2, three", expect = ACCEPTABLE, desc = "the second thread did")
@Outcome(expect = FORBIDDEN, desc = "an element twice, or lost")
@State
public class AddAllAbsentAdmitsOne {
    private static final int ONES = -3;
    private static final int OTHERS = -4;
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .or("three", list -> list.addAll(List.of(ONES, Prefilled.NEW, OTHERS)))
            .or("three", list -> list.addAll(List.of(Prefilled.NEW, OTHERS, ONES)));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds those that are not there. */
    protected int addAllAbsent(List<Integer> elements) {
        return list.addAllAbsent(elements);
    }

    /** Adds two. */
    @Actor
    public void one(LLL_Result r) {
        r.r1 = addAllAbsent(List.of(ONES, Prefilled.NEW));
    }

    /** Adds two, one of them the same. */
    @Actor
    public void other(LLL_Result r) {
        r.r2 = addAllAbsent(List.of(Prefilled.NEW, OTHERS));
    }

    /** Reads the outcome. */
    @Arbiter
    public void outcome(LLL_Result r) {
        r.r3 = HISTORY.shownBy(list.snapshot());
    }
}
