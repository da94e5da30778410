package dev.holstein.jcstress.broken;

import dev.holstein.cow.Cow;
import dev.holstein.jcstress.cow.CowSharedWhileWritten;
import dev.holstein.jcstress.cow.Filled;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Takes the others for gone when their number is one, and so writes in place while one is left.
 */
@JCStressTest
@State
public class WrittenByCountOfOthers extends CowSharedWhileWritten {
    @Override
    protected int[] add(Cow<int[]> handle) {
        int[] value = handle.get();
        if (handle.refCount() > 2) {
            value = value.clone();
        }
        Filled.add(value, 1);
        return value;
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
