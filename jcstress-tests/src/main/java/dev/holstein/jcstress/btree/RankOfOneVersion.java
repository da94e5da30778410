package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.WholeWrites;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * The position of a key is that in one version: of two entries that an update puts before it, in different leaves,
 * both count or neither.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: {@code
 *       rank}, and then {@code indexOfKey}.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class RankOfOneVersion extends WholeWrites {
    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The name of the version that has so many. */
    private static String named(int rank) {
        return switch (rank - BEFORE) {
            case 0 -> "none";
            case 2 -> "first";
            case 4 -> "second";
            default -> "torn: " + rank;
        };
    }

    private void addTwo(int first, int middle) {
        map.update(copy -> {
            copy.put(first, Prefilled.NEW);
            copy.put(middle, Prefilled.NEW);
        });
    }

    private static final int BEFORE = Prefilled.PRESENT_LAST / 2;

    /** How many keys lie below the last but one. */
    protected int rank() {
        return map.rank(Prefilled.PRESENT_LAST, false);
    }

    @Override
    protected void first() {
        addTwo(Prefilled.ABSENT_FIRST, Prefilled.ABSENT_MIDDLE);
    }

    @Override
    protected void second() {
        addTwo(Prefilled.ABSENT_FIRST + 2, Prefilled.ABSENT_NEIGHBOUR);
    }

    @Override
    protected String seen() {
        return named(rank());
    }

    @Override
    protected String seenAgain() {
        return named(map.indexOfKey(Prefilled.PRESENT_LAST));
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Actor
    @Override
    public void reader(LL_Result r) {
        super.reader(r);
    }
}
