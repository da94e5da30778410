package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.function.Predicate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code removeIf} on the keys of a map, and on its entries, is one write: of what goes, in every leaf, a reader sees
 * all or nothing.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live map.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class MapRemoveIfAtomic extends WholeWrites {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> map.keySet().removeIf(MapRemoveIfAtomic::isThird))
            .then("second", map -> map.keySet().removeIf(MapRemoveIfAtomic::isFourth));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    private static boolean isThird(int key) {
        return key % 3 == 0;
    }

    private static boolean isFourth(int key) {
        return key % 4 == 0;
    }

    /** Removes the keys that a predicate chooses. */
    protected void removeIf(Predicate<Integer> goes) {
        map.entrySet().removeIf(entry -> goes.test(entry.getKey()));
    }

    @Override
    protected void first() {
        map.keySet().removeIf(MapRemoveIfAtomic::isThird);
    }

    @Override
    protected void second() {
        removeIf(MapRemoveIfAtomic::isFourth);
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
