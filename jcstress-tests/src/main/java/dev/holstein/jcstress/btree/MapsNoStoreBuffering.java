package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.NoStoreBuffering;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two maps used together stay sequentially consistent: of two threads that each write one map and then read the other, at
 * least one sees what the other wrote (Dekker's algorithm rests on it).
 *
 * <ul>
 *   <li>{@code true, true}, {@code true, false}, {@code false, true}: what the first and the second thread saw.
 *   <li>Forbidden: {@code false, false}: both read as if neither had written.
 * </ul>
 */
@JCStressTest
@State
public class MapsNoStoreBuffering extends NoStoreBuffering {
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

    @Override
    protected void writeOne() {
        put(true);
    }

    @Override
    protected void writeOther() {
        put(false);
    }

    @Override
    protected boolean seenInOne() {
        return has(true);
    }

    @Override
    protected boolean seenInOther() {
        return has(false);
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
