package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.RacyHandOff;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * What a {@link SnapshotGroup} showed at one moment is complete and frozen to whoever sees it through a data race,
 * although its members are written before and after.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the snapshot of the group, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacyGroupSnapshot extends RacyHandOff<Object> {
    private static final MapHistory<Integer, Integer> HISTORY =
            Prefilled.only("complete", map -> map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW));

    /** A member of the group. */
    protected final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();

    /** The other member. */
    protected final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    /** Both. */
    protected final SnapshotGroup group = SnapshotGroup.of(left, right);

    /** What the group shows at this moment. */
    protected Object frozen() {
        return group.snapshot();
    }

    /** What a member showed when {@link #frozen} was made. */
    protected Map<Integer, Integer> shown(Object frozen, ConcurrentBTreeMap<Integer, Integer> member) {
        return ((SnapshotGroup.Snapshots) frozen).of(member);
    }

    private void put(int key) {
        group.update(edit -> {
            edit.of(left).put(key, Prefilled.NEW);
            edit.of(right).put(key, Prefilled.NEW);
        });
    }

    @Override
    protected void make() {
        put(Prefilled.ABSENT_MIDDLE);
        handOver(frozen());
    }

    @Override
    protected void writeOn() {
        put(Prefilled.ABSENT_NEIGHBOUR);
    }

    @Override
    protected String seenIn(Object handedOver) {
        String one = HISTORY.shownBy(shown(handedOver, left));
        String other = HISTORY.shownBy(shown(handedOver, right));
        return one.equals(other) ? one : one + " beside " + other;
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
