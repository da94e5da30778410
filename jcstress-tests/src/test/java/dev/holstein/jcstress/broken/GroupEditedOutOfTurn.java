package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.jcstress.btree.GroupUpdateAgainstSingleWrite;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Edits copies of a snapshot of the group, and publishes them when they are done.
 */
@JCStressTest
@State
public class GroupEditedOutOfTurn extends GroupUpdateAgainstSingleWrite {
    @Override
    protected void addToBoth(int summand) {
        SnapshotGroup.Snapshots read = group.snapshot();
        PersistentBTreeMap<Integer, Integer> inLeft = read.of(left);
        PersistentBTreeMap<Integer, Integer> inRight = read.of(right);
        int next = inLeft.getOrDefault(KEY, 0) + summand;
        int nextRight = inRight.getOrDefault(KEY, 0) + summand;
        group.update(edit -> {
            edit.of(left).put(KEY, next);
            edit.of(right).put(KEY, nextRight);
        });
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
