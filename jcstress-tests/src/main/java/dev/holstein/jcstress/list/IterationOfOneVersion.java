package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * An iterator walks one version from its first element to its last, whatever is inserted and taken out meanwhile; a stream too.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code inserted}, {@code moved}: by an iterator, by a
 *       stream that begins later.
 *   <li>Forbidden: an element twice or not at all, and an exception.
 * </ul>
 */
@JCStressTest
@Outcome(
        id = {"none, none", "none, inserted", "none, moved", "inserted, inserted", "inserted, moved", "moved, moved"},
        expect = ACCEPTABLE,
        desc = "versions, in order")
@Outcome(expect = FORBIDDEN, desc = "no version, or a step back")
@State
public class IterationOfOneVersion {
    private static final ListHistory<Integer> HISTORY = Prefilled.startingAs("none")
            .then("inserted", IterationOfOneVersion::insert)
            .then("moved", IterationOfOneVersion::takeOut);

    /** The list under test. */
    protected final ConcurrentList<Integer> list = Prefilled.concurrent();

    private static void insert(List<Integer> list) {
        list.add(0, Prefilled.NEW);
    }

    private static void takeOut(List<Integer> list) {
        list.remove(Prefilled.ELEMENTS);
    }

    /** The elements, one by one. */
    protected Iterable<Integer> elements() {
        return list;
    }

    /** The elements, one by one, another way. */
    protected Iterable<Integer> streamed() {
        return () -> list.stream().iterator();
    }

    /** Moves all elements to the right. */
    @Actor
    public void writer() {
        insert(list);
        takeOut(list);
    }

    /** Walks twice. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = HISTORY.iterated(elements());
        r.r2 = HISTORY.iterated(streamed());
    }
}
