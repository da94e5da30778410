package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.SizeAgreesWithIteration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Iterates over, and copies, the entries as they are when it comes by: the weak consistency of the JDK's concurrent maps. */
@JCStressTest
@State
public class IteratedWhileWritten extends SizeAgreesWithIteration {
    private final ConcurrentSkipListMap<Integer, Integer> live = new ConcurrentSkipListMap<>(Prefilled.MAP);

    @Override
    protected Map<Integer, Integer> live() {
        return live;
    }

    @Override
    protected Map<Integer, Integer> snapshot() {
        Map<Integer, Integer> copy = new TreeMap<>();
        live.forEach(copy::put);
        return copy;
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
