package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.OneWins;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * {@code replace(key, before, after)} is one step: of two threads that replace the same value, exactly one is told
 * that it did, and its value stays.
 *
 * <ul>
 *   <li>{@code true, false, one}, {@code false, true, other}: what the threads were told, and whose value there is.
 *   <li>Forbidden: two winners, none, and a write of the loser.
 * </ul>
 */
@JCStressTest
@State
public class MapReplaceAdmitsOne extends OneWins {
    /** The key that both threads want. */
    protected static final int KEY = Prefilled.PRESENT_MIDDLE;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Replaces the value at {@link #KEY} if it is the first argument. */
    protected boolean replace(int before, int after) {
        return map.replace(KEY, before, after);
    }

    @Override
    protected boolean tryOne() {
        return replace(Prefilled.OLD, Prefilled.NEW);
    }

    @Override
    protected boolean tryOther() {
        return replace(Prefilled.OLD, Prefilled.NEWER);
    }

    @Override
    protected String remaining(boolean oneSucceeded) {
        return switch (map.getOrDefault(KEY, Prefilled.OLD)) {
            case Prefilled.NEW -> "one";
            case Prefilled.NEWER -> "other";
            default -> "neither";
        };
    }

    @Actor
    @Override
    public void one(LLL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(LLL_Result r) {
        super.other(r);
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
