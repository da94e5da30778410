package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.RacySnapshotOfCowSet;
import java.util.Collections;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Hands over a view that cannot be written, but is not frozen.
 */
@JCStressTest
@State
public class SnapshotThatSharesElements extends RacySnapshotOfCowSet {
    @Override
    protected Set<Integer> snapshot() {
        return Collections.unmodifiableSet(set);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
