package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.MapSnapshotsComparable;
import dev.holstein.jcstress.btree.Prefilled;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Answers what it had read before the write, and its own write on top.
 */
@JCStressTest
@State
public class LookedBeforeThePut extends MapSnapshotsComparable {
    @Override
    protected Map<Integer, Integer> putAndLook(int key) {
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        map.put(key, Prefilled.NEW);
        return before.plus(key, Prefilled.NEW);
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
