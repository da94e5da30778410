package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListReplaceAllExactlyOnce;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * Replaces the elements of the version it read, and once more if another came between.
 */
@JCStressTest
@State
public class ListReplacedByRetry extends ListReplaceAllExactlyOnce {
    @Override
    protected void replaceAll() {
        PersistentList<Integer> present;
        CowList<Integer> next;
        do {
            present = list.snapshot();
            next = present.mutableCopy();
            next.replaceAll(this::next);
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
