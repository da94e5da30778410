package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A snapshot of a {@link SnapshotGroup} is of one moment: of writes to its maps, one after the other, it shows the first ones up to
 * some moment, whichever map is read first.
 *
 * <ul>
 *   <li>{@code 0, 0}, {@code 1, 0}, {@code 1, 1}, {@code 2, 1}: what the left and the right map show; left is written first.
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
public class GroupSnapshotOfOneMoment {
    /** The key that is written in both maps. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** The map that is written first. */
    protected final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();

    /** The map that is written second. */
    protected final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    private final SnapshotGroup group = SnapshotGroup.of(left, right);

    /** The values of {@link #KEY} in both maps, of one moment. */
    protected int[] read() {
        SnapshotGroup.Snapshots both = group.snapshot();
        return new int[] {both.of(left).getOrDefault(KEY, 0), both.of(right).getOrDefault(KEY, 0)};
    }

    /** Writes left, right, left, right. */
    @Actor
    public void writer() {
        left.put(KEY, 1);
        right.put(KEY, 1);
        left.put(KEY, 2);
        right.put(KEY, 2);
    }

    /** Reads both maps. */
    @Actor
    public void reader(II_Result r) {
        int[] values = read();
        r.r1 = values[0];
        r.r2 = values[1];
    }
}
