package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A view of a part of a map shows one version to each call: to a snapshot of the view, and to an iteration over it,
 * in either direction.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: a
 *       snapshot of the view, and then an iteration over the view.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ViewOfOneVersion extends WholeWrites {
    /** Where the view begins. */
    protected static final int LOW = Prefilled.ABSENT_FIRST;

    /** Where the view ends. */
    protected static final int HIGH = Prefilled.PRESENT_LAST;

    private static final MapHistory<Integer, Integer> HISTORY = MapHistory.startingAs(
                    "none", Prefilled.contents().subMap(LOW, true, HIGH, true))
            .then("first", map -> map.put(LOW, Prefilled.NEW))
            .then("second", map -> map.remove(HIGH));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** What the view shows at one moment. */
    protected Map<Integer, Integer> frozenView() {
        return map.subMap(LOW, true, HIGH, true).snapshot();
    }

    @Override
    protected void first() {
        map.put(LOW, Prefilled.NEW);
    }

    @Override
    protected void second() {
        map.remove(HIGH);
    }

    @Override
    protected String seen() {
        return HISTORY.shownBy(frozenView());
    }

    @Override
    protected String seenAgain() {
        return HISTORY.iterated(map.subMap(LOW, true, HIGH, true));
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
