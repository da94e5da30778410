package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.CallsExactlyOnce;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * {@code update} of a list calls its function exactly once, also under contention, and each function finds what the
 * other one left.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both counts are there.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class ListUpdateExactlyOnce extends CallsExactlyOnce {
    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Edits a copy with {@link #edit}, and publishes it. */
    protected void update() {
        list.update(this::edit);
    }

    /** The function under test: counts in the first element, which is zero. */
    protected final void edit(CowList<Integer> copy) {
        called();
        copy.set(0, copy.get(0) + 1);
    }

    @Override
    protected void callOne() {
        update();
    }

    @Override
    protected void callOther() {
        update();
    }

    @Override
    protected int callsDue() {
        return 2;
    }

    @Override
    protected String remaining() {
        return list.get(0) == 2 ? "right" : "counted " + list.get(0);
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(IL_Result r) {
        super.outcome(r);
    }
}
