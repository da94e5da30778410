package dev.holstein.jcstress.list;

import dev.holstein.jcstress.harness.OneWins;
import dev.holstein.list.ConcurrentList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * {@code remove(Object)} is one step: of two threads that remove an element that is there once, exactly one is told
 * that it did, and nothing else goes.
 *
 * <ul>
 *   <li>{@code true, false, one}, {@code false, true, other}: what the threads were told, and the element is gone,
 *       and only that.
 *   <li>Forbidden: two winners, none, and a write of the loser.
 * </ul>
 */
@JCStressTest
@State
public class RemoveElementAdmitsOne extends OneWins {
    /** The element that both threads remove. */
    protected static final Integer ELEMENT = Prefilled.MIDDLE;

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** Removes {@link #ELEMENT}; whether it was there. */
    protected boolean remove() {
        return list.remove((Object) ELEMENT);
    }

    @Override
    protected boolean tryOne() {
        return remove();
    }

    @Override
    protected boolean tryOther() {
        return remove();
    }

    @Override
    protected String remaining(boolean oneSucceeded) {
        if (list.contains(ELEMENT) || list.size() != Prefilled.ELEMENTS - 1) {
            return "size " + list.size();
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
