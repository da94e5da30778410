package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.NeighboursLoseNothing;
import dev.holstein.jcstress.btree.Prefilled;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Publishes each version with a volatile write, but lets writers start from the same one. */
@JCStressTest
@State
public class PublishedWithoutLock extends NeighboursLoseNothing {
    private volatile PersistentBTreeMap<Integer, Integer> published = Prefilled.MAP;

    @Override
    protected void merge(int key) {
        published = published.plus(key, Prefilled.NEW);
    }

    @Override
    protected Map<Integer, Integer> snapshot() {
        return published;
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
