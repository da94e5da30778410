package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * What one thread hands over through a plain field, a data race, is complete to whoever sees it at all, and stays as it was when the first
 * thread writes on.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw what was handed over, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 *
 * @param <S> what is handed over
 */
@Outcome(id = "nothing, nothing", expect = ACCEPTABLE, desc = "not handed over yet")
@Outcome(id = "complete, complete", expect = ACCEPTABLE, desc = "handed over")
@Outcome(expect = FORBIDDEN, desc = "incomplete, or changed")
public abstract class RacyHandOff<S> {
    private @Nullable S shared;

    /** One structure, the writer's. */
    protected RacyHandOff() {}

    /** Makes it, and hands it over: {@link #handOver} is called once. */
    protected abstract void make();

    /** Goes on writing to what was not handed over, if there is something. */
    protected void writeOn() {}

    /** The word {@code complete}, or what is wrong. */
    protected abstract String seenIn(S handedOver);

    /** Hands over without any synchronization. */
    protected final void handOver(S made) {
        shared = made;
    }

    /** Hands over, and writes on. */
    @Actor
    public void writer() {
        make();
        writeOn();
    }

    /** Asks whatever was handed over twice. */
    @Actor
    public void reader(LL_Result r) {
        S seen = shared;
        r.r1 = seen == null ? "nothing" : History.answered(() -> seenIn(seen));
        r.r2 = seen == null ? "nothing" : History.answered(() -> seenIn(seen));
    }
}
