package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.jcstress.harness.NothingLost;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * An update of a {@link SnapshotGroup} takes its turn in all members: of two threads that count in both maps, in
 * groups of their own that name the maps in different order, no count is lost, and none waits for the other forever.
 *
 * <ul>
 *   <li>{@code both}: both were counted, in both maps.
 *   <li>Forbidden: anything else.
 * </ul>
 */
@JCStressTest
@State
public class GroupUpdatesLoseNothing extends NothingLost {
    /** The key that is counted in both maps. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** A member of the group. */
    protected final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();

    /** The other member. */
    protected final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    /** Both. */
    protected final SnapshotGroup group = SnapshotGroup.of(left, right);

    private final SnapshotGroup turned = SnapshotGroup.of(right, left);

    /** Adds to the value at {@link #KEY} of both maps. */
    protected void add(SnapshotGroup maps, int summand) {
        maps.update(edit -> {
            edit.of(left).merge(KEY, summand, Integer::sum);
            edit.of(right).merge(KEY, summand, Integer::sum);
        });
    }

    @Override
    protected void writeOne() {
        add(group, 1);
    }

    @Override
    protected void writeOther() {
        add(turned, 2);
    }

    @Override
    protected String remaining() {
        int inLeft = left.getOrDefault(KEY, 0);
        int inRight = right.getOrDefault(KEY, 0);
        return inLeft == 3 && inRight == 3 ? "both" : inLeft + " and " + inRight;
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
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
