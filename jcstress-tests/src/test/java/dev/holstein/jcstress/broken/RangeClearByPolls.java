package dev.holstein.jcstress.broken;

import dev.holstein.btree.ConcurrentRankedMap;
import dev.holstein.jcstress.btree.RangeClearAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Removes one entry after the other, each atomically. */
@JCStressTest
@State
public class RangeClearByPolls extends RangeClearAtomic {
    @Override
    protected void clear(ConcurrentRankedMap<Integer, Integer> view) {
        while (view.pollFirstEntry() != null) {
            Thread.onSpinWait();
        }
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
