package dev.holstein.jcstress.broken;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.UpdateExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * Edits a copy of the version it read, and once more if another came between.
 */
@JCStressTest
@State
public class UpdatedByRetry extends UpdateExactlyOnce {
    @Override
    protected void update() {
        PersistentBTreeMap<Integer, Integer> present;
        CowBTreeMap<Integer, Integer> next;
        do {
            present = map.snapshot();
            next = present.mutableCopy();
            edit(next);
        } while (!map.compareAndSet(present, next.snapshot()));
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
    public void outcome(IL_Result r) {
        super.outcome(r);
    }
}
