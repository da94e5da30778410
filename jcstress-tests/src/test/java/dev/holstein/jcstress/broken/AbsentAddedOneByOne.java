package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.AddAllAbsentAtomic;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Adds one element after the other, each if it is absent.
 */
@JCStressTest
@State
public class AbsentAddedOneByOne extends AddAllAbsentAtomic {
    @Override
    protected void addAllAbsent(List<Integer> elements) {
        elements.forEach(list::addIfAbsent);
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
