package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.RacySnapshotOfCowList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Hands over a view that cannot be written, but is not frozen.
 */
@JCStressTest
@State
public class SnapshotThatSharesLeaves extends RacySnapshotOfCowList {
    @Override
    protected List<Integer> snapshot() {
        return Collections.unmodifiableList(list);
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
