package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.AddIfAbsentAdmitsOne;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Looks, and then adds, each atomically. */
@JCStressTest
@State
public class AddIfAbsentInTwoSteps extends AddIfAbsentAdmitsOne {
    @Override
    protected boolean addIfAbsent(int element) {
        return !list.contains(element) && list.add(element);
    }

    @Actor
    @Override
    public void one(ZZI_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(ZZI_Result r) {
        super.other(r);
    }

    @Arbiter
    @Override
    public void outcome(ZZI_Result r) {
        super.outcome(r);
    }
}
