package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.SnapshotDuringPut;
import java.util.Collections;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Answers a read-only view of the live map: nobody can write through it, but it is not frozen. */
@JCStressTest
@State
public class SnapshotOfLiveView extends SnapshotDuringPut {
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
