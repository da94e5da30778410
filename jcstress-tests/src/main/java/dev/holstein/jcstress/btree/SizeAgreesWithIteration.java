package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * While another thread puts and removes, the size of a snapshot is the number of entries it iterates over, and an iteration
 * over the live map walks one version from beginning to end. The put falls where the iteration begins and the removal where it
 * ends: one that looked at the map as it goes would miss both entries.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code before}, {@code put}, {@code removed}: the snapshot,
 *       then the iteration.
 *   <li>Forbidden: {@code torn}, and an iteration that is behind the snapshot.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"before, before", "before, put", "before, removed", "put, put", "put, removed", "removed, removed"},
        expect = ACCEPTABLE,
        desc = "versions, in order")
@Outcome(expect = FORBIDDEN, desc = "no version, or a step back")
@State
public class SizeAgreesWithIteration {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("before")
            .then("put", map -> map.put(Prefilled.ABSENT_FIRST, Prefilled.NEW))
            .then("removed", map -> map.remove(Prefilled.PRESENT_LAST));

    private final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The map under test, which the writer writes. */
    protected Map<Integer, Integer> live() {
        return map;
    }

    /** Its contents at one moment. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    /** Puts one key and removes another. */
    @Actor
    public void writer() {
        live().put(Prefilled.ABSENT_FIRST, Prefilled.NEW);
        live().remove(Prefilled.PRESENT_LAST);
    }

    /** Looks at a snapshot, then iterates over the live map. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(snapshot());
        r.r2 = HISTORY.iterated(live());
    }
}
