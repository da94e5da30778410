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
 * {@code addAll}, in the middle of a list, is one write: a reader sees all of the elements or none.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code all}: a snapshot, then an iteration over the list.
 *   <li>Forbidden: some of it without the rest, and a step back.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, all", "all, all"},
        expect = ACCEPTABLE,
        desc = "all or none, in order")
@Outcome(expect = FORBIDDEN, desc = "some without the others")
@State
public class ListAddAllAtomic {
    private static final List<Integer> ADDED = List.of(-3, -4, -5, -6, -7, -8);
    private static final ListHistory<Integer> HISTORY =
            Prefilled.startingAs("none").then("all", list -> list.addAll(Prefilled.MIDDLE, ADDED));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds elements before an index. */
    protected void addAll(int index, List<Integer> elements) {
        list.addAll(index, elements);
    }

    /** Writes. */
    @Actor
    public void writer() {
        addAll(Prefilled.MIDDLE, ADDED);
    }

    /** Takes a snapshot, then iterates. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(list.snapshot());
        r.r2 = HISTORY.iterated(list);
    }
}
