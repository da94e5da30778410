package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A persistent list handed over through a plain field, a data race, is complete to whoever sees it at all. Its nodes are bare arrays,
 * and some were edited in place while it was built; the final fields that lead to them are what makes it safe (JLS 17.5).
 *
 * <ul>
 *   <li>{@code nothing}: the reader came first.
 *   <li>{@code complete}: it saw the list, and all of it.
 *   <li>Forbidden: any other contents, and exceptions.
 * </ul>
 */
@JCStressTest
@Outcome(id = "nothing", expect = ACCEPTABLE, desc = "not handed over yet")
@Outcome(id = "complete", expect = ACCEPTABLE, desc = "handed over")
@Outcome(expect = FORBIDDEN, desc = "an incomplete list")
@State
public class RacyPersistentList {
    /** What is added at once, so that nodes are edited in place on the way. */
    protected static final List<Integer> ADDED =
            IntStream.range(-300, -100).boxed().toList();

    private static final ListHistory<Integer> HISTORY = Prefilled.only("complete", list -> {
        list.addAll(Prefilled.MIDDLE, ADDED);
        list.set(Prefilled.FIRST, Prefilled.NEW);
        list.remove(0);
        list.addAll(ADDED);
    });

    /** Where the list is handed over: plain, a data race. */
    protected @Nullable List<Integer> shared;

    /** Makes a list and hands it over. */
    protected void handOver() {
        shared = Prefilled.LIST
                .plusAll(Prefilled.MIDDLE, ADDED)
                .with(Prefilled.FIRST, Prefilled.NEW)
                .minus(0)
                .plusAll(ADDED);
    }

    /** Hands a new list over without any synchronization. */
    @Actor
    public void writer() {
        handOver();
    }

    /** Reads whatever was handed over. */
    @Actor
    public void reader(L_Result r) {
        List<Integer> seen = shared;
        r.r1 = seen == null ? "nothing" : HISTORY.shownBy(seen);
    }
}
