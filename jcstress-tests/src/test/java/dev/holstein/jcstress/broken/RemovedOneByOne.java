package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.MapRetainAllAtomic;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Removes one key after the other, each atomically.
 */
@JCStressTest
@State
public class RemovedOneByOne extends MapRetainAllAtomic {
    @Override
    protected void removeAll(Set<Integer> keys) {
        keys.forEach(map::remove);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
