package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.SnapshotAgainstClose;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Reads the count, and writes it back with one more. */
@JCStressTest
@State
public class CountedInTwoSteps extends SnapshotAgainstClose {
    /** On naive arrays with this mistake. */
    public CountedInTwoSteps() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            void retain(Node node) {
                node.count.set(node.count.get() + 1);
            }
        });
    }

    @Actor
    @Override
    public void sharer(LLLL_Result r) {
        super.sharer(r);
    }

    @Actor
    @Override
    public void closer() {
        super.closer();
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
