package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListClearAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Takes the last element out again and again.
 */
@JCStressTest
@State
public class ListClearedFromTheEnd extends ListClearAtomic {
    @Override
    protected void clear() {
        while (!list.isEmpty()) {
            list.remove(list.size() - 1);
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
