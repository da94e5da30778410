package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.list.ConcurrentList;
import java.util.Collections;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Of two threads that add the same absent element with {@code addIfAbsent}, exactly one is told that it did.
 *
 * <ul>
 *   <li>{@code true, false, 1}, {@code false, true, 1}: what the threads were told; how often the element is there.
 *   <li>Forbidden: two winners, none, or an element that is there twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "the first thread added it")
@Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = "the second thread did")
@Outcome(expect = FORBIDDEN, desc = "two winners, or none")
@State
public class AddIfAbsentAdmitsOne {
    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds an element unless it is there. */
    protected boolean addIfAbsent(int element) {
        return list.addIfAbsent(element);
    }

    /** Adds. */
    @Actor
    public void one(ZZI_Result r) {
        r.r1 = addIfAbsent(Prefilled.NEW);
    }

    /** Adds too. */
    @Actor
    public void other(ZZI_Result r) {
        r.r2 = addIfAbsent(Prefilled.NEW);
    }

    /** Counts. */
    @Arbiter
    public void outcome(ZZI_Result r) {
        r.r3 = Collections.frequency(list, Prefilled.NEW);
    }
}
