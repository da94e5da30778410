package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListAndMapSnapshotOfOneMoment;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Reads the list, then the map. */
@JCStressTest
@State
public class SnapshotOfListThenOfMap extends ListAndMapSnapshotOfOneMoment {
    @Override
    protected int[] read() {
        int added = added();
        return new int[] {added, value()};
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(II_Result r) {
        super.reader(r);
    }
}
