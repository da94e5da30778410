package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListUpdateAtomic;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Makes each change on the list itself, each atomically. */
@JCStressTest
@State
public class ListUpdateChangeByChange extends ListUpdateAtomic {
    @Override
    protected void update(Consumer<List<Integer>> edit) {
        edit.accept(list);
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
