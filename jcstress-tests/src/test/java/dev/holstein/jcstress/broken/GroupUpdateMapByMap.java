package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.GroupUpdateAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Puts into one map after the other, each atomically. */
@JCStressTest
@State
public class GroupUpdateMapByMap extends GroupUpdateAtomic {
    @Override
    protected void putBoth(int value) {
        left.put(KEY, value);
        right.put(KEY, value);
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
