package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * An iterator walks one version of a map from its first entry to its last, whatever is put and removed meanwhile; one
 * of the descending map walks one version from its last entry to its first.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: the
 *       version that is walked forwards, and one that is walked backwards later.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class WalksOfOneVersion extends WholeWrites {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> map.put(Prefilled.ABSENT_FIRST, Prefilled.NEW))
            .then("second", map -> map.remove(Prefilled.PRESENT_LAST));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The entries, first to last. */
    protected Iterable<Map.Entry<Integer, Integer>> forwards() {
        return map.entrySet();
    }

    private Iterable<Map.Entry<Integer, Integer>> backwards() {
        Deque<Map.Entry<Integer, Integer>> turned = new ArrayDeque<>();
        map.descendingMap().entrySet().forEach(turned::addFirst);
        return turned;
    }

    @Override
    protected void first() {
        map.put(Prefilled.ABSENT_FIRST, Prefilled.NEW);
    }

    @Override
    protected void second() {
        map.remove(Prefilled.PRESENT_LAST);
    }

    @Override
    protected String seen() {
        return HISTORY.iterated(forwards());
    }

    @Override
    protected String seenAgain() {
        return HISTORY.iterated(backwards());
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
