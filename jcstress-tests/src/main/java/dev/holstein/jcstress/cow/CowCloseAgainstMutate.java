package dev.holstein.jcstress.cow;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.cow.Cow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;

/**
 * A handle is read and closed while another handle on the same value writes: the reader sees the value before the
 * write, whole, whether the writer found itself alone or not.
 *
 * <ul>
 *   <li>{@code 0, 1, true}: the reader had closed, so the write was made in place. {@code 0, 1, false}: it was made in
 *       a copy.
 *   <li>Forbidden: a reader that sees the write or half of it, and a writer that sees anything but its own.
 * </ul>
 */
@JCStressTest
@Outcome(id = "0, 1, true", expect = ACCEPTABLE, desc = "closed before the write: in place")
@Outcome(id = "0, 1, false", expect = ACCEPTABLE, desc = "open at the write: copied")
@Outcome(expect = FORBIDDEN, desc = "edited what was being read")
@State
public class CowCloseAgainstMutate {
    private final int[] value = Filled.withZero();
    private final Cow<int[]> writers = Cow.owned(value, int[]::clone);
    private final Cow<int[]> readers = writers.share();

    /** Reads the number through a handle, and closes it. */
    protected int readAndClose(Cow<int[]> handle) {
        int seen = Filled.number(handle.get());
        handle.close();
        return seen;
    }

    /** The number in an array, for twins. */
    protected static int number(int[] array) {
        return Filled.number(array);
    }

    /** Reads and closes. */
    @Actor
    public void reader(IIZ_Result r) {
        r.r1 = readAndClose(readers);
    }

    /** Writes, and looks where. */
    @Actor
    public void writer(IIZ_Result r) {
        writers.mutate(array -> Filled.add(array, 1));
        r.r2 = Filled.number(writers.get());
        r.r3 = writers.get() == value;
    }
}
