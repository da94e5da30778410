package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Of two threads that {@code compareAndSet} from the same snapshot, exactly one succeeds, and its version stays.
 *
 * <ul>
 *   <li>{@code true, false, one}: the first thread's version stays. {@code false, true, other}: the second one's.
 *   <li>Forbidden: two winners, none, or a version that does not stay.
 * </ul>
 */
@JCStressTest
@Outcome(id = "true, false, one", expect = ACCEPTABLE, desc = "the first thread replaced the elements")
@Outcome(id = "false, true, other", expect = ACCEPTABLE, desc = "the second thread did")
@Outcome(expect = FORBIDDEN, desc = "two winners, or none")
@State
public class ListCompareAndSetAdmitsOne {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("neither")
            .or("one", list -> list.add(Prefilled.NEW))
            .or("other", list -> list.set(Prefilled.MIDDLE, Prefilled.NEWER));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private final PersistentList<Integer> snapshot = list.snapshot();

    /** Replaces the elements if they are still those of a snapshot. */
    protected boolean compareAndSet(PersistentList<Integer> expected, PersistentList<Integer> next) {
        return list.compareAndSet(expected, next);
    }

    /** Adds an element. */
    @Actor
    public void one(LLL_Result r) {
        r.r1 = compareAndSet(snapshot, snapshot.plus(Prefilled.NEW));
    }

    /** Replaces an element. */
    @Actor
    public void other(LLL_Result r) {
        r.r2 = compareAndSet(snapshot, snapshot.with(Prefilled.MIDDLE, Prefilled.NEWER));
    }

    /** Reads what stays. */
    @Arbiter
    public void outcome(LLL_Result r) {
        r.r3 = HISTORY.shownBy(list.snapshot());
    }
}
