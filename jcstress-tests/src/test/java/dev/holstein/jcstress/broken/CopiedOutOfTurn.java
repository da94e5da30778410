package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.AtomicCowUpdatesLoseNothing;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Copies the present value, edits the copy, and sets it: each step atomic, but not the three. */
@JCStressTest
@State
public class CopiedOutOfTurn extends AtomicCowUpdatesLoseNothing {
    @Override
    protected void update(Consumer<int[]> edit) {
        int[] copy = cow.get().clone();
        edit.accept(copy);
        cow.set(copy);
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
