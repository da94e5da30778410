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
 * An update of a {@link SnapshotGroup} and a write to one of its members alone do not undo each other: of two threads
 * that count the same key, one in both maps of a group and one in a single map, no count is lost.
 *
 * <ul>
 *   <li>{@code both}: both were counted.
 *   <li>Forbidden: anything else.
 * </ul>
 */
@JCStressTest
@State
public class GroupUpdateAgainstSingleWrite extends NothingLost {
    /** The key that is counted in both maps. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    /** A member of the group. */
    protected final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();

    /** The other member. */
    protected final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    /** Both. */
    protected final SnapshotGroup group = SnapshotGroup.of(left, right);

    /** Adds to the value at {@link #KEY} of both maps. */
    protected void addToBoth(int summand) {
        group.update(edit -> {
            edit.of(left).merge(KEY, summand, Integer::sum);
            edit.of(right).merge(KEY, summand, Integer::sum);
        });
    }

    @Override
    protected void writeOne() {
        addToBoth(1);
    }

    @Override
    protected void writeOther() {
        left.merge(KEY, 2, Integer::sum);
    }

    @Override
    protected String remaining() {
        int inLeft = left.getOrDefault(KEY, 0);
        int inRight = right.getOrDefault(KEY, 0);
        return inLeft == 3 && inRight == 1 ? "both" : inLeft + " and " + inRight;
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
