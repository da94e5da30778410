package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * {@code merge} is atomic: of two threads that count the same key, neither's count is lost.
 *
 * <ul>
 *   <li>{@code 2}: both were counted.
 *   <li>Forbidden: {@code 1}, a lost count.
 * </ul>
 */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "both were counted")
@Outcome(expect = FORBIDDEN, desc = "a count was lost")
@State
public class MergeLosesNothing {
    /** The key that both threads count. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Adds one to the value of {@link #KEY}. */
    protected void count() {
        map.merge(KEY, 1, Integer::sum);
    }

    /** Counts the key. */
    @Actor
    public void one() {
        count();
    }

    /** Counts the key. */
    @Actor
    public void other() {
        count();
    }

    /** Reads what was counted. */
    @Arbiter
    public void total(I_Result r) {
        r.r1 = map.getOrDefault(KEY, 0);
    }
}
