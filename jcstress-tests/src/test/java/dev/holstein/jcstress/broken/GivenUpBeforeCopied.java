package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.ReuseAgainstRead;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Gives a shared page up before it is copied, so that the copy may have the same memory. */
@JCStressTest
@State
public class GivenUpBeforeCopied extends ReuseAgainstRead {
    /** On naive arrays with this mistake. */
    public GivenUpBeforeCopied() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            Node writable(Node node) {
                if (!isShared(node)) {
                    return node;
                }
                release(node);
                return copy(node);
            }
        });
    }

    @Actor
    @Override
    public void closer(LLLL_Result r) {
        super.closer(r);
    }

    @Actor
    @Override
    public void reader(LLLL_Result r) {
        super.reader(r);
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
