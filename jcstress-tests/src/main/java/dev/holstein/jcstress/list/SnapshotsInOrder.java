package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two snapshots that one thread takes one after the other are ordered as the writes: the second is never behind the first.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code one}, {@code two}.
 *   <li>Forbidden: a step back, and half a write.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, one", "none, two", "one, one", "one, two", "two, two"},
        expect = ACCEPTABLE,
        desc = "in order")
@Outcome(expect = FORBIDDEN, desc = "a step back")
@State
public class SnapshotsInOrder {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("one", list -> list.add(Prefilled.MIDDLE, Prefilled.NEW))
            .then("two", list -> list.add(0, Prefilled.NEWER));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds an element before an index. */
    protected void add(int index, int element) {
        list.add(index, element);
    }

    /** The elements at this moment. */
    protected PersistentList<Integer> snapshot() {
        return list.snapshot();
    }

    /** Inserts twice. */
    @Actor
    public void writer() {
        add(Prefilled.MIDDLE, Prefilled.NEW);
        add(0, Prefilled.NEWER);
    }

    /** Takes two snapshots, then looks. */
    @Actor
    public void reader(LL_Result r) {
        List<Integer> earlier = snapshot();
        List<Integer> later = snapshot();
        r.r1 = HISTORY.shownBy(earlier);
        r.r2 = HISTORY.shownBy(later);
    }
}
