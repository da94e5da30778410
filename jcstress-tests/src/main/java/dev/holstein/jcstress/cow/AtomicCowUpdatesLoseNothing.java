package dev.holstein.jcstress.cow;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.cow.AtomicCow;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * {@code update} takes a turn: of two threads that each add to the value, neither is lost.
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
public class AtomicCowUpdatesLoseNothing {
    /** The value under test. */
    protected final AtomicCow<int[]> cow = AtomicCow.of(Filled.withZero(), int[]::clone);

    /** Edits a copy, and publishes it. */
    protected void update(Consumer<int[]> edit) {
        cow.update(edit);
    }

    /** Adds one. */
    @Actor
    public void one() {
        update(array -> Filled.add(array, 1));
    }

    /** Adds two. */
    @Actor
    public void other() {
        update(array -> Filled.add(array, 2));
    }

    /** Reads the sum. */
    @Arbiter
    public void total(I_Result r) {
        r.r1 = Filled.number(cow.get());
    }
}
