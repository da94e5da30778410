package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.CollectorAgainstWrite;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Gives up a reference in two steps, as if the collector were alone. */
@JCStressTest
@State
public class ReclaimedWithoutCount extends CollectorAgainstWrite {
    /** On naive arrays with this mistake. */
    public ReclaimedWithoutCount() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            boolean drop(Node node) {
                int before = node.count.get();
                node.count.set(before - 1);
                return before == 1;
            }
        });
    }

    @Actor
    @Override
    public void collector() {
        super.collector();
    }

    @Actor
    @Override
    public void writer(LLLL_Result r) {
        super.writer(r);
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
