package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.NothingLost;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * {@code pollFirstEntry} is one step: two threads that poll get the first two entries, one each, and both are gone.
 *
 * <ul>
 *   <li>{@code both}: each thread got one of the first two entries.
 *   <li>Forbidden: anything else.
 * </ul>
 */
@JCStressTest
@State
public class PollFirstAdmitsOne extends NothingLost {
    private int one;
    private int other;

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** Takes the first entry out, and answers its key. */
    protected int poll() {
        Map.Entry<Integer, Integer> first = map.pollFirstEntry();
        return first == null ? -1 : first.getKey();
    }

    @Override
    protected void writeOne() {
        one = poll();
    }

    @Override
    protected void writeOther() {
        other = poll();
    }

    @Override
    protected String remaining() {
        boolean each = one == 0 && other == 2 || one == 2 && other == 0;
        boolean gone = map.firstKey() == 4 && map.size() == Prefilled.ENTRIES - 2;
        return each && gone ? "both" : one + " and " + other + ", then " + map.firstKey();
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
    public void outcome(L_Result r) {
        super.outcome(r);
    }
}
