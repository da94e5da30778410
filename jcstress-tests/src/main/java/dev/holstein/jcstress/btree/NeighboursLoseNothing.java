package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Writes to two keys of one leaf do not undo each other, although each of them replaces the leaf, and the root.
 *
 * <ul>
 *   <li>{@code both}: both keys are there, and were counted in the size.
 *   <li>Forbidden: {@code torn}, a lost write.
 * </ul>
 */
@JCStressTest
@Outcome(id = "both", expect = ACCEPTABLE, desc = "both keys came in")
@Outcome(expect = FORBIDDEN, desc = "a write was lost")
@State
public class NeighboursLoseNothing {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.only("both", map -> {
        map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW);
        map.put(Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW);
    });

    private final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Puts a key. */
    protected void merge(int key) {
        map.merge(key, Prefilled.NEW, Integer::sum);
    }

    /** The contents at this moment. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    /** Puts a key. */
    @Actor
    public void one() {
        merge(Prefilled.ABSENT_MIDDLE);
    }

    /** Puts its neighbour. */
    @Actor
    public void other() {
        merge(Prefilled.ABSENT_NEIGHBOUR);
    }

    /** Looks for both. */
    @Arbiter
    public void outcome(L_Result r) {
        r.r1 = HISTORY.shownBy(snapshot());
    }
}
