package dev.holstein.jcstress.cow;

import dev.holstein.cow.AtomicCow;
import dev.holstein.jcstress.harness.OneWins;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Of two threads that {@code compareAndSet} from the same value, exactly one succeeds, and its value stays.
 *
 * <ul>
 *   <li>{@code true, false, one}, {@code false, true, other}: what the threads were told, and whose value there is.
 *   <li>Forbidden: two winners, none, and a write of the loser.
 * </ul>
 */
@JCStressTest
@State
public class AtomicCowCompareAndSetAdmitsOne extends OneWins {
    /** The value under test. */
    protected final AtomicCow<int[]> cow = AtomicCow.of(Filled.withZero(), int[]::clone);

    private final int[] expected = cow.get();

    /** Replaces the value if it is the first argument still. */
    protected boolean compareAndSet(int[] before, int[] after) {
        return cow.compareAndSet(before, after);
    }

    @Override
    protected boolean tryOne() {
        return compareAndSet(expected, Filled.with(1));
    }

    @Override
    protected boolean tryOther() {
        return compareAndSet(expected, Filled.with(2));
    }

    @Override
    protected String remaining(boolean oneSucceeded) {
        return switch (Filled.number(cow.get())) {
            case 1 -> "one";
            case 2 -> "other";
            default -> "neither";
        };
    }

    @Actor
    @Override
    public void one(LLL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(LLL_Result r) {
        super.other(r);
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
