package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.RacySnapshotOfCowMap;
import java.util.Collections;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Hands over the nodes without giving up the right to edit them. */
@JCStressTest
@State
public class SnapshotThatSharesOwnership extends RacySnapshotOfCowMap {
    @Override
    protected Map<Integer, Integer> snapshot() {
        return Collections.unmodifiableMap(map);
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
