package dev.holstein.jcstress.cow;

import dev.holstein.cow.AtomicCow;
import dev.holstein.jcstress.harness.CallsExactlyOnce;
import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * {@code updateAndGet} and {@code getAndUpdate} call their function exactly once, also under contention, on what the
 * other one left.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both steps are there, and each thread was told of its
 *       own.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class AtomicCowUpdateExactlyOnce extends CallsExactlyOnce {
    private int one;
    private int other;

    /** The value under test. */
    protected final AtomicCow<int[]> cow = AtomicCow.of(Filled.withZero(), int[]::clone);

    /** Replaces the value by what a function answers, and answers that. */
    protected int[] updateAndGet(UnaryOperator<int[]> function) {
        return cow.updateAndGet(function);
    }

    private int[] next(int[] value, int step) {
        called();
        int[] next = value.clone();
        Filled.add(next, step);
        return next;
    }

    @Override
    protected void callOne() {
        one = Filled.number(updateAndGet(value -> next(value, 1)));
    }

    @Override
    protected void callOther() {
        other = Filled.number(cow.getAndUpdate(value -> next(value, 2)));
    }

    @Override
    protected int callsDue() {
        return 2;
    }

    @Override
    protected String remaining() {
        int sum = Filled.number(cow.get());
        boolean oneFirst = one == 1 && other == 1;
        boolean otherFirst = one == 3 && other == 0;
        return sum == 3 && (oneFirst || otherFirst) ? "right" : one + ", " + other + ", " + sum;
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
