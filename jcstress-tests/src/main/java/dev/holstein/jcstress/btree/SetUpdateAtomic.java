package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.jcstress.harness.SetHistory;
import dev.holstein.jcstress.harness.WholeWrites;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * {@code update} of a set is one write: of additions and removals in several leaves a reader sees all or none.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what a
 *       snapshot shows, and then an iteration over the live set.
 *   <li>Forbidden: some of a write without the rest, an exception, and a step back.
 * </ul>
 */
@JCStressTest
@State
public class SetUpdateAtomic extends WholeWrites {
    private static final SetHistory<Integer> HISTORY = Prefilled.setStartingAs("none")
            .then("first", SetUpdateAtomic::addAndRemove)
            .then("second", Set::clear);

    /** The set under test. */
    protected final ConcurrentBTreeSet<Integer> set = Prefilled.concurrentSet();

    private static void addAndRemove(Set<Integer> set) {
        set.add(Prefilled.ABSENT_FIRST);
        set.remove(Prefilled.PRESENT_MIDDLE);
        set.add(Prefilled.ABSENT_LAST);
    }

    /** Edits a copy, and publishes it. */
    protected void update(Consumer<Set<Integer>> edit) {
        set.update(edit);
    }

    @Override
    protected void first() {
        update(SetUpdateAtomic::addAndRemove);
    }

    @Override
    protected void second() {
        update(Set::clear);
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
