package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.jcstress.harness.OneWins;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * {@code add} is one step: of two threads that add the same element to a set, exactly one is told that it did.
 *
 * <ul>
 *   <li>{@code true, false, one}, {@code false, true, other}: what the threads were told, and the element is there
 *       once.
 *   <li>Forbidden: two winners, none, and a write of the loser.
 * </ul>
 */
@JCStressTest
@State
public class SetAddAdmitsOne extends OneWins {
    /** The element that both threads add. */
    protected static final int ELEMENT = Prefilled.ABSENT_MIDDLE;

    /** The set under test. */
    protected final ConcurrentBTreeSet<Integer> set = Prefilled.concurrentSet();

    /** Adds {@link #ELEMENT}; whether it was absent. */
    protected boolean add() {
        return set.add(ELEMENT);
    }

    @Override
    protected boolean tryOne() {
        return add();
    }

    @Override
    protected boolean tryOther() {
        return add();
    }

    @Override
    protected String remaining(boolean oneSucceeded) {
        if (!set.contains(ELEMENT) || set.size() != Prefilled.ENTRIES + 1) {
            return "size " + set.size();
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
