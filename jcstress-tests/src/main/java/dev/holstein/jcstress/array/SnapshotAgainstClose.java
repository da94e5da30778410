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
 * A snapshot is taken of one handle while another handle of the same pages is closed: nothing is freed that is in use,
 * the snapshot shows everything, and afterwards the count is exactly two. So the next write to a page copies it.
 *
 * <ul>
 *   <li>{@code old, old, new, 0 live 3 free}: what the snapshot shows at once, and after a write to the handle it was
 *       taken of; what that handle shows; two pages and one copy.
 *   <li>Forbidden: any other element (the count was too low), a page that is lost (too high), a page that is freed
 *       twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "old, old, new, 0 live 3 free", expect = ACCEPTABLE, desc = "shared, whoever came first")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class SnapshotAgainstClose {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final int LENGTH = 2 * PAGE_SIZE;
    private static final long WRITTEN = 100;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3, 4, 5, 6, 7);
    private static final Contents NEW = OLD.with("new", 0, WRITTEN);

    private final Pool pool;
    private final Handle closed;
    private final Handle shared;

    /** Taken by the actor. */
    private Handle snapshot;

    /** On the arrays under test. */
    public SnapshotAgainstClose() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Two handles of two pages. */
    protected SnapshotAgainstClose(Pool pool) {
        this.pool = pool;
        closed = pool.array(LENGTH);
        OLD.writeTo(closed);
        shared = closed.snapshot();
        snapshot = shared;
    }

    /** Takes a snapshot, and reads it. */
    @Actor
    public void sharer(LLLL_Result r) {
        snapshot = shared.snapshot();
        r.r1 = OLD.shownBy(snapshot);
    }

    /** Closes the other handle. */
    @Actor
    public void closer() {
        closed.close();
    }

    /** Writes to one of the two handles that are left, and closes both. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        shared.set(0, WRITTEN);
        r.r2 = OLD.shownBy(snapshot);
        r.r3 = NEW.shownBy(shared);
        shared.close();
        snapshot.close();
        r.r4 = pool.balance();
    }
}
