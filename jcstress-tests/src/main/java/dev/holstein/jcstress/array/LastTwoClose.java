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
 * The last two handles of the same pages are closed at once, by two threads: one of them is the last, and frees each
 * page once. The arrays that take these pages next have nothing in common.
 *
 * <ul>
 *   <li>{@code 0 live 2 free, left, right, 0 live 2 free}: the pool after both were closed; two new arrays, of one page
 *       each; the pool after they were closed too.
 *   <li>Forbidden: any other element (one page in two arrays), a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "0 live 2 free, left, right, 0 live 2 free", expect = ACCEPTABLE, desc = "each page is freed once")
@Outcome(expect = FORBIDDEN, desc = "a page lost or freed twice, or one page in two arrays")
@State
public class LastTwoClose {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final Contents OLD = Contents.distinct("old", 0, 1, 2, 3, 4, 5, 6, 7);
    private static final Contents LEFT = Contents.all("left", PAGE_SIZE, -1);
    private static final Contents RIGHT = Contents.all("right", PAGE_SIZE, -2);

    private final Pool pool;
    private final Handle one;
    private final Handle other;

    /** On the arrays under test. */
    public LastTwoClose() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Two handles of two pages. */
    protected LastTwoClose(Pool pool) {
        this.pool = pool;
        one = pool.array(2 * PAGE_SIZE);
        OLD.writeTo(one);
        other = one.snapshot();
    }

    /** Closes one handle. */
    @Actor
    public void closer() {
        one.close();
    }

    /** Closes the other one. */
    @Actor
    public void otherCloser() {
        other.close();
    }

    /** Takes the pages for two other arrays. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        r.r1 = pool.balance();
        Handle left = pool.array(PAGE_SIZE);
        Handle right = pool.array(PAGE_SIZE);
        LEFT.writeTo(left);
        RIGHT.writeTo(right);
        r.r2 = LEFT.shownBy(left);
        r.r3 = RIGHT.shownBy(right);
        left.close();
        right.close();
        r.r4 = pool.balance();
    }
}
