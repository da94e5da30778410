package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.RacyHandOff;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot of a concurrent list, handed over through a plain field, is complete and frozen to whoever sees it,
 * although the list is written before and after: at its end, where leaves have room that is written in place, and in
 * the middle.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the snapshot, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacySnapshotOfConcurrentList extends RacyHandOff<List<Integer>> {
    private static final ListHistory<Integer> HISTORY =
            Prefilled.only("complete", RacySnapshotOfConcurrentList::writeBefore);

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private static void writeBefore(List<Integer> list) {
        list.add(Prefilled.NEW);
        list.set(Prefilled.MIDDLE, Prefilled.NEW);
        list.add(Prefilled.NEWER);
    }

    /** The elements at this moment, frozen. */
    protected List<Integer> snapshot() {
        return list.snapshot();
    }

    @Override
    protected void make() {
        writeBefore(list);
        handOver(snapshot());
    }

    @Override
    protected void writeOn() {
        list.add(Prefilled.NEWER);
        list.set(Prefilled.MIDDLE, Prefilled.NEWER);
        list.remove(Prefilled.FIRST);
    }

    @Override
    protected String seenIn(List<Integer> handedOver) {
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
