package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.MergeLosesNothing;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Reads and writes atomically, but in two steps. */
@JCStressTest
@State
public class MergeAsGetAndPut extends MergeLosesNothing {
    @Override
    protected void count() {
        Integer present = map.get(KEY);
        map.put(KEY, present == null ? 1 : present + 1);
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
    public void total(I_Result r) {
        super.total(r);
    }
}
