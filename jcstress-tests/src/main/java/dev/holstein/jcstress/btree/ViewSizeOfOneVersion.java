package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.WholeWrites;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * The size of a view is that of one version: of two entries that an update adds at both ends of it, both are counted
 * or neither.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: the
 *       size of the view, and then that of the descending view.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class ViewSizeOfOneVersion extends WholeWrites {
    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The name of the version that has so many. */
    private static String named(int size) {
        return switch (size - BEFORE) {
            case 0 -> "none";
            case 2 -> "first";
            case 4 -> "second";
            default -> "torn: " + size;
        };
    }

    private void addTwo(int first, int middle) {
        map.update(copy -> {
            copy.put(first, Prefilled.NEW);
            copy.put(middle, Prefilled.NEW);
        });
    }

    private static final int BEFORE = Prefilled.ENTRIES - 2;

    /** How many entries lie between the first and the last. */
    protected int size() {
        return map.subMap(0, false, 2 * (Prefilled.ENTRIES - 1), false).size();
    }

    @Override
    protected void first() {
        addTwo(Prefilled.ABSENT_FIRST, Prefilled.ABSENT_LAST);
    }

    @Override
    protected void second() {
        addTwo(Prefilled.ABSENT_FIRST + 2, Prefilled.ABSENT_LAST + 2);
    }

    @Override
    protected String seen() {
        return named(size());
    }

    @Override
    protected String seenAgain() {
        return named(map.descendingMap()
                .subMap(2 * (Prefilled.ENTRIES - 1), false, 0, false)
                .size());
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
