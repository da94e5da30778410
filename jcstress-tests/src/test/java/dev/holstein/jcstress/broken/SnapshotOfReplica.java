package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.Prefilled;
import dev.holstein.jcstress.list.SnapshotsInOrder;
import dev.holstein.list.PersistentList;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Reads every second snapshot from a replica, which is written a little later. */
@JCStressTest
@State
public class SnapshotOfReplica extends SnapshotsInOrder {
    private final AtomicInteger reads = new AtomicInteger();
    private volatile PersistentList<Integer> replica = Prefilled.LIST;

    @Override
    protected void add(int index, int element) {
        super.add(index, element);
        replica = list.snapshot();
    }

    @Override
    protected PersistentList<Integer> snapshot() {
        return reads.getAndIncrement() % 2 == 0 ? list.snapshot() : replica;
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
