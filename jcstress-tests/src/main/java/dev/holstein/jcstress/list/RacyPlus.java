package dev.holstein.jcstress.list;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holstein.jcstress.harness.ListHistory;
import dev.holstein.list.PersistentList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A version that {@code plus} made by writing behind the elements of another, into a leaf that both share, is complete to whoever sees
 * it through a data race; and the version it was made of shows none of it.
 *
 * <ul>
 *   <li>{@code nothing, before}: the reader came first. {@code complete, before}: it saw the new version, and all of it.
 *   <li>Forbidden: a new version in which an element is missing, and an old one with other elements than before.
 * </ul>
 */
@JCStressTest
@Outcome(id = "nothing, before", expect = ACCEPTABLE, desc = "not handed over yet")
@Outcome(id = "complete, before", expect = ACCEPTABLE, desc = "handed over")
@Outcome(expect = FORBIDDEN, desc = "an incomplete version, or one that changed")
@State
public class RacyPlus {
    /** How many elements are appended. */
    protected static final int APPENDED = 64;

    private static final ListHistory<Integer> BEFORE = Prefilled.only("before", list -> list.add(Prefilled.ELEMENTS));
    private static final ListHistory<Integer> AFTER = BEFORE.then("complete", list -> {
        for (int i = 0; i < APPENDED; i++) {
            list.add(Prefilled.NEW);
        }
    });

    /** A version with room behind its last element. */
    protected final PersistentList<Integer> base = Prefilled.withRoom();

    /** Where the version is handed over: plain, a data race. */
    protected @Nullable List<Integer> shared;

    /** Appends, and hands the last version over. */
    protected void handOver() {
        PersistentList<Integer> version = base;
        for (int i = 0; i < APPENDED; i++) {
            version = version.plus(Prefilled.NEW);
        }
        shared = version;
    }

    /** Hands a new version over without any synchronization. */
    @Actor
    public void writer() {
        handOver();
    }

    /** Reads whatever was handed over, and the version it was made of. */
    @Actor
    public void reader(LL_Result r) {
        List<Integer> seen = shared;
        r.r1 = seen == null ? "nothing" : AFTER.shownBy(seen);
        r.r2 = BEFORE.shownBy(base);
    }
}
