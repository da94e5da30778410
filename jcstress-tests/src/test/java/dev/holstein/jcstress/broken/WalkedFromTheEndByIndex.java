package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.ReversedWalkOfOneVersion;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Asks the live list for the element before, each time.
 */
@JCStressTest
@State
public class WalkedFromTheEndByIndex extends ReversedWalkOfOneVersion {
    @Override
    protected Iterable<Integer> backwards() {
        List<Integer> walked = new ArrayList<>();
        for (int i = list.size() - 1; i >= 0; i--) {
            walked.add(list.get(i));
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
