package dev.holstein.jcstress.cow;

import dev.holstein.cow.AtomicCow;
import dev.holstein.jcstress.harness.ComparableSnapshots;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Values are ordered as the writes they saw: of two threads that each write a place of their own and then read, at
 * least one sees both.
 *
 * <ul>
 *   <li>{@code both, both}, {@code own, both}, {@code both, own}: the writes that the two snapshots show.
 *   <li>Forbidden: {@code own, own}, each has what the other one has not; and a snapshot without one's own write.
 * </ul>
 */
@JCStressTest
@State
public class AtomicCowSnapshotsComparable extends ComparableSnapshots<int[]> {
    /** The value under test. */
    protected final AtomicCow<int[]> cow = AtomicCow.of(Filled.withZero(), int[]::clone);

    private static final int LAST = Filled.LENGTH - 1;

    /** Writes to one place of the value, and answers the value after that. */
    protected int[] writeAndLook(int place) {
        cow.update(value -> value[place] = 1);
        return cow.snapshot();
    }

    @Override
    protected int[] writeOne() {
        return writeAndLook(0);
    }

    @Override
    protected int[] writeOther() {
        return writeAndLook(LAST);
    }

    @Override
    protected boolean hasOne(int[] snapshot) {
        return snapshot[0] == 1;
    }

    @Override
    protected boolean hasOther(int[] snapshot) {
        return snapshot[LAST] == 1;
    }

    @Actor
    @Override
    public void one(LL_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(LL_Result r) {
        super.other(r);
    }
}
