package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListSnapshotsComparable;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Answers what it had read before the write, and its own write on top.
 */
@JCStressTest
@State
public class LookedBeforeTheAdd extends ListSnapshotsComparable {
    @Override
    protected List<Integer> addAndLook(int element) {
        PersistentList<Integer> before = list.snapshot();
        list.add(element);
        return before.plus(element);
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
