package dev.holstein.jcstress.broken;

import dev.holstein.cow.SnapshotGroup;
import dev.holstein.jcstress.btree.GroupUpdatesLoseNothing;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Reads both values of one moment, and writes both at one moment, but another one.
 */
@JCStressTest
@State
public class GroupReadAndWritten extends GroupUpdatesLoseNothing {
    @Override
    protected void add(SnapshotGroup maps, int summand) {
        SnapshotGroup.Snapshots read = maps.snapshot();
        int inLeft = read.of(left).getOrDefault(KEY, 0) + summand;
        int inRight = read.of(right).getOrDefault(KEY, 0) + summand;
        maps.update(edit -> {
            edit.of(left).put(KEY, inLeft);
            edit.of(right).put(KEY, inRight);
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
