package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.btree.Prefilled;
import dev.holstein.jcstress.btree.SplitWalkOfOneVersion;
import java.util.Spliterator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Makes the parts of two live views, each of the moment when it is walked. */
@JCStressTest
@State
public class SplitWalkOfLiveParts extends SplitWalkOfOneVersion {
    @Override
    protected Spliterator<Integer>[] parts() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Spliterator<Integer>[] parts = new Spliterator[] {
            map.headMap(Prefilled.PRESENT_MIDDLE).values().spliterator(),
            map.tailMap(Prefilled.PRESENT_MIDDLE).values().spliterator()
        };
        return parts;
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(II_Result r) {
        super.reader(r);
    }
}
