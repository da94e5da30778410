package dev.holstein.jcstress.btree;

import dev.holstein.jcstress.harness.RacyHandOff;
import dev.holstein.jcstress.harness.SetHistory;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A persistent set handed over through a plain field, a data race, is complete to whoever sees it at all. Its nodes
 * have slots that are not final, and some were edited in place while it was built (JLS 17.5).
 *
 * <ul>
 *   <li>{@code nothing, nothing}: the reader came first.
 *   <li>{@code complete, complete}: it saw the set, and asked it twice.
 *   <li>Forbidden: any other contents, earlier or later, and exceptions.
 * </ul>
 */
@JCStressTest
@State
public class RacyPersistentSet extends RacyHandOff<Set<Integer>> {
    /** What is added at once, so that nodes are edited in place on the way. */
    protected static final Set<Integer> ADDED =
            Set.of(Prefilled.ABSENT_FIRST, Prefilled.ABSENT_MIDDLE, Prefilled.ABSENT_NEIGHBOUR, Prefilled.ABSENT_LAST);

    private static final SetHistory<Integer> HISTORY = Prefilled.setStartingAs("none")
            .only("complete", set -> {
                set.addAll(ADDED);
                set.remove(Prefilled.PRESENT_LAST);
            });

    @Override
    protected void make() {
        handOver(Prefilled.SET.plusAll(ADDED).minus(Prefilled.PRESENT_LAST));
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
