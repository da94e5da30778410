package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.cow.AtomicCowAndSetNoStoreBuffering;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Publishes with release and reads with acquire: enough for one structure, not for two.
 */
@JCStressTest
@State
public class ValueReleasedAndAcquired extends AtomicCowAndSetNoStoreBuffering {
    private final AtomicInteger one = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();

    @Override
    protected void writeOne() {
        one.setRelease(1);
    }

    @Override
    protected void writeOther() {
        other.setRelease(1);
    }

    @Override
    protected boolean seenInOne() {
        return one.getAcquire() == 1;
    }

    @Override
    protected boolean seenInOther() {
        return other.getAcquire() == 1;
    }

    @Actor
    @Override
    public void one(ZZ_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(ZZ_Result r) {
        super.other(r);
    }
}
