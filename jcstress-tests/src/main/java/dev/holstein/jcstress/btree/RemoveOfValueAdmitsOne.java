package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.OneWins;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * {@code remove(key, value)} is one step: of two threads that remove the same entry, exactly one is told that it did.
 *
 * <ul>
 *   <li>{@code true, false, one}, {@code false, true, other}: what the threads were told, and the entry is gone.
 *   <li>Forbidden: two winners, none, and a write of the loser.
 * </ul>
 */
@JCStressTest
@State
public class RemoveOfValueAdmitsOne extends OneWins {
    /** The key that both threads want. */
    protected static final int KEY = Prefilled.PRESENT_MIDDLE;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Removes {@link #KEY} if it has this value. */
    protected boolean remove(int value) {
        return map.remove(KEY, value);
    }

    @Override
    protected boolean tryOne() {
        return remove(Prefilled.OLD);
    }

    @Override
    protected boolean tryOther() {
        return remove(Prefilled.OLD);
    }

    @Override
    protected String remaining(boolean oneSucceeded) {
        if (map.containsKey(KEY) || map.size() != Prefilled.ENTRIES - 1) {
            return "still there";
        }
        return oneSucceeded ? "one" : "other";
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
