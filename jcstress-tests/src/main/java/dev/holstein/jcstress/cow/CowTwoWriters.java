package dev.holstein.jcstress.cow;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.cow.Cow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two handles on one value are written by two threads: each sees its own write on the value that was shared, and no
 * other.
 *
 * <ul>
 *   <li>{@code 1, 2}: both made a copy, or one did and the other, alone then, wrote in place.
 *   <li>Forbidden: a copy of what the other was editing, two writes in one value.
 * </ul>
 */
@JCStressTest
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "each its own")
@Outcome(expect = FORBIDDEN, desc = "one saw the other's write")
@State
public class CowTwoWriters {
    private final Cow<int[]> one = Cow.owned(Filled.withZero(), int[]::clone);
    private final Cow<int[]> other = one.share();

    /** Adds to the value of a handle, and answers what became of it. */
    protected int[] add(Cow<int[]> handle, int step) {
        handle.mutate(array -> Filled.add(array, step));
        return handle.get();
    }

    /** Adds one. */
    @Actor
    public void one(II_Result r) {
        r.r1 = Filled.number(add(one, 1));
    }

    /** Adds two. */
    @Actor
    public void other(II_Result r) {
        r.r2 = Filled.number(add(other, 2));
    }
}
