package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.RacyCutAndJoined;
import dev.holstein.list.CowList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Hands over a list that it goes on editing in place.
 */
@JCStressTest
@State
public class HandedOverBeforeCut extends RacyCutAndJoined {
    @Override
    protected void make() {
        CowList<Integer> cut = joined().mutableCopy();
        handOver(cut);
        cut.remove(Prefilled.FIRST);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
