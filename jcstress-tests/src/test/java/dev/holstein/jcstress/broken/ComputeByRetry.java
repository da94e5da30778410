package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.ComputeExactlyOnce;
import dev.holstein.jcstress.btree.Prefilled;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Computes on the version it read, and once more if another came between. */
@JCStressTest
@State
public class ComputeByRetry extends ComputeExactlyOnce {
    private final AtomicReference<PersistentBTreeMap<Integer, Integer>> published =
            new AtomicReference<>(Prefilled.MAP);

    @Override
    protected void compute() {
        published.updateAndGet(present -> present.plus(KEY, next(present.get(KEY))));
    }

    @Override
    protected Map<Integer, Integer> snapshot() {
        return published.get();
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
    public void outcome(II_Result r) {
        super.outcome(r);
    }
}
