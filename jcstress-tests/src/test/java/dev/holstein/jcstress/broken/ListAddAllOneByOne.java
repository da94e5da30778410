package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListAddAllAtomic;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Adds one element after the other, each atomically. */
@JCStressTest
@State
public class ListAddAllOneByOne extends ListAddAllAtomic {
    @Override
    protected void addAll(int index, List<Integer> elements) {
        for (int i = 0; i < elements.size(); i++) {
            list.add(index + i, elements.get(i));
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
