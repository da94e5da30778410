package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code retainAll} and {@code removeAll} on the keys of a map are one write each: of what goes, in several leaves, a
 * reader sees all or nothing.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live map.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class MapRetainAllAtomic extends WholeWrites {
    private static final Set<Integer> STAY = IntStream.range(Prefilled.PRESENT_FIRST, Prefilled.PRESENT_LAST)
            .boxed()
            .collect(Collectors.toSet());
    private static final Set<Integer> GO =
            Set.of(Prefilled.PRESENT_FIRST, Prefilled.PRESENT_MIDDLE, Prefilled.PRESENT_LAST - 2);
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> map.keySet().retainAll(STAY))
            .then("second", map -> map.keySet().removeAll(GO));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Removes these keys. */
    protected void removeAll(Set<Integer> keys) {
        map.keySet().removeAll(keys);
    }

    @Override
    protected void first() {
        map.keySet().retainAll(STAY);
    }

    @Override
    protected void second() {
        removeAll(GO);
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
