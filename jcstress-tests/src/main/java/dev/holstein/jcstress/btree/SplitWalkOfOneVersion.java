package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import java.util.Spliterator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * All parts of a spliterator walk one version, the one that was present when it was first asked for anything: what is written
 * between the walks of its parts shows in none of them.
 *
 * <ul>
 *   <li>{@code 0, 0}, {@code 1, 1}: whether each part shows what an update wrote to its end of the map.
 *   <li>Forbidden: parts of different moments.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"0, 0", "1, 1"},
        expect = ACCEPTABLE,
        desc = "both parts show the same moment")
@Outcome(expect = FORBIDDEN, desc = "parts of different moments")
@State
public class SplitWalkOfOneVersion {
    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The values in two parts. */
    protected Spliterator<Integer>[] parts() {
        Spliterator<Integer> last = map.values().spliterator();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Spliterator<Integer>[] parts = new Spliterator[] {last.trySplit(), last};
        return parts;
    }

    /** Writes to both ends of the map, at one moment. */
    @Actor
    public void writer() {
        map.update(copy -> {
            copy.put(Prefilled.PRESENT_FIRST, 1);
            copy.put(Prefilled.PRESENT_LAST, 1);
        });
    }

    /** Walks one part after the other. */
    @Actor
    public void reader(II_Result r) {
        Spliterator<Integer>[] parts = parts();
        parts[0].forEachRemaining(value -> r.r1 += value);
        parts[1].forEachRemaining(value -> r.r2 += value);
    }
}
