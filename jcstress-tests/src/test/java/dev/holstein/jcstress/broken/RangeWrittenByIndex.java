package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.RangeWriteAgainstForeignWrite;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Adds at the index where the range ended when it was made. */
@JCStressTest
@State
public class RangeWrittenByIndex extends RangeWriteAgainstForeignWrite {
    @Override
    protected void addToRange(int element) {
        list.add(Prefilled.MIDDLE, element);
    }

    @Actor
    @Override
    public void one(LL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(LL_Result r) {
        super.outcome(r);
    }
}
