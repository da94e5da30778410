package dev.holstein.jcstress.broken;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.btree.UpdatesLoseNothing;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Edits a copy of a snapshot, outside of any turn, and puts the result back, atomically. */
@JCStressTest
@State
public class UpdateOfASnapshot extends UpdatesLoseNothing {
    @Override
    protected void update(Consumer<CowBTreeMap<Integer, Integer>> edit) {
        CowBTreeMap<Integer, Integer> copy = map.snapshot().mutableCopy();
        edit.accept(copy);
        map.putAll(copy);
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void total(II_Result r) {
        super.total(r);
    }
}
