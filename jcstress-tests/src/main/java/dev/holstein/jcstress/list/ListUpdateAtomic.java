package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code update} is one write, whatever it does: a reader sees all of it or nothing.
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
@Outcome(expect = FORBIDDEN, desc = "some changes without the others")
@State
public class ListUpdateAtomic {
    private static final ListHistory<Integer> HISTORY =
            Prefilled.startingAs("none").then("all", ListUpdateAtomic::edit);

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private static void edit(List<Integer> list) {
        list.add(Prefilled.NEW);
        list.set(Prefilled.FIRST, Prefilled.NEWER);
        list.remove(Prefilled.MIDDLE);
        list.add(0, Prefilled.NEW);
    }

    /** Makes several changes. */
    protected void update(Consumer<List<Integer>> edit) {
        list.update(edit::accept);
    }

    /** Writes. */
    @Actor
    public void writer() {
        update(ListUpdateAtomic::edit);
    }

    /** Takes a snapshot, then iterates. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(list.snapshot());
        r.r2 = HISTORY.iterated(list);
    }
}
