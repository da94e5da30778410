package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.WalksOfOneVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Asks the live map for the next entry each time.
 */
@JCStressTest
@State
public class WalkedFromKeyToKey extends WalksOfOneVersion {
    @Override
    protected Iterable<Map.Entry<Integer, Integer>> forwards() {
        Deque<Map.Entry<Integer, Integer>> walked = new ArrayDeque<>();
        for (Map.Entry<Integer, Integer> entry = map.firstEntry();
                entry != null;
                entry = map.higherEntry(entry.getKey())) {
            walked.addLast(entry);
        }
        return walked;
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
