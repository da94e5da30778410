package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.AtomicCowSnapshotsComparable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Answers what it had read before the write, and its own write on top.
 */
@JCStressTest
@State
public class LookedBeforeTheUpdate extends AtomicCowSnapshotsComparable {
    @Override
    protected int[] writeAndLook(int place) {
        int[] before = cow.get().clone();
        cow.update(value -> value[place] = 1);
        before[place] = 1;
        return before;
    }

    @Actor
    @Override
    public void one(LL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(LL_Result r) {
        super.other(r);
    }
}
