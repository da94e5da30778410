package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.ComparableSnapshots;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Snapshots are ordered as the writes they saw: of two threads that each put a key and then take a snapshot, at least
 * one has both keys in it.
 *
 * <ul>
 *   <li>{@code both, both}, {@code own, both}, {@code both, own}: the writes that the two snapshots show.
 *   <li>Forbidden: {@code own, own}, each has what the other one has not; and a snapshot without one's own write.
 * </ul>
 */
@JCStressTest
@State
public class MapSnapshotsComparable extends ComparableSnapshots<Map<Integer, Integer>> {
    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Puts a key, and answers the contents after that. */
    protected Map<Integer, Integer> putAndLook(int key) {
        map.put(key, Prefilled.NEW);
        return map.snapshot();
    }

    @Override
    protected Map<Integer, Integer> writeOne() {
        return putAndLook(Prefilled.ABSENT_FIRST);
    }

    @Override
    protected Map<Integer, Integer> writeOther() {
        return putAndLook(Prefilled.ABSENT_LAST);
    }

    @Override
    protected boolean hasOne(Map<Integer, Integer> snapshot) {
        return snapshot.containsKey(Prefilled.ABSENT_FIRST);
    }

    @Override
    protected boolean hasOther(Map<Integer, Integer> snapshot) {
        return snapshot.containsKey(Prefilled.ABSENT_LAST);
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
