package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * {@code removeIf} on the values of a map removes what its predicate was asked about, and nothing else: a value that another
 * thread puts meanwhile stays.
 *
 * <ul>
 *   <li>{@code put}: the new value is there, whoever came first.
 *   <li>Forbidden: the key is gone, although its value was never asked about.
 * </ul>
 */
@JCStressTest
@Outcome(id = "put", expect = ACCEPTABLE, desc = "the new value stays")
@Outcome(expect = FORBIDDEN, desc = "a value was removed unseen")
@State
public class RemoveIfSparesNewValues {
    private static final int KEY = Prefilled.PRESENT_MIDDLE;
    private static final MapHistory<Integer, Integer> HISTORY =
            Prefilled.only("put", map -> map.put(KEY, Prefilled.NEW));

    private final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Removes the values from a map that are old. */
    protected void removeOld(ConcurrentMap<Integer, Integer> part) {
        part.values().removeIf(RemoveIfSparesNewValues::isOld);
    }

    /** What is to go. */
    protected static boolean isOld(int value) {
        return value == Prefilled.OLD;
    }

    /** Removes the key if its value is old. */
    @Actor
    public void remover() {
        removeOld(map.subMap(KEY, true, KEY, true));
    }

    /** Puts a new value. */
    @Actor
    public void writer() {
        map.put(KEY, Prefilled.NEW);
    }

    /** Looks for the new value. */
    @Arbiter
    public void outcome(L_Result r) {
        r.r1 = HISTORY.shownBy(map.snapshot());
    }
}
