package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two maps used together stay sequentially consistent: of two threads that each write one map and then read the other, at
 * least one sees what the other wrote (Dekker's algorithm rests on it). Publishing with release and reading with acquire would
 * not do: a store may wait in a buffer while the thread reads on.
 *
 * <ul>
 *   <li>{@code true, true}, {@code true, false}, {@code false, true}: what the first and the second thread saw.
 *   <li>Forbidden: {@code false, false}: both read as if neither had written.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"true, true", "true, false", "false, true"},
        expect = ACCEPTABLE,
        desc = "one write came first")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "neither write came first")
@State
public class NoStoreBuffering {
    /** The key that is written to both maps. */
    protected static final int KEY = Prefilled.ABSENT_MIDDLE;

    private final ConcurrentBTreeMap<Integer, Integer> left = Prefilled.concurrent();
    private final ConcurrentBTreeMap<Integer, Integer> right = Prefilled.concurrent();

    /** Puts {@link #KEY} into one of the maps. */
    protected void put(boolean intoLeft) {
        (intoLeft ? left : right).put(KEY, Prefilled.NEW);
    }

    /** Whether one of the maps has {@link #KEY}. */
    protected boolean has(boolean inLeft) {
        return (inLeft ? left : right).containsKey(KEY);
    }

    /** Writes the left map and reads the right one. */
    @Actor
    public void one(ZZ_Result r) {
        put(true);
        r.r1 = has(false);
    }

    /** Writes the right map and reads the left one. */
    @Actor
    public void other(ZZ_Result r) {
        put(false);
        r.r2 = has(true);
    }
}
