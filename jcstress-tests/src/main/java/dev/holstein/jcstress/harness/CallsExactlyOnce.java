package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * The functions that threads give to a structure are called exactly as often as they should be, however many threads compete, and what
 * they answered is there.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many and none missing.
 *   <li>Forbidden: any other number (a retry has called again, or a call was left out), and any other contents.
 * </ul>
 */
@Outcome(id = "0, right", expect = ACCEPTABLE, desc = "each call was made once")
@Outcome(expect = FORBIDDEN, desc = "a call too many or too few, or one for nothing")
public abstract class CallsExactlyOnce {
    private final AtomicInteger calls = new AtomicInteger();

    /** One structure. */
    protected CallsExactlyOnce() {}

    /** What functions call first of all. */
    protected final void called() {
        calls.incrementAndGet();
    }

    /** Has a function called, which calls {@link #called}. */
    protected abstract void callOne();

    /** Has a function called, which calls {@link #called}; or writes something that comes between. */
    protected abstract void callOther();

    /** How many calls there should be in the end. */
    protected abstract int callsDue();

    /** The word {@code right}, or what is wrong. */
    protected abstract String remaining();

    /** Has a function called. */
    @Actor
    public void one() {
        callOne();
    }

    /** The same. */
    @Actor
    public void other() {
        callOther();
    }

    /** Counts, and looks at what there is in the end. */
    @Arbiter
    public void outcome(IL_Result r) {
        r.r1 = calls.get() - callsDue();
        r.r2 = History.answered(this::remaining);
    }
}
