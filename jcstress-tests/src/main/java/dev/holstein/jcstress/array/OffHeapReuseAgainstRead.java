package dev.holstein.jcstress.array;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * {@link ReuseAgainstRead}, with pages off the heap: a freed page that is taken again for another array comes zeroed, and is none that a
 * sibling still shows, although no collector watches over it.
 *
 * <ul>
 *   <li>{@code other, new, new, 0 live 4 free} or {@code .. 5 free}: what the other array shows, and the sibling at once and later; a freed
 *       page was taken again, or came too late.
 *   <li>Forbidden: any other element, a page that is lost, a page that is freed twice.
 * </ul>
 */
@JCStressTest
@State
public class OffHeapReuseAgainstRead extends ReuseAgainstRead {
    /** On the arrays under test. */
    public OffHeapReuseAgainstRead() {
        this(CowLongPool.offHeap(PAGE_SIZE));
    }

    /** On other arrays. */
    protected OffHeapReuseAgainstRead(Pool pool) {
        super(pool);
    }

    @Actor
    @Override
    public void closer(LLLL_Result r) {
        super.closer(r);
    }

    @Actor
    @Override
    public void reader(LLLL_Result r) {
        super.reader(r);
    }

    @Arbiter
    @Override
    public void outcome(LLLL_Result r) {
        super.outcome(r);
    }
}
