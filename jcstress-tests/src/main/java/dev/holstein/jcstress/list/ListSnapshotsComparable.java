package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ComparableSnapshots;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Snapshots are ordered as the writes they saw: of two threads that each add an element and then take a snapshot, at
 * least one has both elements in it.
 *
 * <ul>
 *   <li>{@code both, both}, {@code own, both}, {@code both, own}: the writes that the two snapshots show.
 *   <li>Forbidden: {@code own, own}, each has what the other one has not; and a snapshot without one's own write.
 * </ul>
 */
@JCStressTest
@State
public class ListSnapshotsComparable extends ComparableSnapshots<List<Integer>> {
    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds an element, and answers the contents after that. */
    protected List<Integer> addAndLook(int element) {
        list.add(element);
        return list.snapshot();
    }

    @Override
    protected List<Integer> writeOne() {
        return addAndLook(Prefilled.NEW);
    }

    @Override
    protected List<Integer> writeOther() {
        return addAndLook(Prefilled.NEWER);
    }

    @Override
    protected boolean hasOne(List<Integer> snapshot) {
        return snapshot.contains(Prefilled.NEW);
    }

    @Override
    protected boolean hasOther(List<Integer> snapshot) {
        return snapshot.contains(Prefilled.NEWER);
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
