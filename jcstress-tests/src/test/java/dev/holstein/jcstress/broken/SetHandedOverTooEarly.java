package dev.holstein.jcstress.broken;

import dev.holstein.btree.CowBTreeSet;
import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.RacyPersistentSet;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Hands over a set that it goes on building.
 */
@JCStressTest
@State
public class SetHandedOverTooEarly extends RacyPersistentSet {
    @Override
    protected void make() {
        CowBTreeSet<Integer> built = Prefilled.SET.mutableCopy();
        handOver(built);
        built.addAll(ADDED);
        built.remove(Prefilled.PRESENT_LAST);
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
