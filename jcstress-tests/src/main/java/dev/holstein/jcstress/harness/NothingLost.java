package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Of two threads that write at once, neither loses what it wrote.
 *
 * <ul>
 *   <li>{@code both}: what both wrote is there.
 *   <li>Forbidden: anything else.
 * </ul>
 */
@Outcome(id = "both", expect = ACCEPTABLE, desc = "both writes are there")
@Outcome(expect = FORBIDDEN, desc = "a write was lost")
public abstract class NothingLost {
    /** One structure, without the two writes. */
    protected NothingLost() {}

    /** A write. */
    protected abstract void writeOne();

    /** Another write. */
    protected abstract void writeOther();

    /** The word {@code both}, or what is wrong. */
    protected abstract String remaining();

    /** Writes. */
    @Actor
    public void one() {
        writeOne();
    }

    /** Writes. */
    @Actor
    public void other() {
        writeOther();
    }

    /** Looks at what there is in the end. */
    @Arbiter
    public void outcome(L_Result r) {
        r.r1 = History.answered(this::remaining);
    }
}
