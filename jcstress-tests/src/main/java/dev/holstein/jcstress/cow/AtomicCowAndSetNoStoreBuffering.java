package dev.holstein.jcstress.cow;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.cow.AtomicCow;
import dev.holstein.jcstress.harness.NoStoreBuffering;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * An {@link AtomicCow} and a {@link ConcurrentBTreeSet} used together stay sequentially consistent: of two threads
 * that each write one of them and then read the other, at least one sees what the other wrote.
 *
 * <ul>
 *   <li>{@code true, true}, {@code true, false}, {@code false, true}: what the first and the second thread saw of
 *       the other's write.
 *   <li>Forbidden: {@code false, false}: both read as if neither had written.
 * </ul>
 */
@JCStressTest
@State
public class AtomicCowAndSetNoStoreBuffering extends NoStoreBuffering {
    /** The value under test. */
    protected final AtomicCow<int[]> cow = AtomicCow.of(Filled.withZero(), int[]::clone);

    private final ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();

    @Override
    protected void writeOne() {
        cow.update(value -> Filled.add(value, 1));
    }

    @Override
    protected void writeOther() {
        set.add(1);
    }

    @Override
    protected boolean seenInOne() {
        return Filled.number(cow.get()) == 1;
    }

    @Override
    protected boolean seenInOther() {
        return set.contains(1);
    }

    @Actor
    @Override
    public void one(ZZ_Result r) {
        super.one(r);
    }

    @Actor
    @Override
    public void other(ZZ_Result r) {
        super.other(r);
    }
}
