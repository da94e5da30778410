package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.RacySnapshotOfConcurrentMap;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Puts the snapshot off until somebody asks it. */
@JCStressTest
@State
public class SnapshotAtFirstUse extends RacySnapshotOfConcurrentMap {
    @Override
    protected Map<Integer, Integer> snapshot() {
        return new AbstractMap<>() {
            private @Nullable PersistentBTreeMap<Integer, Integer> contents;

            @Override
            public Set<Entry<Integer, Integer>> entrySet() {
                if (contents == null) {
                    contents = map.snapshot();
                }
                return contents.entrySet();
            }
        };
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
