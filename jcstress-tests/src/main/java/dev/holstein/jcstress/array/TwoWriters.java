package dev.holstein.jcstress.array;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.stream.LongStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Two threads write the same elements through two handles of the same pages: each sees its own writes only, and a third
 * handle sees neither. Both copy the page that all three show. Of a page that only the two of them show, the second one
 * may find itself the last holder and write in place.
 *
 * <pre>
 *                first   second   third
 *   page 0         p0      p0       p0     both writers copy p0
 *   pages 1-3      p1      p1       q1     one writer copies p1, or both do and p1 is freed
 * </pre>
 *
 * <ul>
 *   <li>{@code first, second, third, 0 live 12 free}: each handle shows what is its own. Twelve pages whatever happens:
 *       one that both writers copied is free before the slower one copies its next page.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@Outcome(id = "first, second, third, 0 live 12 free", expect = ACCEPTABLE, desc = "each sees its own writes")
@Outcome(expect = FORBIDDEN, desc = "a wrong element, or a page lost or freed twice")
@State
public class TwoWriters {
    /** Elements of a page. */
    protected static final int PAGE_SIZE = 4;

    private static final int LENGTH = 4 * PAGE_SIZE;
    private static final long FIRST = -1;
    private static final long SECOND = -2;
    private static final long THIRD = -3;

    private static final Contents OLD =
            Contents.distinct("", LongStream.range(0, LENGTH).toArray());
    private static final Contents BY_FIRST = onEachPage("first", 0, FIRST);
    private static final Contents BY_SECOND = onEachPage("second", 0, SECOND);
    private static final Contents BY_THIRD = onEachPage("third", 1, THIRD);

    private final Pool pool;
    private final Handle first;
    private final Handle second;
    private final Handle third;

    private static Contents onEachPage(String name, int firstPage, long element) {
        Contents contents = OLD;
        for (long index = firstPage * PAGE_SIZE; index < LENGTH; index += PAGE_SIZE) {
            contents = contents.with(name, index, element);
        }
        return contents;
    }

    /**
     * Backwards: the last page is the last one whose count a copy of the table raises, and the first one to be written.
     */
    private static void writeOnEachPage(Handle handle, int firstPage, long element) {
        for (long index = LENGTH - PAGE_SIZE; index >= firstPage * PAGE_SIZE; index -= PAGE_SIZE) {
            handle.set(index, element);
        }
    }

    /** On the arrays under test. */
    public TwoWriters() {
        this(new CowLongPool(PAGE_SIZE));
    }

    /** Three handles, the third of which has most pages to itself. */
    protected TwoWriters(Pool pool) {
        this.pool = pool;
        first = pool.array(LENGTH);
        OLD.writeTo(first);
        second = first.snapshot();
        third = first.snapshot();
        writeOnEachPage(third, 1, THIRD);
    }

    /** Writes to all pages. */
    @Actor
    public void firstWriter() {
        writeOnEachPage(first, 0, FIRST);
    }

    /** Writes to the same places. */
    @Actor
    public void secondWriter() {
        writeOnEachPage(second, 0, SECOND);
    }

    /** Looks at all three handles, and closes them. */
    @Arbiter
    public void outcome(LLLL_Result r) {
        r.r1 = BY_FIRST.shownBy(first);
        r.r2 = BY_SECOND.shownBy(second);
        r.r3 = BY_THIRD.shownBy(third);
        first.close();
        second.close();
        third.close();
        r.r4 = pool.balance();
    }
}
