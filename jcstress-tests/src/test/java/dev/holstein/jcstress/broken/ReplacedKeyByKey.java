package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.MapReplaceAllAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Replaces one value after the other, each atomically.
 */
@JCStressTest
@State
public class ReplacedKeyByKey extends MapReplaceAllAtomic {
    @Override
    protected void count() {
        map.keySet().forEach(key -> map.merge(key, 1, Integer::sum));
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
