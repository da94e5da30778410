package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.MapRemoveIfAtomic;
import java.util.function.Predicate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Removes one key after the other, each atomically.
 */
@JCStressTest
@State
public class RemovedKeyByKey extends MapRemoveIfAtomic {
    @Override
    protected void removeIf(Predicate<Integer> goes) {
        map.keySet().forEach(key -> {
            if (goes.test(key)) {
                map.remove(key);
            }
        });
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
