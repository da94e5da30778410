package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.CallsExactlyOnce;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;

/**
 * {@code replaceAll} calls its function exactly once for each entry, also if another thread writes meanwhile: it is
 * not made again on a newer version, and what the other thread wrote is not lost.
 *
 * <ul>
 *   <li>{@code 0, right}: no call too many or too few, and both writes are there, in either order.
 *   <li>Forbidden: a retry that called again, a call that was left out, and a result that was lost.
 * </ul>
 */
@JCStressTest
@State
public class MapReplaceAllExactlyOnce extends CallsExactlyOnce {
    private static final int STEP = 10;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Replaces each value by what {@link #next} answers. */
    protected void replaceAll() {
        map.replaceAll((key, value) -> next(value));
    }

    /** The function under test. */
    protected final Integer next(int value) {
        called();
        return value + 1;
    }

    @Override
    protected void callOne() {
        replaceAll();
    }

    @Override
    protected void callOther() {
        map.merge(Prefilled.PRESENT_MIDDLE, STEP, Integer::sum);
    }

    @Override
    protected int callsDue() {
        return Prefilled.ENTRIES;
    }

    @Override
    protected String remaining() {
        int middle = map.getOrDefault(Prefilled.PRESENT_MIDDLE, 0);
        int last = map.getOrDefault(Prefilled.PRESENT_LAST, 0);
        return middle == STEP + 1 && last == 1 ? "right" : middle + " and " + last;
    }

    @Actor
    @Override
    public void one() {
        super.one();
    }

    @Actor
    @Override
    public void other() {
        super.other();
    }

    @Arbiter
    @Override
    public void outcome(IL_Result r) {
        super.outcome(r);
    }
}
