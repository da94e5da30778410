package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.TwoWriters;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Gives the reference up first, in one step; whoever was the last takes the node over while others still copy it. */
@JCStressTest
@State
public class TakenOverByTheLast extends TwoWriters {
    /** On naive arrays with this mistake. */
    public TakenOverByTheLast() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            Node writable(Node node) {
                if (!drop(node)) {
                    return copy(node);
                }
                node.count.set(1);
                return node;
            }
        });
    }

    @Actor
    @Override
    public void firstWriter() {
        super.firstWriter();
    }

    @Actor
    @Override
    public void secondWriter() {
        super.secondWriter();
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
