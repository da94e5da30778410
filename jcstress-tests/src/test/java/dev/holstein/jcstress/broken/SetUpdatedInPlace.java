package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.SetUpdateAtomic;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Makes the changes on the live set.
 */
@JCStressTest
@State
public class SetUpdatedInPlace extends SetUpdateAtomic {
    @Override
    protected void update(Consumer<Set<Integer>> edit) {
        edit.accept(set);
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
