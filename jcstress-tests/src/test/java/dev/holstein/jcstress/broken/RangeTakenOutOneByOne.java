package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ListRangeWritesAtomic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Takes one element after the other out of the range.
 */
@JCStressTest
@State
public class RangeTakenOutOneByOne extends ListRangeWritesAtomic {
    @Override
    protected void clearRange() {
        for (int i = TO - 1; i >= FROM; i--) {
            list.remove(i);
        }
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
