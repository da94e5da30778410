package dev.holstein.jcstress.cow;

import dev.holstein.cow.Cow;
import dev.holstein.jcstress.harness.NothingLost;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * The count of the handles on a value is exact, whoever shares and closes at the same time: of three handles one is
 * closed and one is shared, and there are three. So a handle that is alone at last knows it, and no one else thinks
 * so.
 *
 * <ul>
 *   <li>{@code both}: three handles.
 *   <li>Forbidden: anything else.
 * </ul>
 */
@JCStressTest
@State
public class CowHandlesCounted extends NothingLost {
    private final Cow<int[]> closed = Cow.owned(Filled.withZero(), int[]::clone);
    private final Cow<int[]> shared = closed.share();
    private final Cow<int[]> kept = closed.share();

    /** Gives a handle up. */
    protected void close() {
        closed.close();
    }

    /** Makes another handle. */
    protected void share() {
        shared.share();
    }

    /** How many handles there are. */
    protected int count() {
        return kept.refCount();
    }

    @Override
    protected void writeOne() {
        close();
    }

    @Override
    protected void writeOther() {
        share();
    }

    @Override
    protected String remaining() {
        return count() == 3 ? "both" : count() + " handles";
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
