package dev.holstein.jcstress.btree;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.jcstress.harness.MapHistory;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot taken while another thread puts shows all of the put or none of it: values, size and iteration agree. And it is
 * frozen: asked again, it shows the same.
 *
 * <ul>
 *   <li>{@code before, before}: taken before the put.
 *   <li>{@code after, after}: taken after it.
 *   <li>Forbidden: {@code torn} (half a put), and two different answers (the put came into the snapshot).
 * </ul>
 */
@JCStressTest
@Outcome(id = "before, before", expect = ACCEPTABLE, desc = "taken before the put")
@Outcome(id = "after, after", expect = ACCEPTABLE, desc = "taken after the put")
@Outcome(expect = FORBIDDEN, desc = "half a put, or a snapshot that changed")
@State
public class SnapshotDuringPut {
    private static final MapHistory<Integer, Integer> HISTORY =
            Prefilled.startingAs("before").then("after", map -> map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW));

    /** The map under test. */
    protected final ConcurrentBTreeMap<Integer, Integer> map = Prefilled.concurrent();

    /** The contents at one moment, frozen. */
    protected Map<Integer, Integer> snapshot() {
        return map.snapshot();
    }

    /** Puts an absent key. */
    @Actor
    public void writer() {
        map.put(Prefilled.ABSENT_MIDDLE, Prefilled.NEW);
    }

    /** Takes a snapshot and asks it twice. */
    @Actor
    public void reader(LL_Result r) {
        Map<Integer, Integer> snapshot = snapshot();
        r.r1 = HISTORY.shownBy(snapshot);
        r.r2 = HISTORY.shownBy(snapshot);
    }
}
