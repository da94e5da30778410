package dev.holstein.jcstress.array;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Two threads take a snapshot of one handle at once, which nobody writes meanwhile: both show everything, and afterwards the count is
 * exactly three, so the next write to a page copies it, until only one handle is left.
 *
 * <ul>
 *   <li>{@code old, old, new, 0 live 3 free}: what a snapshot shows that is closed then, what the other one shows after a write to the
 *       handle, and what the handle shows; two pages
 *       and one copy.
 *   <li>Forbidden: any other element (the count was too low), a page that is lost (too high), a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "old, old, new, 0 live 3 free", expect = ACCEPTABLE, desc = "both were counted")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class TwoSnapshots {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final int LENGTH = 2 * PAGE_SIZE;
    private static final long WRITTEN = 100;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3, 4, 5, 6, 7);
    private static final Contents NEW = OLD.with("new", 0, WRITTEN);

    private final Pool pool;
    private final Handle shared;

    /** Taken by the actors. */
    private Handle one;

    private Handle other;

    /** On the arrays under test. */
    public TwoSnapshots() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** A handle of two pages. */
    protected TwoSnapshots(Pool pool) {
        this.pool = pool;
        shared = pool.array(LENGTH);
        OLD.writeTo(shared);
        one = shared;
        other = shared;
    }

    /** Takes a snapshot. */
    @Actor
    public void sharer() {
        one = shared.snapshot();
    }

    /** Takes another. */
    @Actor
    public void otherSharer() {
        other = shared.snapshot();
    }

    /** Writes to the handle that was shared, and closes all. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        r.r1 = OLD.shownBy(one);
        one.close();
        shared.set(0, WRITTEN);
        r.r2 = OLD.shownBy(other);
        r.r3 = NEW.shownBy(shared);
        shared.close();
        other.close();
        r.r4 = pool.balance();
    }
}
