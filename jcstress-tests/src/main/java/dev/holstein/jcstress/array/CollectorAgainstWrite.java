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
 * The collector takes back a handle that was dropped while a sibling writes a page of both: the sibling writes in place only if the handle
 * is gone, and then the page is its alone; if not, it copies the page, which the last of both frees.
 *
 * <ul>
 *   <li>{@code new, new, third, 0 live 4 free}: what the sibling shows, at once and later; what a third handle shows, which keeps another page alive; their pages,
 *       if the sibling copied only what the third handle shows.
 *   <li>{@code new, new, third, 0 live 5 free}: the same, but the sibling copied the page that it shared with the dropped handle, too.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = "new, new, third, 0 live 4 free",
        expect = ACCEPTABLE,
        desc = "taken back first: one page written in place")
@Outcome(id = "new, new, third, 0 live 5 free", expect = ACCEPTABLE, desc = "both pages copied")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class CollectorAgainstWrite {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final int LENGTH = 2 * PAGE_SIZE;
    private static final long WRITTEN = 100;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3, 4, 5, 6, 7);
    private static final Contents THIRD = OLD.with("third", 0, -1);
    private static final Contents NEW = OLD.with("", 0, WRITTEN).with("new", LENGTH - 1, WRITTEN);

    private final Pool pool;
    private final Handle dropped;
    private final Handle written;
    private final Handle third;

    /** On the arrays under test. */
    public CollectorAgainstWrite() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Three handles that share the second of two pages; the third has a first page of its own. */
    protected CollectorAgainstWrite(Pool pool) {
        this.pool = pool;
        dropped = pool.array(LENGTH);
        OLD.writeTo(dropped);
        written = dropped.snapshot();
        third = dropped.snapshot();
        third.set(0, -1);
    }

    /** Takes a handle back. */
    @Actor
    public void collector() {
        dropped.reclaim();
    }

    /** Writes both pages. */
    @Actor
    public void writer(LLLL_Result r) {
        written.set(0, WRITTEN);
        written.set(LENGTH - 1, WRITTEN);
        r.r1 = NEW.shownBy(written);
    }

    /** Looks at both handles that are left, and closes them. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        r.r2 = NEW.shownBy(written);
        r.r3 = THIRD.shownBy(third);
        written.close();
        third.close();
        r.r4 = pool.balance();
    }
}
