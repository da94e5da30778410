package dev.holstein.jcstress.cow;

import dev.holstein.cow.Cow;
import dev.holstein.jcstress.harness.NothingLost;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A handle is shared while another handle on the same value is written: neither the handle that is shared nor the new
 * one sees anything of the write, and the writer sees its own.
 *
 * <ul>
 *   <li>{@code both}: the write is in the writer's value, and nowhere else.
 *   <li>Forbidden: anything else.
 * </ul>
 */
@JCStressTest
@State
public class CowSharedWhileWritten extends NothingLost {
    private final Cow<int[]> writers = Cow.owned(Filled.withZero(), int[]::clone);
    private final Cow<int[]> readers = writers.share();
    private int[] shared = new int[0];

    /** What a new handle on the value of a handle shows. */
    protected int[] share(Cow<int[]> handle) {
        return handle.share().get();
    }

    /** Adds to the value of a handle, in place if it is alone. */
    protected int[] add(Cow<int[]> handle) {
        handle.mutate(value -> Filled.add(value, 1));
        return handle.get();
    }

    private int[] written = new int[0];

    @Override
    protected void writeOne() {
        shared = share(readers);
    }

    @Override
    protected void writeOther() {
        written = add(writers);
    }

    @Override
    protected String remaining() {
        int seen = Filled.number(shared);
        int own = Filled.number(written);
        int kept = Filled.number(readers.get());
        return seen == 0 && own == 1 && kept == 0 ? "both" : seen + ", " + own + ", " + kept;
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
