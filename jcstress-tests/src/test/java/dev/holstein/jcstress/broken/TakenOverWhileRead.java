package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.OffHeapReuseAgainstRead;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Gives up a shared page first and copies it afterwards, when it may be in use again. */
@JCStressTest
@State
public class TakenOverWhileRead extends OffHeapReuseAgainstRead {
    /** On naive arrays with this mistake. */
    public TakenOverWhileRead() {
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
