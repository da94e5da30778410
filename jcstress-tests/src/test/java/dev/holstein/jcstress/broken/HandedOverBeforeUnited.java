package dev.holstein.jcstress.broken;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.btree.RacySplitAndJoin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Hands over a map that it goes on editing in place.
 */
@JCStressTest
@State
public class HandedOverBeforeUnited extends RacySplitAndJoin {
    @Override
    protected void make() {
        CowBTreeMap<Integer, Integer> united = withoutMiddle().mutableCopy();
        handOver(united);
        united.putAll(NEW_ENTRIES);
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
