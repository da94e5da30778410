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
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A snapshot of a {@link SnapshotGroup} of a list and a map is of one moment: of writes to them, one after the other, it shows the first
 * ones up to some moment, whichever is read first.
 *
 * <ul>
 *   <li>{@code 0, 0}, {@code 1, 0}, {@code 1, 1}, {@code 2, 1}, {@code 2, 2}: elements added to the list, and the value in the map, which
 *       is written second.
 *   <li>Forbidden: a write without one that came before it, such as {@code 0, 1}.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"0, 0", "1, 0", "1, 1", "2, 1", "2, 2"},
        expect = ACCEPTABLE,
        desc = "the first writes up to some moment")
@Outcome(expect = FORBIDDEN, desc = "a later write without an earlier one")
@State
public class ListAndMapSnapshotOfOneMoment {
    private static final int KEY = 1;

    private final ConcurrentList<Integer> list = Prefilled.concurrent();
    private final ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
    private final SnapshotGroup group = SnapshotGroup.of(map, list);

    /** Elements added to the list, and the value in the map, of one moment. */
    protected int[] read() {
        SnapshotGroup.Snapshots both = group.snapshot();
        return new int[] {added(both.of(list)), value(both.of(map))};
    }

    /** Elements added to the list now. */
    protected int added() {
        return added(list);
    }

    /** The value in the map now. */
    protected int value() {
        return value(map);
    }

    private static int added(List<Integer> list) {
        return list.size() - Prefilled.ELEMENTS;
    }

    private static int value(Map<Integer, Integer> map) {
        return map.getOrDefault(KEY, 0);
    }

    /** Writes list, map, list, map. */
    @Actor
    public void writer() {
        list.add(Prefilled.NEW);
        map.put(KEY, 1);
        list.add(Prefilled.NEWER);
        map.put(KEY, 2);
    }

    /** Reads both. */
    @Actor
    public void reader(II_Result r) {
        int[] read = read();
        r.r1 = read[0];
        r.r2 = read[1];
    }
}
