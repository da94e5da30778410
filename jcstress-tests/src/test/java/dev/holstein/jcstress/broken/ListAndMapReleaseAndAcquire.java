package dev.holstein.jcstress.broken;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.list.ListAndMapNoStoreBuffering;
import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.list.PersistentList;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Publishes with release and reads with acquire: enough for one collection, not for two. */
@JCStressTest
@State
public class ListAndMapReleaseAndAcquire extends ListAndMapNoStoreBuffering {
    private final AtomicReference<PersistentList<Integer>> list = new AtomicReference<>(PersistentList.empty());
    private final AtomicReference<PersistentBTreeMap<Integer, Integer>> map =
            new AtomicReference<>(PersistentBTreeMap.empty());

    @Override
    protected void add() {
        list.setRelease(list.getPlain().plus(Prefilled.NEW));
    }

    @Override
    protected boolean isAdded() {
        return !list.getAcquire().isEmpty();
    }

    @Override
    protected void put() {
        map.setRelease(map.getPlain().plus(Prefilled.NEW, Prefilled.NEW));
    }

    @Override
    protected boolean isPut() {
        return map.getAcquire().containsKey(Prefilled.NEW);
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
