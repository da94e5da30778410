package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.SetBulkWritesAtomic;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Adds and removes one element after the other, each atomically.
 */
@JCStressTest
@State
public class SetWrittenOneByOne extends SetBulkWritesAtomic {
    @Override
    protected void addAll(Set<Integer> elements) {
        elements.forEach(set::add);
    }

    @Override
    protected void removeAll(Set<Integer> elements) {
        elements.forEach(set::remove);
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
