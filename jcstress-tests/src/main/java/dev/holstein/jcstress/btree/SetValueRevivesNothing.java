package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Iterator;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * {@code setValue} on an entry of an iteration acts on the live map, but never brings back a key that another thread removes.
 *
 * <ul>
 *   <li>{@code removed}: the key is gone, whoever came first.
 *   <li>Forbidden: the key is there, or counted.
 * </ul>
 */
@JCStressTest
@Outcome(id = "removed", expect = ACCEPTABLE, desc = "gone, whoever came first")
@Outcome(expect = FORBIDDEN, desc = "brought back")
@State
public class SetValueRevivesNothing {
    private static final int KEY = 0;
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.only("removed", map -> map.remove(KEY));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private final Map.Entry<Integer, Integer> entry;

    /** Lets an iteration begin before anything is removed. */
    public SetValueRevivesNothing() {
        Iterator<Map.Entry<Integer, Integer>> iteration = map.entrySet().iterator();
        entry = iteration.next();
    }

    /** Sets the value of an entry of the iteration. */
    protected void setValue(Map.Entry<Integer, Integer> iterated, int value) {
        iterated.setValue(value);
    }

    /** Removes the key. */
    @Actor
    public void remover() {
        map.remove(KEY);
    }

    /** Sets its value through the iteration. */
    @Actor
    public void setter() {
        setValue(entry, Prefilled.NEW);
    }

    /** Looks for the key. */
    @Arbiter
    public void outcome(L_Result r) {
        r.r1 = HISTORY.shownBy(map.snapshot());
    }
}
