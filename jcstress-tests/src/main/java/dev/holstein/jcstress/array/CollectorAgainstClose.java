package dev.holstein.jcstress.array;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A handle is closed while the collector takes it for dropped (the last use of a handle may be over before {@code close} has returned): its
 * reference is given up once. The page stays with the sibling, and is not handed out to another array.
 *
 * <ul>
 *   <li>{@code old, other, 0 live 2 free}: what the sibling shows after another array has taken a page; that array; their pages.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "old, other, 0 live 2 free", expect = ACCEPTABLE, desc = "given up once")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class CollectorAgainstClose {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3);
    private static final Contents OTHER = Contents.all("other", PAGE_SIZE, -1);

    private final Pool pool;
    private final Handle closed;
    private final Handle sibling;

    /** On the arrays under test. */
    public CollectorAgainstClose() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Two handles of one page. */
    protected CollectorAgainstClose(Pool pool) {
        this.pool = pool;
        closed = pool.array(PAGE_SIZE);
        OLD.writeTo(closed);
        sibling = closed.snapshot();
    }

    /** Closes the handle. */
    @Actor
    public void closer() {
        closed.close();
    }

    /** Takes it back. */
    @Actor
    public void collector() {
        closed.reclaim();
    }

    /** Takes a page for another array, and looks at the sibling. */
    @Arbiter
    public void outcome(LLL_Result r) {
        Handle other = pool.array(PAGE_SIZE);
        OTHER.writeTo(other);
        r.r1 = OLD.shownBy(sibling);
        r.r2 = OTHER.shownBy(other);
        sibling.close();
        other.close();
        r.r3 = pool.balance();
    }
}
