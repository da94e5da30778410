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
 * A page that two handles show is written through one while the other is read and closed. The write is in place only if
 * the close came before, and then after all that was read: the reader sees the old elements to its end. The writer sees
 * its own writes and the other elements, whether it copied them or not.
 *
 * <ul>
 *   <li>{@code old, old, new, 0 live 1 free}: read twice before the close; written in place.
 *   <li>{@code old, old, new, 0 live 2 free}: the same, but written to a copy; the page itself was freed by the last of
 *       both.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "old, old, new, 0 live 1 free", expect = ACCEPTABLE, desc = "closed first: written in place")
@Outcome(id = "old, old, new, 0 live 2 free", expect = ACCEPTABLE, desc = "written to a copy")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class CloseAgainstWrite {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 8;

    private static final int FIRST = 0;
    private static final int LAST = PAGE_SIZE - 1;
    private static final long WRITTEN = 100;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3, 4, 5, 6, 7);
    private static final Contents NEW = OLD.with("", FIRST, WRITTEN).with("new", LAST, WRITTEN);

    private final Pool pool;
    private final Handle closed;
    private final Handle written;

    /** On the arrays under test. */
    public CloseAgainstWrite() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Two handles of one page. */
    protected CloseAgainstWrite(Pool pool) {
        this.pool = pool;
        closed = pool.array(PAGE_SIZE);
        OLD.writeTo(closed);
        written = closed.snapshot();
    }

    /** Reads twice, and closes. */
    @Actor
    public void closer(LLLL_Result r) {
        r.r1 = OLD.shownBy(closed);
        r.r2 = OLD.shownBy(closed);
        closed.close();
    }

    /** Writes both ends of the page. */
    @Actor
    public void writer() {
        written.set(FIRST, WRITTEN);
        written.set(LAST, WRITTEN);
    }

    /** Reads what was written, and closes that too. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        r.r3 = NEW.shownBy(written);
        written.close();
        r.r4 = pool.balance();
    }
}
