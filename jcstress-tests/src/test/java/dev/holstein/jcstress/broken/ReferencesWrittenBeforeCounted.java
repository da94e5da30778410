package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.ReferencesCloseAgainstWrite;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Writes in place, and takes it back if the page turns out to be shared. */
@JCStressTest
@State
public class ReferencesWrittenBeforeCounted extends ReferencesCloseAgainstWrite {
    /** On naive arrays with this mistake. */
    public ReferencesWrittenBeforeCounted() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            Node put(Node page, int offset, long element) {
                long before = page.elements[offset];
                page.elements[offset] = element;
                if (!isShared(page)) {
                    return page;
                }
                Node copy = copy(page);
                page.elements[offset] = before;
                release(page);
                return copy;
            }
        });
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
