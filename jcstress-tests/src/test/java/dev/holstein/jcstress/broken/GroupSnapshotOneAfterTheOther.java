package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.GroupSnapshotOfOneMoment;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Takes the snapshot of one map after that of the other. */
@JCStressTest
@State
public class GroupSnapshotOneAfterTheOther extends GroupSnapshotOfOneMoment {
    @Override
    protected int[] read() {
        int first = left.snapshot().getOrDefault(KEY, 0);
        return new int[] {first, right.snapshot().getOrDefault(KEY, 0)};
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(II_Result r) {
        super.reader(r);
    }
}
