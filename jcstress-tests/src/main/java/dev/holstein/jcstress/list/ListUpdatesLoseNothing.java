package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * {@code update} takes a turn: of two threads that each add to one element, neither is lost.
 *
 * <ul>
 *   <li>{@code 3}: both added, one to what the other had left.
 *   <li>Forbidden: anything less.
 * </ul>
 */
@JCStressTest
@Outcome(id = "3", expect = ACCEPTABLE, desc = "both were added")
@Outcome(expect = FORBIDDEN, desc = "a write was lost")
@State
public class ListUpdatesLoseNothing {
    private static final int INDEX = 0;

    /** The list under test; its first element is the sum, and is zero. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Edits a copy, and publishes it. */
    protected void update(Consumer<CowList<Integer>> edit) {
        list.update(edit);
    }

    private void add(int summand) {
        update(copy -> copy.set(INDEX, copy.get(INDEX) + summand));
    }

    /** Adds one. */
    @Actor
    public void one() {
        add(1);
    }

    /** Adds two. */
    @Actor
    public void other() {
        add(2);
    }

    /** Reads the sum. */
    @Arbiter
    public void total(I_Result r) {
        r.r1 = list.get(INDEX);
    }
}
