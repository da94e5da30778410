package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.jcstress.harness.FrozenSnapshots;
import dev.holstein.jcstress.harness.SetHistory;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot of a set, taken while another thread writes, is one version: size, elements and iteration agree. And it
 * is frozen.
 *
 * <ul>
 *   <li>{@code x, x} with {@code x} one of {@code none}, {@code first}, {@code second}: the same snapshot, asked
 *       twice.
 *   <li>Forbidden: half a write, and a snapshot that changes.
 * </ul>
 */
@JCStressTest
@State
public class SetSnapshotsFrozen extends FrozenSnapshots<Set<Integer>> {
    private static final SetHistory<Integer> HISTORY = Prefilled.setStartingAs("none")
            .then("first", set -> set.add(Prefilled.ABSENT_MIDDLE))
            .then("second", set -> set.remove(Prefilled.PRESENT_FIRST));

    /** The set under test. */
    protected final ConcurrentBTreeSet<Integer> set = Prefilled.concurrentSet();

    @Override
    protected void first() {
        set.add(Prefilled.ABSENT_MIDDLE);
    }

    @Override
    protected void second() {
        set.remove(Prefilled.PRESENT_FIRST);
    }

    @Override
    protected Set<Integer> snapshot() {
        return set.snapshot();
    }

    @Override
    protected String seenIn(Set<Integer> snapshot) {
        return HISTORY.shownBy(snapshot);
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
