package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.list.IterationOfOneVersion;
import java.util.stream.IntStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Asks for one index after the other, each atomically. */
@JCStressTest
@State
public class IteratedByIndex extends IterationOfOneVersion {
    @Override
    protected Iterable<Integer> elements() {
        return () -> IntStream.range(0, list.size()).map(list::get).iterator();
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
