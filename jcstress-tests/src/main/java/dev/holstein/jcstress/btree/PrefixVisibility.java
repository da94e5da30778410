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
 * What is seen of one thread's writes is always a prefix of them: no later write is seen without the earlier ones, neither in
 * a snapshot nor by single reads (of the later write first), and what was seen once stays seen.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code both}: the snapshot,
 *       then the single reads.
 *   <li>Forbidden: {@code second only}, a torn snapshot, and single reads that are behind the snapshot.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, first", "none, both", "first, first", "first, both", "both, both"},
        expect = ACCEPTABLE,
        desc = "prefixes, in order")
@Outcome(expect = FORBIDDEN, desc = "the second put without the first, or a step back")
@State
public class PrefixVisibility {
    private static final int FIRST = Prefilled.ABSENT_LAST;
    private static final int SECOND = Prefilled.ABSENT_FIRST;
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> map.put(FIRST, Prefilled.NEW))
            .then("both", map -> map.put(SECOND, Prefilled.NEW));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Puts a key. */
    protected void put(int key) {
        map.put(key, Prefilled.NEW);
    }

    /** Whether a key is there now. */
    protected boolean has(int key) {
        return map.containsKey(key);
    }

    /** The contents at one moment. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    /** Puts two keys that are far from each other. */
    @Actor
    public void writer() {
        put(FIRST);
        put(SECOND);
    }

    /** Looks at a snapshot, then at the keys themselves. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(snapshot());
        boolean second = has(SECOND);
        boolean first = has(FIRST);
        r.r2 = name(first, second);
    }

    private static String name(boolean first, boolean second) {
        if (second) {
            return first ? "both" : "second only";
        }
        return first ? "first" : "none";
    }
}
