package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code update} is one write: of changes in several leaves, made one after the other in place of a working copy, a snapshot shows
 * all or none, and so does an iteration over the live map. A working copy that is kept and written to afterwards, by whoever
 * has it, changes no version that was published.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: the snapshot,
 *       then the iteration.
 *   <li>Forbidden: {@code torn} (some of the changes, or what was written to the copy later), and a step back.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, first", "none, second", "first, first", "first, second", "second, second"},
        expect = ACCEPTABLE,
        desc = "all or nothing, in order")
@Outcome(expect = FORBIDDEN, desc = "some of the changes, or a step back")
@State
public class UpdateAtomic {
    private static final MapHistory<Integer, Integer> HISTORY = Prefilled.startingAs("none")
            .then("first", map -> change(map, Prefilled.NEW))
            .then("second", map -> change(map, Prefilled.NEWER));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Changes keys in every leaf. */
    private static void change(Map<Integer, Integer> map, int value) {
        map.put(Prefilled.ABSENT_FIRST, value);
        map.remove(Prefilled.PRESENT_MIDDLE);
        map.put(Prefilled.ABSENT_MIDDLE, value);
        map.put(Prefilled.ABSENT_NEIGHBOUR, value);
        map.put(Prefilled.PRESENT_LAST, value);
    }

    /** Makes some changes, at one moment. */
    protected void update(Consumer<CowBTreeMap<Integer, Integer>> edit) {
        map.update(edit);
    }

    /** Changes every leaf, twice, and goes on writing to the copies. */
    @Actor
    public void writer() {
        changeAndGoOn(Prefilled.NEW);
        changeAndGoOn(Prefilled.NEWER);
    }

    private void changeAndGoOn(int value) {
        CowBTreeMap<?, ?>[] kept = new CowBTreeMap<?, ?>[1];
        update(copy -> {
            change(copy, value);
            kept[0] = copy;
        });
        kept[0].clear();
        kept[0].remove(Prefilled.PRESENT_FIRST);
    }

    /** Looks at a snapshot, then iterates over the live map. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.shownBy(map.snapshot());
        r.r2 = HISTORY.iterated(map);
    }
}
