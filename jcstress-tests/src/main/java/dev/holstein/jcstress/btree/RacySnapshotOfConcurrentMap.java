package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot of a concurrent map, handed over through a plain field, is complete and frozen to whoever sees it, although the
 * map is written before and after.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the snapshot, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@Outcome(id = "nothing, nothing", expect = ACCEPTABLE, desc = "not handed over yet")
@Outcome(id = "complete, complete", expect = ACCEPTABLE, desc = "handed over")
@Outcome(expect = FORBIDDEN, desc = "an incomplete snapshot, or one that changed")
@State
public class RacySnapshotOfConcurrentMap {
    private static final MapHistory<Integer, Integer> HISTORY =
            Prefilled.only("complete", RacySnapshotOfConcurrentMap::writeBefore);

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private @Nullable Map<Integer, Integer> shared;

    /** The contents at this moment, frozen. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    private static void writeBefore(Map<Integer, Integer> map) {
        map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW);
        map.remove(Prefilled.PRESENT_LAST);
    }

    private static void writeAfter(Map<Integer, Integer> map) {
        map.put(Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW);
        map.put(Prefilled.PRESENT_MIDDLE, Prefilled.NEW);
        map.remove(Prefilled.PRESENT_FIRST);
    }

    /** Hands a snapshot over without any synchronization, and writes on. */
    @Actor
    public void writer() {
        writeBefore(map);
        shared = snapshot();
        writeAfter(map);
    }

    /** Asks whatever was handed over twice. */
    @Actor
    public void reader(LL_Result r) {
        Map<Integer, Integer> seen = shared;
        r.r1 = seen == null ? "nothing" : HISTORY.shownBy(seen);
        r.r2 = seen == null ? "nothing" : HISTORY.shownBy(seen);
    }
}
