package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.CowHandlesCounted;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Reads the count, and writes it then.
 */
@JCStressTest
@State
public class HandlesCountedInTwoSteps extends CowHandlesCounted {
    private volatile int count = 3;

    @Override
    protected void close() {
        int before = count;
        count = before - 1;
    }

    @Override
    protected void share() {
        int before = count;
        count = before + 1;
    }

    @Override
    protected int count() {
        return count;
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
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
