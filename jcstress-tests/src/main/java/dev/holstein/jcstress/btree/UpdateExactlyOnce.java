package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.harness.CallsExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * {@code update} calls its function exactly once, also under contention, and each function finds what the other one
 * left.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both counts are there.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class UpdateExactlyOnce extends CallsExactlyOnce {
    /** The key that both threads count. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Edits a copy with {@link #edit}, and publishes it. */
    protected void update() {
        map.update(this::edit);
    }

    /** The function under test. */
    protected final void edit(CowBTreeMap<Integer, Integer> copy) {
        called();
        copy.merge(KEY, 1, Integer::sum);
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
        int count = map.getOrDefault(KEY, 0);
        return count == 2 ? "right" : "counted " + count;
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
