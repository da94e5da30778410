package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.CompareAndSetAdmitsOne;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Compares, and then replaces, each atomically. */
@JCStressTest
@State
public class CompareThenSet extends CompareAndSetAdmitsOne {
    @Override
    protected boolean compareAndSet(
            PersistentBTreeMap<Integer, Integer> expected, PersistentBTreeMap<Integer, Integer> next) {
        if (!map.equals(expected)) {
            return false;
        }
        map.putAll(next);
        return true;
    }

    @Actor
    @Override
    public void one(ZZI_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(ZZI_Result r) {
        super.other(r);
    }

    @Arbiter
    @Override
    public void outcome(ZZI_Result r) {
        super.outcome(r);
    }
}
