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
 * One thread closes a handle and takes freed pages again, for another array: they come zeroed, and none of them is one
 * that a sibling still shows. The sibling writes meanwhile, so that it may give up the page it shared, and take a freed
 * one itself.
 *
 * <pre>
 *             closed   sibling    other
 *   page 0      p0        p0                the sibling writes: in place, or to a copy, and then p0 is freed
 *   page 1      q1        p1                q1 is freed by the close
 * </pre>
 *
 * <ul>
 *   <li>{@code other, new, new, 0 live 4 free}: what the other array shows, and the sibling at once and later. Four
 *       pages were enough: the other array, or the sibling, took one that was free, or wrote in place.
 *   <li>{@code other, new, new, 0 live 5 free}: the same, but the second freed page came too late.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "other, new, new, 0 live 4 free", expect = ACCEPTABLE, desc = "a freed page was taken again, in time")
@Outcome(id = "other, new, new, 0 live 5 free", expect = ACCEPTABLE, desc = "the second freed page came too late")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class ReuseAgainstRead {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final int LENGTH = 2 * PAGE_SIZE;
    private static final long WRITTEN = 100;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3, 4, 5, 6, 7);
    private static final Contents NEW = OLD.with("new", 0, WRITTEN);
    private static final Contents OTHER =
            Contents.all("zeros", LENGTH, 0).with("", 1, -1).with("other", PAGE_SIZE + 1, -1);

    private final Pool pool;
    private final Handle closed;
    private final Handle sibling;
    private final Handle other;

    /** On the arrays under test. */
    public ReuseAgainstRead() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Two handles that share one page of two, and an array without pages. */
    protected ReuseAgainstRead(Pool pool) {
        this.pool = pool;
        closed = pool.array(LENGTH);
        OLD.writeTo(closed);
        sibling = closed.snapshot();
        closed.set(PAGE_SIZE, -2);
        other = pool.array(LENGTH);
    }

    /** Closes, and takes pages for the other array. */
    @Actor
    public void closer(LLLL_Result r) {
        closed.close();
        OTHER.writeTo(other);
        r.r1 = OTHER.shownBy(other);
    }

    /** Writes one element to the sibling, and reads all. */
    @Actor
    public void reader(LLLL_Result r) {
        sibling.set(0, WRITTEN);
        r.r2 = NEW.shownBy(sibling);
    }

    /** Reads the sibling once more, and closes all. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        r.r3 = NEW.shownBy(sibling);
        sibling.close();
        other.close();
        r.r4 = pool.balance();
    }
}
