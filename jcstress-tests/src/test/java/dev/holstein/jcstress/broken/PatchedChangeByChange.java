package dev.holstein.jcstress.broken;

import dev.holstein.btree.MapChange;
import dev.holstein.jcstress.btree.PatchAtomic;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Makes one change after the other, each atomically.
 */
@JCStressTest
@State
public class PatchedChangeByChange extends PatchAtomic {
    @Override
    protected void patch(List<MapChange<Integer, Integer>> changes) {
        changes.forEach(change -> map.patch(Stream.of(change)));
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
