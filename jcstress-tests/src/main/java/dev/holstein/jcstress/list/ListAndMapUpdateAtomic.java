package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * An update of a {@link SnapshotGroup} of a list and a map is one write: a snapshot of the group shows it in both or in neither, and whoever
 * has seen it there finds it in each of them, read by itself, from then on.
 *
 * <ul>
 *   <li>{@code same, later}: as many elements added to the list as the map counts; live, as many or more.
 *   <li>Forbidden: a list and a map of different moments in a snapshot, or one that is behind it live.
 * </ul>
 */
@JCStressTest
@Outcome(id = "same, later", expect = ACCEPTABLE, desc = "one moment, and no step back")
@Outcome(expect = FORBIDDEN, desc = "two moments, or a step back")
@State
public class ListAndMapUpdateAtomic {
    private static final int KEY = 1;

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** The map under test: it counts what is added to the list. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();

    private final SnapshotGroup group = SnapshotGroup.of(list, map);

    /** Adds to the list and counts it in the map, at one moment. */
    protected void addAndCount() {
        group.update(edit -> addAndCount(edit.of(list), edit.of(map)));
    }

    /** Adds to the list, then counts it in the map. */
    protected static void addAndCount(List<Integer> list, Map<Integer, Integer> map) {
        list.add(Prefilled.NEW);
        map.merge(KEY, 1, Integer::sum);
    }

    private static int added(List<Integer> list) {
        return list.size() - Prefilled.ELEMENTS;
    }

    private static int counted(Map<Integer, Integer> map) {
        return map.getOrDefault(KEY, 0);
    }

    /** Adds twice. */
    @Actor
    public void writer() {
        addAndCount();
        addAndCount();
    }

    /** Looks at a snapshot, of another group of the same, then at each of them. */
    @Actor
    public void reader(LL_Result r) {
        SnapshotGroup.Snapshots both = SnapshotGroup.of(map, list).snapshot();
        int liveCounted = counted(map);
        int liveAdded = added(list);
        int added = added(both.of(list));
        int counted = counted(both.of(map));
        r.r1 = added == counted ? "same" : added + " added, " + counted + " counted";
        r.r2 = liveAdded >= added && liveCounted >= counted ? "later" : "a step back";
    }
}
