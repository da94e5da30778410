package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.jcstress.harness.RacyHandOff;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A persistent list that was cut out of another, joined and sorted, all of which makes nodes of its own at the seams,
 * is complete to whoever sees it through a data race.
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the list, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacyCutAndJoined extends RacyHandOff<List<Integer>> {
    private static final ListHistory<Integer> HISTORY = Prefilled.only("complete", list -> {
        list.subList(0, Prefilled.MIDDLE).clear();
        list.addAll(Prefilled.contents());
        list.remove(Prefilled.FIRST);
    });

    /** The second half, and all of it after that. */
    protected static PersistentList<Integer> joined() {
        return Prefilled.LIST.subList(Prefilled.MIDDLE, Prefilled.ELEMENTS).concat(Prefilled.LIST);
    }

    @Override
    protected void make() {
        handOver(joined().minus(Prefilled.FIRST));
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
