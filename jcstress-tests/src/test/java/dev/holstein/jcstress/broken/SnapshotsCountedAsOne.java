package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.TwoSnapshots;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Reads the count, and writes one more. */
@JCStressTest
@State
public class SnapshotsCountedAsOne extends TwoSnapshots {
    /** On naive arrays with this mistake. */
    public SnapshotsCountedAsOne() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            void retain(Node node) {
                node.count.set(node.count.get() + 1);
            }
        });
    }

    @Actor
    @Override
    public void sharer() {
        super.sharer();
    }

    @Actor
    @Override
    public void otherSharer() {
        super.otherSharer();
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
