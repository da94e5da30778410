package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.ViewSizeOfOneVersion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Counts the lower and the upper part of the view.
 */
@JCStressTest
@State
public class ViewCountedInTwoParts extends ViewSizeOfOneVersion {
    @Override
    protected int size() {
        return map.subMap(0, false, Prefilled.PRESENT_MIDDLE, false).size()
                + map.subMap(Prefilled.PRESENT_MIDDLE, true, 2 * (Prefilled.ENTRIES - 1), false)
                        .size();
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
