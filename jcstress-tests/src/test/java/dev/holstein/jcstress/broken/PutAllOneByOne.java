package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.PutAllAtomic;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Puts one entry after the other, each atomically. */
@JCStressTest
@State
public class PutAllOneByOne extends PutAllAtomic {
    @Override
    protected void putAll(Map<Integer, Integer> entries) {
        entries.forEach(map::put);
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
