package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@code compute} calls its function exactly once, also under contention, and nothing comes between its read and its write.
 *
 * <ul>
 *   <li>{@code 2, 2}: two calls of the function, whose results are built on each other.
 *   <li>Forbidden: more calls (a retry), or a lower value (a lost write).
 * </ul>
 */
@JCStressTest
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "each function ran once")
@Outcome(expect = FORBIDDEN, desc = "a function ran twice, or for nothing")
@State
public class ComputeExactlyOnce {
    /** The key that both threads compute. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    private final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();
    private final AtomicInteger calls = new AtomicInteger();

    /** Computes the value of {@link #KEY} with {@link #next}. */
    protected void compute() {
        map.compute(KEY, (key, value) -> next(value));
    }

    /** The contents at this moment. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    /** The function under test: counts its calls, and answers one more than the value. */
    protected final Integer next(@Nullable Integer value) {
        calls.incrementAndGet();
        return value == null ? 1 : value + 1;
    }

    /** Computes. */
    @Actor
    public void one() {
        compute();
    }

    /** Computes. */
    @Actor
    public void other() {
        compute();
    }

    /** Reads the number of calls, and what came out. */
    @Arbiter
    public void outcome(II_Result r) {
        r.r1 = calls.get();
        r.r2 = snapshot().getOrDefault(KEY, 0);
    }
}
