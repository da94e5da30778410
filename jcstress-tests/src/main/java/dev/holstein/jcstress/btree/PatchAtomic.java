package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code patch} is one write: of changes that add, remove and replace in several leaves a reader sees all or none.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live map.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class PatchAtomic extends WholeWrites {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> write(map, Prefilled.OLD, Prefilled.NEW))
            .then("second", map -> map.put(Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW));
    private static final List<MapChange<Integer, Integer>> FIRST = PersistentBTreeMap.diff(
                    Prefilled.MAP, PersistentBTreeMap.copyOf(written()))
            .toList();
    private static final List<MapChange<Integer, Integer>> SECOND =
            List.of(new MapChange.Added<>(Prefilled.ABSENT_NEIGHBOUR, Prefilled.NEW));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private static void write(Map<Integer, Integer> map, int before, int after) {
        map.replace(Prefilled.PRESENT_FIRST, before, after);
        map.remove(Prefilled.PRESENT_MIDDLE);
        map.put(Prefilled.ABSENT_LAST, after);
    }

    private static Map<Integer, Integer> written() {
        Map<Integer, Integer> written = new TreeMap<>(Prefilled.contents());
        write(written, Prefilled.OLD, Prefilled.NEW);
        return written;
    }

    /** Makes some changes, at one moment. */
    protected void patch(List<MapChange<Integer, Integer>> changes) {
        map.patch(changes.stream());
    }

    @Override
    protected void first() {
        patch(FIRST);
    }

    @Override
    protected void second() {
        patch(SECOND);
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
