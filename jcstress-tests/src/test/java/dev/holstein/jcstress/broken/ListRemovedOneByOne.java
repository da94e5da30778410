package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListRetainAllAtomic;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Removes one element after the other, each atomically.
 */
@JCStressTest
@State
public class ListRemovedOneByOne extends ListRetainAllAtomic {
    @Override
    protected void removeAll(Set<Integer> elements) {
        elements.forEach(element -> list.remove((Object) element));
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
