package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.MapsNoStoreBuffering;
import dev.holstein.jcstress.btree.Prefilled;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Publishes with release and reads with acquire: enough for one map, not for two. */
@JCStressTest
@State
public class ReleaseAndAcquire extends MapsNoStoreBuffering {
    private final AtomicReference<PersistentBTreeMap<Integer, Integer>> left = new AtomicReference<>(Prefilled.MAP);
    private final AtomicReference<PersistentBTreeMap<Integer, Integer>> right = new AtomicReference<>(Prefilled.MAP);

    @Override
    protected void put(boolean intoLeft) {
        AtomicReference<PersistentBTreeMap<Integer, Integer>> published = intoLeft ? left : right;
        published.setRelease(published.getPlain().plus(KEY, Prefilled.NEW));
    }

    @Override
    protected boolean has(boolean inLeft) {
        return (inLeft ? left : right).getAcquire().containsKey(KEY);
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
