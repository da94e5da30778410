package dev.holstein.jcstress.btree;

import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.RacyHandOff;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A persistent map that was cut out of another, joined and united, all of which edits nodes of its own at the seams,
 * is complete to whoever sees it through a data race.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the map, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacySplitAndJoin extends RacyHandOff<Map<Integer, Integer>> {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.only("complete", map -> {
        map.remove(Prefilled.PRESENT_MIDDLE);
        map.put(Prefilled.ABSENT_FIRST, Prefilled.NEW);
        map.put(Prefilled.ABSENT_LAST, Prefilled.NEW);
    });

    /** What is united with the rest. */
    protected static final PersistentBTreeMap<Integer, Integer> NEW_ENTRIES =
            PersistentBTreeMap.of(Prefilled.ABSENT_FIRST, Prefilled.NEW, Prefilled.ABSENT_LAST, Prefilled.NEW);

    /** All but the entry in the middle. */
    protected static PersistentBTreeMap<Integer, Integer> withoutMiddle() {
        return Prefilled.MAP
                .split(Prefilled.PRESENT_MIDDLE)
                .below()
                .join(Prefilled.MAP.split(Prefilled.PRESENT_MIDDLE + 1).from());
    }

    @Override
    protected void make() {
        handOver(withoutMiddle().union(NEW_ENTRIES));
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
