package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.ComputeIfAbsentExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * Computes if nothing is there, and puts if there is nothing still.
 */
@JCStressTest
@State
public class ComputedAfterALook extends ComputeIfAbsentExactlyOnce {
    @Override
    protected int valueOrComputed(int value) {
        Integer there = map.get(KEY);
        if (there != null) {
            return there;
        }
        Integer computed = answer(value);
        Integer before = map.putIfAbsent(KEY, computed);
        return before == null ? computed : before;
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
