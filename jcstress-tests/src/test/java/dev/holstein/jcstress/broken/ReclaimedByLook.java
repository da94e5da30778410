package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.CollectorAgainstClose;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Looks whether the handle is closed, and takes it back then. */
@JCStressTest
@State
public class ReclaimedByLook extends CollectorAgainstClose {
    /** On naive arrays with this mistake. */
    public ReclaimedByLook() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            boolean reclaims(AtomicBoolean closed) {
                if (closed.get()) {
                    return false;
                }
                closed.set(true);
                return true;
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
    public void collector() {
        super.collector();
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
