package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListUpdatesLoseNothing;
import dev.holstein.list.CowList;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Edits a copy of a snapshot, outside of any turn, and puts the result back, atomically. */
@JCStressTest
@State
public class UpdateOfACopy extends ListUpdatesLoseNothing {
    @Override
    protected void update(Consumer<CowList<Integer>> edit) {
        CowList<Integer> copy = list.snapshot().mutableCopy();
        edit.accept(copy);
        list.update(present -> {
            present.clear();
            present.addAll(copy);
        });
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
    public void total(I_Result r) {
        super.total(r);
    }
}
