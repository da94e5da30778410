package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.SnapshotDuringPut;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Counts the entries at one moment and takes them at another. */
@JCStressTest
@State
public class SnapshotOfTwoMoments extends SnapshotDuringPut {
    @Override
    protected Map<Integer, Integer> snapshot() {
        int size = map.keySet().toArray().length;
        PersistentBTreeMap<Integer, Integer> contents = map.snapshot();
        return new AbstractMap<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Set<Entry<Integer, Integer>> entrySet() {
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
