package dev.holstein.jcstress.broken;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.PrefixVisibility;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Keeps the entries in two shards, and copies one after the other. */
@JCStressTest
@State
public class SnapshotShardByShard extends PrefixVisibility {
    private static final int FIRST_OF_UPPER = Prefilled.ENTRIES;

    private static final PersistentBTreeMap<Integer, Integer> LOWER =
            PersistentBTreeMap.copyOf(Prefilled.MAP.headMap(FIRST_OF_UPPER));
    private static final PersistentBTreeMap<Integer, Integer> UPPER =
            PersistentBTreeMap.copyOf(Prefilled.MAP.tailMap(FIRST_OF_UPPER));

    private final ConcurrentBTreeMap<Integer, Integer> lower = new ConcurrentBTreeMap<>(LOWER);
    private final ConcurrentBTreeMap<Integer, Integer> upper = new ConcurrentBTreeMap<>(UPPER);

    private ConcurrentBTreeMap<Integer, Integer> shard(int key) {
        return key < FIRST_OF_UPPER ? lower : upper;
    }

    @Override
    protected void put(int key) {
        shard(key).put(key, Prefilled.NEW);
    }

    @Override
    protected boolean has(int key) {
        return shard(key).containsKey(key);
    }

    @Override
    protected Map<Integer, Integer> snapshot() {
        Map<Integer, Integer> copy = new TreeMap<>();
        upper.forEach(copy::put);
        lower.forEach(copy::put);
        return copy;
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
