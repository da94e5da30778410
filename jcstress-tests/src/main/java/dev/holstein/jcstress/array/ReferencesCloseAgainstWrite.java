package dev.holstein.jcstress.array;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * {@link CloseAgainstWrite}, with objects for elements: who writes in place does so after all that was read through the handle that was
 * closed.
 *
 * <ul>
 *   <li>{@code old, old, new, 0 live 1 free} or {@code .. 2 free}: read twice before the close; written in place, or to a copy.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@State
public class ReferencesCloseAgainstWrite extends CloseAgainstWrite {
    /** On the arrays under test. */
    public ReferencesCloseAgainstWrite() {
        this(new CowReferencePool(PAGE_SIZE));
    }

    /** On other arrays. */
    protected ReferencesCloseAgainstWrite(Pool pool) {
        super(pool);
    }

    @Actor
    @Override
    public void closer(LLLL_Result r) {
        super.closer(r);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
