package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot of a map that one thread owns, handed over through a plain field, is complete and frozen to whoever sees it: the
 * nodes were edited in place just before, and the owner goes on editing in place, but in copies.
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
public class RacySnapshotOfCowMap {
    private static final MapHistory<Integer, Integer> HISTORY =
            Prefilled.only("complete", RacySnapshotOfCowMap::writeBefore);

    /** The map under test: the writer's alone. */
    protected final CowBTreeMap<Integer, Integer> map = Prefilled.MAP.mutableCopy();

    private @Nullable Map<Integer, Integer> shared;

    /** The contents at this moment, frozen. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    /** The first write copies a path, the others edit it in place. */
    private static void writeBefore(Map<Integer, Integer> map) {
        map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW);
        map.put(Prefilled.PRESENT_MIDDLE, Prefilled.NEW);
        map.remove(Prefilled.PRESENT_LAST);
    }

    /** The same leaves once more: a snapshot that shares a node with the map would see it. */
    private static void writeAfter(Map<Integer, Integer> map) {
        map.put(Prefilled.PRESENT_MIDDLE, Prefilled.OLD);
        map.put(Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW);
        map.remove(Prefilled.ABSENT_MIDDLE);
        map.put(Prefilled.ABSENT_LAST, Prefilled.NEW);
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
