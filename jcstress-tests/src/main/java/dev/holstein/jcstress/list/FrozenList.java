package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot taken while another thread writes is one version, and shows the same when it is asked again.
 *
 * <ul>
 *   <li>{@code x, x} with {@code x} one of {@code none}, {@code appended}, {@code replaced}, {@code inserted}: the same snapshot, asked
 *       twice.
 *   <li>Forbidden: half a write, and a snapshot that changes.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "appended, appended", "replaced, replaced", "inserted, inserted"},
        expect = ACCEPTABLE,
        desc = "one version")
@Outcome(expect = FORBIDDEN, desc = "no version, or two")
@State
public class FrozenList {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("appended", FrozenList::append)
            .then("replaced", FrozenList::replace)
            .then("inserted", FrozenList::insert);

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** The elements at this moment, frozen. */
    protected List<Integer> snapshot() {
        return list.snapshot();
    }

    private static void append(List<Integer> list) {
        list.add(Prefilled.NEW);
    }

    private static void replace(List<Integer> list) {
        list.set(Prefilled.ELEMENTS - 1, Prefilled.NEWER);
    }

    private static void insert(List<Integer> list) {
        list.add(Prefilled.MIDDLE, Prefilled.NEW);
    }

    /** Writes at the end and in the middle. */
    @Actor
    public void writer() {
        append(list);
        replace(list);
        insert(list);
    }

    /** Takes a snapshot, and asks it twice. */
    @Actor
    public void reader(LL_Result r) {
        List<Integer> snapshot = snapshot();
        r.r1 = HISTORY.shownBy(snapshot);
        r.r2 = HISTORY.shownBy(snapshot);
    }
}
