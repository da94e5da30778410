package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.RankOfOneVersion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Counts the keys of two parts, one after the other.
 */
@JCStressTest
@State
public class RankedInTwoParts extends RankOfOneVersion {
    @Override
    protected int rank() {
        int lower = map.rank(Prefilled.PRESENT_MIDDLE - 2, false);
        return lower
                + map.subMap(Prefilled.PRESENT_MIDDLE - 2, Prefilled.PRESENT_LAST)
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
