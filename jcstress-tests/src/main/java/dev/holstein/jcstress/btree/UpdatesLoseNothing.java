package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@code update} takes a turn: of two threads that each count two keys in a working copy, no count is lost, and both keys agree.
 *
 * <ul>
 *   <li>{@code 2, 2}: both updates were made, one on what the other had left.
 *   <li>Forbidden: anything less.
 * </ul>
 */
@JCStressTest
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "both were counted")
@Outcome(expect = FORBIDDEN, desc = "a count was lost")
@State
public class UpdatesLoseNothing {
    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Makes some changes, at one moment. */
    protected void update(Consumer<CowBTreeMap<Integer, Integer>> edit) {
        map.update(edit);
    }

    private void count() {
        update(copy -> {
            copy.merge(Prefilled.ABSENT_FIRST, 1, Integer::sum);
            copy.merge(Prefilled.ABSENT_LAST, 1, Integer::sum);
        });
    }

    /** Counts both keys. */
    @Actor
    public void one() {
        count();
    }

    /** Counts both keys. */
    @Actor
    public void other() {
        count();
    }

    /** Reads what was counted. */
    @Arbiter
    public void total(II_Result r) {
        r.r1 = map.getOrDefault(Prefilled.ABSENT_FIRST, 0);
        r.r2 = map.getOrDefault(Prefilled.ABSENT_LAST, 0);
    }
}
