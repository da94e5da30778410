package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListCompareAndSetAdmitsOne;
import dev.holstein.list.PersistentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Compares, and then replaces, each atomically. */
@JCStressTest
@State
public class ListCompareThenSet extends ListCompareAndSetAdmitsOne {
    @Override
    protected boolean compareAndSet(PersistentList<Integer> expected, PersistentList<Integer> next) {
        return list.equals(expected) && list.compareAndSet(list.snapshot(), next);
    }

    @Actor
    @Override
    public void one(LLL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(LLL_Result r) {
        super.other(r);
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
