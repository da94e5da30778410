package dev.holstein.jcstress.broken;

import dev.holstein.cow.Cow;
import dev.holstein.jcstress.cow.CowTwoWriters;
import dev.holstein.jcstress.cow.Filled;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Drops the count of a shared value first and copies the value afterwards, when the other one may be alone with it
 * already.
 */
@JCStressTest
@State
public class LeftBeforeCopied extends CowTwoWriters {
    @Override
    protected int[] add(Cow<int[]> handle, int step) {
        int[] value = handle.get();
        if (handle.refCount() > 1) {
            handle.close();
            value = value.clone();
        }
        Filled.add(value, step);
        return value;
    }

    @Actor
    @Override
    public void one(II_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(II_Result r) {
        super.other(r);
    }
}
