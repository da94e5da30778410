package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListRemoveIfAtomic;
import java.util.function.Predicate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Finds the elements in a snapshot, and takes out one after the other, each atomically. */
@JCStressTest
@State
public class ListRemoveIfOneByOne extends ListRemoveIfAtomic {
    @Override
    protected void removeIf(Predicate<Integer> filter) {
        list.snapshot().stream().filter(filter).forEach(list::remove);
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
