package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.list.ConcurrentList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Whoever reads a list while another thread appends sees a prefix of what is appended: every element before the size it saw is there,
 * by index and in an iteration that begins later.
 *
 * <ul>
 *   <li>{@code complete, complete}: what is found below the size by index, from the last one down, and by iteration.
 *   <li>Forbidden: a place below the size with anything but its element, and an iteration that is shorter than the size seen before.
 * </ul>
 */
@JCStressTest
@Outcome(id = "complete, complete", expect = ACCEPTABLE, desc = "a prefix")
@Outcome(expect = FORBIDDEN, desc = "a size without its elements")
@State
public class PrefixOfAppends {
    private static final int APPENDED = 6;

    private final ConcurrentList<Integer> list = Prefilled.concurrent();

    /** The list under test. */
    protected List<Integer> list() {
        return list;
    }

    /** Appends, to each index the index. */
    @Actor
    public void writer() {
        List<Integer> appended = list();
        for (int i = 0; i < APPENDED; i++) {
            appended.add(Prefilled.ELEMENTS + i);
        }
    }

    /** Reads from the end, where the writer is at work. */
    @Actor
    public void reader(LL_Result r) {
        List<Integer> seen = list();
        int size = seen.size();
        r.r1 = byIndex(seen, size);
        r.r2 = byIteration(seen, size);
    }

    private static String byIndex(List<Integer> seen, int size) {
        for (int i = size - 1; i >= Prefilled.ELEMENTS - 1; i--) {
            Integer element = seen.get(i);
            if (element == null || element != i) {
                return element + " at " + i;
            }
        }
        return "complete";
    }

    private static String byIteration(List<Integer> seen, int size) {
        int i = 0;
        for (Integer element : seen) {
            if (element == null || element != i) {
                return element + " at " + i;
            }
            i++;
        }
        return i < size ? i + " elements of " + size : "complete";
    }
}
