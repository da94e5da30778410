package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.LastTwoClose;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Looks whether anybody else is left, to spare the last one the atomic step. */
@JCStressTest
@State
public class LeftByLook extends LastTwoClose {
    /** On naive arrays with this mistake. */
    public LeftByLook() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            boolean drop(Node node) {
                if (!isShared(node)) {
                    node.count.set(0);
                    return true;
                }
                node.count.getAndDecrement();
                return false;
            }
        });
    }

    @Actor
    @Override
    public void closer() {
        super.closer();
    }

    @Actor
    @Override
    public void otherCloser() {
        super.otherCloser();
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
