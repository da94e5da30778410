package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.AtomicCowUpdateExactlyOnce;
import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * Calls the function on the value it read, and once more if another came between.
 */
@JCStressTest
@State
public class ValueUpdatedByRetry extends AtomicCowUpdateExactlyOnce {
    @Override
    protected int[] updateAndGet(UnaryOperator<int[]> function) {
        int[] present;
        int[] next;
        do {
            present = cow.get();
            next = function.apply(present);
        } while (!cow.compareAndSet(present, next));
        return next;
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
