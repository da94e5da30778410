package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.DoubleClose;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Looks whether the handle is closed, and closes it then. */
@JCStressTest
@State
public class ClosedByLook extends DoubleClose {
    /** On naive arrays with this mistake. */
    public ClosedByLook() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            boolean closes(AtomicBoolean closed) {
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
    public void otherCloser() {
        super.otherCloser();
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
