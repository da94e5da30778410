package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A copy of a range of a list, made while another thread writes to the list itself, has the elements of the range, or is refused because
 * the range is no longer there.
 *
 * <ul>
 *   <li>{@code range}: it came first. {@code refused}: it came too late.
 *   <li>Forbidden: other elements, which lie at the same places of another version, and other exceptions.
 * </ul>
 */
@JCStressTest
@Outcome(id = "range", expect = ACCEPTABLE, desc = "copied first")
@Outcome(id = "refused", expect = ACCEPTABLE, desc = "the list was written first")
@Outcome(expect = FORBIDDEN, desc = "elements of another place")
@State
public class RangeCopyAgainstForeignWrite {
    private static final ListHistory<Integer> HISTORY = ListHistory.startingAs(
            "range", Prefilled.contents().subList(Prefilled.FIRST, Prefilled.MIDDLE + Prefilled.FIRST));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private final List<Integer> range = list.subList(Prefilled.FIRST, Prefilled.MIDDLE + Prefilled.FIRST);

    /** A copy of the range. */
    protected List<Integer> copyOfRange() {
        return PersistentList.copyOf(range);
    }

    /** Copies the range, and looks. */
    @Actor
    public void reader(L_Result r) {
        try {
            r.r1 = HISTORY.shownBy(copyOfRange());
        } catch (ConcurrentModificationException e) {
            r.r1 = "refused";
        } catch (RuntimeException e) {
            r.r1 = "threw " + e.getClass().getSimpleName();
        }
    }

    /** Takes out what comes before the range. */
    @Actor
    public void writer() {
        list.remove(0);
        list.clear();
    }
}
