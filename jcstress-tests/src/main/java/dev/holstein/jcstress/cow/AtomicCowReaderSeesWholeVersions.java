package dev.holstein.jcstress.cow;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.cow.AtomicCow;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A value read while another thread writes shows all of the write or none of it, and shows the same when it is looked
 * at again.
 *
 * <ul>
 *   <li>{@code 0, 0}: read before the write. {@code 1, 1}: read after it.
 *   <li>Forbidden: half a write, and a value that changed after it was read.
 * </ul>
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before the write")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "after the write")
@Outcome(expect = FORBIDDEN, desc = "half a write, or a value that changed")
@State
public class AtomicCowReaderSeesWholeVersions {
    /** The value under test. */
    protected final AtomicCow<int[]> cow = AtomicCow.of(Filled.withZero(), int[]::clone);

    /** Edits a copy, and publishes it. */
    protected void update(Consumer<int[]> edit) {
        cow.update(edit);
    }

    /** Adds one. */
    @Actor
    public void writer() {
        update(array -> Filled.add(array, 1));
    }

    /** Reads, and looks twice. */
    @Actor
    public void reader(II_Result r) {
        int[] seen = cow.get();
        r.r1 = Filled.number(seen);
        r.r2 = Filled.number(seen);
    }
}
