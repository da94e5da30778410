package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * An update of a {@link SnapshotGroup} is one write: a snapshot of the group shows it in both maps or in neither, and whoever has
 * seen it there finds it in each map, read by itself, from then on.
 *
 * <ul>
 *   <li>{@code none, none, ..}, {@code first, first, ..}, {@code second, second, ..}: what both maps show in a snapshot of the
 *       group; then what each of them shows live, which is that or later.
 *   <li>Forbidden: two maps of different moments in a snapshot, or a live map that is behind it.
 * </ul>
 */
@JCStressTest
@Outcome(id = "same, later", expect = ACCEPTABLE, desc = "one moment, and no step back")
@Outcome(expect = FORBIDDEN, desc = "two moments, or a step back")
@State
public class GroupUpdateAtomic {
    /** The key that is written in both maps. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** The maps under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();

    protected final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    /** Both of them. */
    protected final SnapshotGroup group = SnapshotGroup.of(left, right);

    /** Puts a value at {@link #KEY} of both maps, at one moment. */
    protected void putBoth(int value) {
        group.update(edit -> {
            edit.of(left).put(KEY, value);
            edit.of(right).put(KEY, value);
        });
    }

    /** Puts one value after the other. */
    @Actor
    public void writer() {
        putBoth(Prefilled.NEW);
        putBoth(Prefilled.NEWER);
    }

    /** Looks at a snapshot of both maps, of another group that has them, then at each of them. */
    @Actor
    public void reader(LL_Result r) {
        SnapshotGroup.Snapshots both = SnapshotGroup.of(right, left).snapshot();
        int liveRight = right.getOrDefault(KEY, 0);
        int liveLeft = left.getOrDefault(KEY, 0);
        int shownLeft = both.of(left).getOrDefault(KEY, 0);
        int shownRight = both.of(right).getOrDefault(KEY, 0);
        r.r1 = shownLeft == shownRight ? "same" : shownLeft + " beside " + shownRight;
        r.r2 = liveLeft >= shownLeft && liveRight >= shownRight ? "later" : "a step back";
    }
}
