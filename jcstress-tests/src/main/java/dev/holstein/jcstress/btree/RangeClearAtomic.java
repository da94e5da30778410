package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentRankedMap;
import dev.holstein.jcstress.harness.MapHistory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code clear} of a view is one write: of a range over several leaves, a snapshot shows all entries or none, and so does an
 * iteration over the live map.
 *
 * <ul>
 *   <li>{@code full, full}, {@code full, cleared}, {@code cleared, cleared}: the snapshot, then the iteration.
 *   <li>Forbidden: {@code torn} (some of the entries), and a step back.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"full, full", "full, cleared", "cleared, cleared"},
        expect = ACCEPTABLE,
        desc = "all or nothing, in order")
@Outcome(expect = FORBIDDEN, desc = "some of the entries, or a step back")
@State
public class RangeClearAtomic {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("full")
            .then(
                    "cleared",
                    map -> map.subMap(Prefilled.PRESENT_FIRST, Prefilled.PRESENT_LAST)
                            .clear());

    private final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Removes all entries of a view. */
    protected void clear(ConcurrentRankedMap<Integer, Integer> view) {
        view.clear();
    }

    /** Clears most of the map. */
    @Actor
    public void writer() {
        clear(map.subMap(Prefilled.PRESENT_FIRST, Prefilled.PRESENT_LAST));
    }

    /** Looks at a snapshot, then iterates over the live map. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(map.snapshot());
        r.r2 = HISTORY.iterated(map);
    }
}
