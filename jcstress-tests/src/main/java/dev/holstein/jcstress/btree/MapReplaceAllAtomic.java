package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code replaceAll} is one write: of all values, in every leaf, a reader sees the new ones or the old ones.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live map.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class MapReplaceAllAtomic extends WholeWrites {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", MapReplaceAllAtomic::count)
            .then("second", MapReplaceAllAtomic::count);

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private static void count(Map<Integer, Integer> map) {
        map.replaceAll((key, value) -> value + 1);
    }

    /** Adds one to each value. */
    protected void count() {
        count(map);
    }

    @Override
    protected void first() {
        count();
    }

    @Override
    protected void second() {
        count();
    }

    @Override
    protected String seen() {
        return HISTORY.shownBy(map.snapshot());
    }

    @Override
    protected String seenAgain() {
        return HISTORY.iterated(map);
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
