package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.PutIfAbsentAdmitsOne;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Looks whether the key is absent, and puts afterwards. */
@JCStressTest
@State
public class PutIfAbsentInTwoSteps extends PutIfAbsentAdmitsOne {
    @Override
    protected @Nullable Integer putIfAbsent(int value) {
        Integer present = map.get(KEY);
        return present == null ? map.put(KEY, value) : present;
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
