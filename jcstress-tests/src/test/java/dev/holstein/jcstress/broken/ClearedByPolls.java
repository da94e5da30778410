package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.MapClearAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Takes one entry out after the other.
 */
@JCStressTest
@State
public class ClearedByPolls extends MapClearAtomic {
    @Override
    protected void clear() {
        while (!map.isEmpty()) {
            map.pollFirstEntry();
        }
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
