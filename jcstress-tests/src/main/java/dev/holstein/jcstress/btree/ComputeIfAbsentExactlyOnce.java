package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.CallsExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * {@code computeIfAbsent} calls its function exactly once, also if two threads ask for the same absent key, and both
 * get what it answered.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both threads got the value that is there.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class ComputeIfAbsentExactlyOnce extends CallsExactlyOnce {
    /** The key that both threads ask for. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    private int one;
    private int other;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The value at {@link #KEY}, which is computed if there is none. */
    protected int valueOrComputed(int value) {
        Integer there = map.computeIfAbsent(KEY, key -> answer(value));
        return there == null ? Prefilled.OLD : there;
    }

    /** The function under test. */
    protected final Integer answer(int value) {
        called();
        return value;
    }

    @Override
    protected void callOne() {
        one = valueOrComputed(Prefilled.NEW);
    }

    @Override
    protected void callOther() {
        other = valueOrComputed(Prefilled.NEWER);
    }

    @Override
    protected int callsDue() {
        return 1;
    }

    @Override
    protected String remaining() {
        int there = map.getOrDefault(KEY, Prefilled.OLD);
        return one == other && one == there ? "right" : one + " and " + other + ", then " + there;
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
