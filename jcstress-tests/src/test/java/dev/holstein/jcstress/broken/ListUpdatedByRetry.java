package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListUpdateExactlyOnce;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
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
public class ListUpdatedByRetry extends ListUpdateExactlyOnce {
    @Override
    protected void update() {
        PersistentList<Integer> present;
        CowList<Integer> next;
        do {
            present = list.snapshot();
            next = present.mutableCopy();
            edit(next);
        } while (!list.compareAndSet(present, next.snapshot()));
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
