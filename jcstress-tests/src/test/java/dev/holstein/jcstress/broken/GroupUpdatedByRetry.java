package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.GroupUpdateExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * Edits what it read, and once more if another thread has written to a map.
 */
@JCStressTest
@State
public class GroupUpdatedByRetry extends GroupUpdateExactlyOnce {
    @Override
    protected void update() {
        PersistentBTreeMap<Integer, Integer> present;
        int next;
        do {
            present = left.snapshot();
            next = next(present.getOrDefault(KEY, 0));
        } while (!left.compareAndSet(present, present.plus(KEY, next)));
        right.put(KEY, next);
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
