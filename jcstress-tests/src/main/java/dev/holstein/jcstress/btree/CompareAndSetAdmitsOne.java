package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Of two threads that {@code compareAndSet} from the same snapshot, exactly one succeeds, and its version stays.
 *
 * <ul>
 *   <li>{@code true, false, 1}: the first thread's version stays. {@code false, true, 2}: the second one's.
 *   <li>Forbidden: two winners, none, or a version that does not stay.
 * </ul>
 */
@JCStressTest
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "the first thread replaced the contents")
@Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "the second thread did")
@Outcome(expect = FORBIDDEN, desc = "two winners, or none")
@State
public class CompareAndSetAdmitsOne {
    private static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private final PersistentBTreeMap<Integer, Integer> snapshot = map.snapshot();

    /** Replaces the contents if they are still those of a snapshot. */
    protected boolean compareAndSet(
            PersistentBTreeMap<Integer, Integer> expected, PersistentBTreeMap<Integer, Integer> next) {
        return map.compareAndSet(expected, next);
    }

    /** Replaces the contents by those with 1. */
    @Actor
    public void one(ZZI_Result r) {
        r.r1 = compareAndSet(snapshot, snapshot.plus(KEY, 1));
    }

    /** Replaces the contents by those with 2. */
    @Actor
    public void other(ZZI_Result r) {
        r.r2 = compareAndSet(snapshot, snapshot.plus(KEY, 2));
    }

    /** Reads what stays. */
    @Arbiter
    public void outcome(ZZI_Result r) {
        r.r3 = map.getOrDefault(KEY, 0);
    }
}
