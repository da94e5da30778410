package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A persistent map handed over through a plain field, a data race, is complete to whoever sees it at all. Its nodes have slots
 * that are not final, and some were edited in place while it was built; the final field that leads to them is what makes it
 * safe (JLS 17.5).
 *
 * <ul>
 *   <li>{@code nothing}: the reader came first.
 *   <li>{@code complete}: it saw the map, and all of it.
 *   <li>Forbidden: any other contents, and exceptions.
 * </ul>
 */
@JCStressTest
@Outcome(id = "nothing", expect = ACCEPTABLE, desc = "not handed over yet")
@Outcome(id = "complete", expect = ACCEPTABLE, desc = "handed over")
@Outcome(expect = FORBIDDEN, desc = "an incomplete map")
@State
public class RacyPersistentMap {
    /** What is put at once, so that nodes are edited in place on the way. */
    protected static final Map<Integer, Integer> ENTRIES = Map.of(
            Prefilled.ABSENT_FIRST, Prefilled.NEW,
            Prefilled.PRESENT_FIRST, Prefilled.NEW,
            Prefilled.ABSENT_MIDDLE, Prefilled.NEW,
            Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW);

    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.only("complete", map -> {
        map.putAll(ENTRIES);
        map.put(Prefilled.ABSENT_LAST, Prefilled.NEW);
        map.remove(Prefilled.PRESENT_MIDDLE);
    });

    /** Where the map is handed over: plain, a data race. */
    protected @Nullable Map<Integer, Integer> shared;

    /** Makes a map and hands it over. */
    protected void handOver() {
        shared = Prefilled.MAP
                .plusAll(ENTRIES)
                .plus(Prefilled.ABSENT_LAST, Prefilled.NEW)
                .minus(Prefilled.PRESENT_MIDDLE);
    }

    /** Hands a new map over without any synchronization. */
    @Actor
    public void writer() {
        handOver();
    }

    /** Reads whatever was handed over. */
    @Actor
    public void reader(L_Result r) {
        Map<Integer, Integer> seen = shared;
        r.r1 = seen == null ? "nothing" : HISTORY.shownBy(seen);
    }
}
