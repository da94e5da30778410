package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.jcstress.harness.RacyHandOff;
import dev.holstein.jcstress.harness.SetHistory;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot of a concurrent set, handed over through a plain field, is complete and frozen to whoever sees it,
 * although the set is written before and after.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the snapshot, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacySnapshotOfConcurrentSet extends RacyHandOff<Set<Integer>> {
    private static final SetHistory<Integer> HISTORY =
            Prefilled.setStartingAs("none").only("complete", RacySnapshotOfConcurrentSet::writeBefore);

    /** The set under test. */
    protected final ConcurrentBTreeSet<Integer> set = Prefilled.concurrentSet();

    private static void writeBefore(Set<Integer> set) {
        set.add(Prefilled.ABSENT_MIDDLE);
        set.remove(Prefilled.PRESENT_LAST);
    }

    /** The elements at this moment, frozen. */
    protected Set<Integer> snapshot() {
        return set.snapshot();
    }

    @Override
    protected void make() {
        writeBefore(set);
        handOver(snapshot());
    }

    @Override
    protected void writeOn() {
        set.add(Prefilled.ABSENT_NEIGHBOUR);
        set.remove(Prefilled.PRESENT_MIDDLE);
    }

    @Override
    protected String seenIn(Set<Integer> handedOver) {
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
