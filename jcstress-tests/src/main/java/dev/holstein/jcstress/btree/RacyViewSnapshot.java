package dev.holstein.jcstress.btree;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.RacyHandOff;
import java.util.Map;
import java.util.NavigableMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * The snapshot of a view, a part of a map whose subtrees it shares, is complete and frozen to whoever sees it through
 * a data race, although the owner of the map writes the part before and after.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the snapshot of the view, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacyViewSnapshot extends RacyHandOff<Map<Integer, Integer>> {
    private static final int LOW = Prefilled.PRESENT_FIRST;
    private static final int HIGH = Prefilled.PRESENT_LAST;
    private static final MapHistory<Integer, Integer> HISTORY = MapHistory.startingAs(
                    "none", Prefilled.contents().subMap(LOW, HIGH))
            .only("complete", map -> map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW));

    private final CowBTreeMap<Integer, Integer> map = Prefilled.MAP.mutableCopy();

    /** The view of a part of the map, which is the writer's alone. */
    protected final NavigableMap<Integer, Integer> view() {
        return map.subMap(LOW, true, HIGH, false);
    }

    /** What the view shows at this moment, frozen. */
    protected Map<Integer, Integer> frozenView() {
        return map.subMap(LOW, true, HIGH, false).snapshot();
    }

    @Override
    protected void make() {
        map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW);
        handOver(frozenView());
    }

    @Override
    protected void writeOn() {
        map.put(Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW);
        map.remove(Prefilled.PRESENT_MIDDLE);
    }

    @Override
    protected String seenIn(Map<Integer, Integer> handedOver) {
        return HISTORY.shownBy(handedOver);
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
