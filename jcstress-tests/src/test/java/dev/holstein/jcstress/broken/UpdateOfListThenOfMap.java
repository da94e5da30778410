package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListAndMapUpdateAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Writes the list, then the map, each atomically. */
@JCStressTest
@State
public class UpdateOfListThenOfMap extends ListAndMapUpdateAtomic {
    @Override
    protected void addAndCount() {
        addAndCount(list, map);
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
