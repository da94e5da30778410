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
 * The first write after a snapshot copies three levels of directories while the other handle is closed. Whatever level
 * the close comes upon, all other elements stay, and each page is counted right: the copy of a directory takes its
 * references to what is below before the directory itself is given up.
 *
 * <p>Pages of one element, 64 to a table: two in one table, one in the table beside it, one below another directory.
 *
 * <ul>
 *   <li>{@code old, new, 0 live 4 free}: what was read before the close; what the writer shows; written in place.
 *   <li>{@code old, new, 0 live 5 free}: the same, but written to a copy of the page.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "old, new, 0 live 4 free", expect = ACCEPTABLE, desc = "written in place")
@Outcome(id = "old, new, 0 live 5 free", expect = ACCEPTABLE, desc = "written to a copy")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class DirectoryCopyAgainstClose {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 1;

    private static final long WRITTEN = 100;
    private static final long SAME_TABLE = 1;
    private static final long SAME_DIRECTORY = 64;
    private static final long OTHER_DIRECTORY = 64 * 64;
    private static final long LENGTH = OTHER_DIRECTORY + 1;

    private static final Contents OLD = Contents.distinct("old", 0, SAME_TABLE, SAME_DIRECTORY, OTHER_DIRECTORY);
    private static final Contents NEW = OLD.with("new", 0, WRITTEN);

    private final Pool pool;
    private final Handle closed;
    private final Handle written;

    /** On the arrays under test. */
    public DirectoryCopyAgainstClose() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Two handles of three levels. */
    protected DirectoryCopyAgainstClose(Pool pool) {
        this.pool = pool;
        closed = pool.array(LENGTH);
        OLD.writeTo(closed);
        written = closed.snapshot();
    }

    /** Reads, and closes. */
    @Actor
    public void closer(LLL_Result r) {
        r.r1 = OLD.shownBy(closed);
        closed.close();
    }

    /** Writes one element. */
    @Actor
    public void writer() {
        written.set(0, WRITTEN);
    }

    /** Reads what was written and what was not, and closes that too. */
    @Arbiter
    public void outcome(LLL_Result r) {
        r.r2 = NEW.shownBy(written);
        written.close();
        r.r3 = pool.balance();
    }
}
