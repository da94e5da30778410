package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.CallsExactlyOnce;
import dev.holstein.list.ConcurrentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * {@code replaceAll} of a list calls its function exactly once for each element, also if another thread writes
 * meanwhile, and what that thread wrote is not lost.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both writes are there, in either order.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class ListReplaceAllExactlyOnce extends CallsExactlyOnce {
    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Replaces each element by what {@link #next} answers. */
    protected void replaceAll() {
        list.replaceAll(this::next);
    }

    /** The function under test. */
    protected final Integer next(Integer element) {
        called();
        return element + 1;
    }

    @Override
    protected void callOne() {
        replaceAll();
    }

    @Override
    protected void callOther() {
        list.set(0, Prefilled.NEWER);
    }

    @Override
    protected int callsDue() {
        return Prefilled.ELEMENTS;
    }

    @Override
    protected String remaining() {
        int first = list.get(0);
        boolean either = first == Prefilled.NEWER || first == Prefilled.NEWER + 1;
        return either && list.get(Prefilled.MIDDLE) == Prefilled.MIDDLE + 1 ? "right" : "first " + first;
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
