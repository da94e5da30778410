package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.jcstress.harness.CallsExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * An update of a {@link SnapshotGroup} calls its function exactly once, also while another thread writes to one of
 * its members.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both counts are there.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class GroupUpdateExactlyOnce extends CallsExactlyOnce {
    /** The key that is counted in both maps. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** A member of the group. */
    protected final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();

    /** The other member. */
    protected final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    /** Both. */
    protected final SnapshotGroup group = SnapshotGroup.of(left, right);

    /** Edits copies of both maps with {@link #next}, and publishes them. */
    protected void update() {
        group.update(edit -> {
            CowBTreeMap<Integer, Integer> inLeft = edit.of(left);
            int next = next(inLeft.getOrDefault(KEY, 0));
            inLeft.put(KEY, next);
            edit.of(right).put(KEY, next);
        });
    }

    /** The function under test. */
    protected final int next(int value) {
        called();
        return value + 1;
    }

    @Override
    protected void callOne() {
        update();
    }

    @Override
    protected void callOther() {
        left.merge(KEY, 2, Integer::sum);
    }

    @Override
    protected int callsDue() {
        return 1;
    }

    @Override
    protected String remaining() {
        int inLeft = left.getOrDefault(KEY, 0);
        int inRight = right.getOrDefault(KEY, 0);
        return inLeft == 3 && (inRight == 1 || inRight == 3) ? "right" : inLeft + " and " + inRight;
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(IL_Result r) {
        super.outcome(r);
    }
}
