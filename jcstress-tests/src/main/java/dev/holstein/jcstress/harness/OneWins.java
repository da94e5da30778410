package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Of two threads that compete for the same, exactly one is told that it succeeded, and what it did stays.
 *
 * <ul>
 *   <li>{@code true, false, one}: the first thread succeeded. {@code false, true, other}: the second one did.
 *   <li>Forbidden: two winners, none, or a write of the loser.
 * </ul>
 */
@Outcome(id = "true, false, one", expect = ACCEPTABLE, desc = "the first thread succeeded")
@Outcome(id = "false, true, other", expect = ACCEPTABLE, desc = "the second thread did")
@Outcome(expect = FORBIDDEN, desc = "two winners, none, or a write of the loser")
public abstract class OneWins {
    /** One structure, with what both threads compete for. */
    protected OneWins() {}

    /** Tries; whether it succeeded. */
    protected abstract boolean tryOne();

    /** Tries; whether it succeeded. */
    protected abstract boolean tryOther();

    /**
     * What there is in the end: {@code one} if that is what {@link #tryOne} left, {@code other} if it is what {@link #tryOther} left.
     *
     * @param oneSucceeded what {@link #tryOne} answered, for a structure that does not show who wrote
     */
    protected abstract String remaining(boolean oneSucceeded);

    /** Tries. */
    @Actor
    public void one(LLL_Result r) {
        r.r1 = tryOne();
    }

    /** Tries. */
    @Actor
    public void other(LLL_Result r) {
        r.r2 = tryOther();
    }

    /** Looks at what there is in the end. */
    @Arbiter
    public void outcome(LLL_Result r) {
        boolean oneSucceeded = Boolean.TRUE.equals(r.r1);
        r.r3 = History.answered(() -> remaining(oneSucceeded));
    }
}
