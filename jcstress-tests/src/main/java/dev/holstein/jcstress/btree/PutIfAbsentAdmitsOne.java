package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Of two threads that {@code putIfAbsent} the same key, exactly one puts, and the other is told its value.
 *
 * <ul>
 *   <li>{@code null, 1, 1}: the first thread put 1, the second was told so, and 1 stays.
 *   <li>{@code 2, null, 2}: the reverse.
 *   <li>Forbidden: {@code null, null, x} (both believe they put), or a value that does not stay.
 * </ul>
 */
@JCStressTest
@Outcome(id = "null, 1, 1", expect = ACCEPTABLE, desc = "the first thread put")
@Outcome(id = "2, null, 2", expect = ACCEPTABLE, desc = "the second thread put")
@Outcome(expect = FORBIDDEN, desc = "two winners, or none")
@State
public class PutIfAbsentAdmitsOne {
    /** The key that both threads put. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Puts a value at {@link #KEY} if there is none, and answers the one that was there. */
    protected @Nullable Integer putIfAbsent(int value) {
        return map.putIfAbsent(KEY, value);
    }

    /** Puts 1 if nothing is there. */
    @Actor
    public void one(LLL_Result r) {
        r.r1 = putIfAbsent(1);
    }

    /** Puts 2 if nothing is there. */
    @Actor
    public void other(LLL_Result r) {
        r.r2 = putIfAbsent(2);
    }

    /** Reads what stays. */
    @Arbiter
    public void outcome(LLL_Result r) {
        r.r3 = map.get(KEY);
    }
}
