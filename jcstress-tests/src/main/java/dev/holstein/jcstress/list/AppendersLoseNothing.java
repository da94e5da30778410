package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Of two threads that append to one list neither loses its element, and nobody else's is touched.
 *
 * <ul>
 *   <li>{@code one before other}, {@code other before one}: both elements are at the end, in the order in which they came.
 *   <li>Forbidden: any other contents.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"one before other", "other before one"},
        expect = ACCEPTABLE,
        desc = "both elements are there")
@Outcome(expect = FORBIDDEN, desc = "an element was lost")
@State
public class AppendersLoseNothing {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("neither")
            .or("one before other", list -> list.addAll(List.of(Prefilled.NEW, Prefilled.NEWER)))
            .or("other before one", list -> list.addAll(List.of(Prefilled.NEWER, Prefilled.NEW)));

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Adds an element at the end. */
    protected void add(int element) {
        list.add(element);
    }

    /** What has become of the list. */
    protected List<Integer> snapshot() {
        return list.snapshot();
    }

    /** Appends. */
    @Actor
    public void one() {
        add(Prefilled.NEW);
    }

    /** Appends too. */
    @Actor
    public void other() {
        add(Prefilled.NEWER);
    }

    /** Reads the outcome. */
    @Arbiter
    public void outcome(L_Result r) {
        r.r1 = HISTORY.shownBy(snapshot());
    }
}
