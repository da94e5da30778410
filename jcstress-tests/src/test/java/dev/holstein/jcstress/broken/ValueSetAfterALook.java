package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.AtomicCowCompareAndSetAdmitsOne;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Looks whether the value is the expected one, and sets the next one then.
 */
@JCStressTest
@State
public class ValueSetAfterALook extends AtomicCowCompareAndSetAdmitsOne {
    @Override
    protected boolean compareAndSet(int[] before, int[] after) {
        if (cow.get() != before) {
            return false;
        }
        cow.set(after);
        return true;
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
