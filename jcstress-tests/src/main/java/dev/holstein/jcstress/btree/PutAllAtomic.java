package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code putAll} is one write: of entries that fall into several leaves, new keys and replaced values alike, a snapshot shows
 * all or none, and so does an iteration over the live map. That holds for a second {@code putAll} over the same leaves too:
 * what the first was free to edit in place, it has published.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: the snapshot,
 *       then the iteration.
 *   <li>Forbidden: {@code torn} (some of the entries), and an iteration that is behind the snapshot.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, first", "none, second", "first, first", "first, second", "second, second"},
        expect = ACCEPTABLE,
        desc = "all or nothing, in order")
@Outcome(expect = FORBIDDEN, desc = "some of the entries, or a step back")
@State
public class PutAllAtomic {
    private static final Map<Integer, Integer> FIRST = entries(Prefilled.NEW);
    private static final Map<Integer, Integer> SECOND = entries(Prefilled.NEWER);
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> map.putAll(FIRST))
            .then("second", map -> map.putAll(SECOND));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private static Map<Integer, Integer> entries(int value) {
        return new TreeMap<>(Map.of(
                Prefilled.ABSENT_FIRST, value,
                Prefilled.PRESENT_FIRST, value,
                Prefilled.ABSENT_MIDDLE, value,
                Prefilled.ABSENT_NEIGHBOUR, value,
                Prefilled.PRESENT_LAST, value,
                Prefilled.ABSENT_LAST, value));
    }

    /** Puts all entries, at one moment. */
    protected void putAll(Map<Integer, Integer> entries) {
        map.putAll(entries);
    }

    /** Puts entries into every leaf, twice. */
    @Actor
    public void writer() {
        putAll(FIRST);
        putAll(SECOND);
    }

    /** Looks at a snapshot, then iterates over the live map. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(map.snapshot());
        r.r2 = HISTORY.iterated(map);
    }
}
