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
 * {@code clear} is one write: a reader sees all entries or none, never some.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live map.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class MapClearAtomic extends WholeWrites {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", Map::clear)
            .then("second", map -> map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Removes all entries. */
    protected void clear() {
        map.clear();
    }

    @Override
    protected void first() {
        clear();
    }

    @Override
    protected void second() {
        map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW);
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
