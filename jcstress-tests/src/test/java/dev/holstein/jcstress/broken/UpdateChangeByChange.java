package dev.holstein.jcstress.broken;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.btree.UpdateAtomic;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Publishes the changes of an update one after the other, each atomically. */
@JCStressTest
@State
public class UpdateChangeByChange extends UpdateAtomic {
    @Override
    protected void update(Consumer<CowBTreeMap<Integer, Integer>> edit) {
        PersistentBTreeMap<Integer, Integer> before = map.snapshot();
        CowBTreeMap<Integer, Integer> copy = before.mutableCopy();
        edit.accept(copy);
        PersistentBTreeMap.diff(before, copy.snapshot()).forEach(this::publish);
    }

    private void publish(MapChange<Integer, Integer> change) {
        map.patch(Stream.of(change));
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
