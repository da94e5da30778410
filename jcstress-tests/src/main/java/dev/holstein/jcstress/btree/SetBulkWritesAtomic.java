package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.jcstress.harness.SetHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code addAll} and {@code removeAll} of a set are one write each: of elements in several leaves a reader sees all
 * or none.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live set.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class SetBulkWritesAtomic extends WholeWrites {
    private static final Set<Integer> ADDED =
            Set.of(Prefilled.ABSENT_FIRST, Prefilled.ABSENT_MIDDLE, Prefilled.ABSENT_NEIGHBOUR, Prefilled.ABSENT_LAST);
    private static final Set<Integer> REMOVED =
            Set.of(Prefilled.PRESENT_FIRST, Prefilled.PRESENT_MIDDLE, Prefilled.PRESENT_LAST);

    private static final SetHistory<Integer> HISTORY = Prefilled.setStartingAs("none")
            .then("first", set -> set.addAll(ADDED))
            .then("second", set -> set.removeAll(REMOVED));

    /** The set under test. */
    protected final ConcurrentBTreeSet<Integer> set = Prefilled.concurrentSet();

    /** Adds all elements, at one moment. */
    protected void addAll(Set<Integer> elements) {
        set.addAll(elements);
    }

    /** Removes all elements, at one moment. */
    protected void removeAll(Set<Integer> elements) {
        set.removeAll(elements);
    }

    @Override
    protected void first() {
        addAll(ADDED);
    }

    @Override
    protected void second() {
        removeAll(REMOVED);
    }

    @Override
    protected String seen() {
        return HISTORY.shownBy(set.snapshot());
    }

    @Override
    protected String seenAgain() {
        return HISTORY.iterated(set);
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
