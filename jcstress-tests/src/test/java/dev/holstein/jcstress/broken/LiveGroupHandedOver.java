package dev.holstein.jcstress.broken;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.btree.RacyGroupSnapshot;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Hands over the group, whose members go on.
 */
@JCStressTest
@State
public class LiveGroupHandedOver extends RacyGroupSnapshot {
    @Override
    protected Object frozen() {
        return group;
    }

    @Override
    protected Map<Integer, Integer> shown(Object frozen, ConcurrentBTreeMap<Integer, Integer> member) {
        return member;
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
