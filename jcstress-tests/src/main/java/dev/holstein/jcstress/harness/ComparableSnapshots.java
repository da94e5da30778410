package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Snapshots are ordered as the writes they saw: of two threads that each write, and then take a snapshot, each finds its own write in it,
 * and at least one finds the other's too. So one of the two snapshots has all that the other one has, and a third thread can tell which is
 * the later one.
 *
 * <ul>
 *   <li>{@code both, both}, {@code own, both}, {@code both, own}: what the snapshots of the first and the second thread show.
 *   <li>Forbidden: {@code own, own} (each has what the other has not), and a snapshot without one's own write.
 * </ul>
 *
 * @param <S> the type of the snapshots
 */
@Outcome(
        id = {"both, both", "own, both", "both, own"},
        expect = ACCEPTABLE,
        desc = "one has all that the other one has")
@Outcome(expect = FORBIDDEN, desc = "each has what the other one has not, or a write is missing")
public abstract class ComparableSnapshots<S> {
    /** One structure, without the two writes. */
    protected ComparableSnapshots() {}

    /** Writes what {@link #hasOne} looks for, and answers the contents after that. */
    protected abstract S writeOne();

    /** Writes what {@link #hasOther} looks for, and answers the contents after that. */
    protected abstract S writeOther();

    /** Whether a snapshot shows what {@link #writeOne} wrote. */
    protected abstract boolean hasOne(S snapshot);

    /** Whether a snapshot shows what {@link #writeOther} wrote. */
    protected abstract boolean hasOther(S snapshot);

    /** Writes, and takes a snapshot. */
    @Actor
    public void one(LL_Result r) {
        S snapshot = writeOne();
        r.r1 = told(hasOne(snapshot), hasOther(snapshot));
    }

    /** Writes, and takes a snapshot. */
    @Actor
    public void other(LL_Result r) {
        S snapshot = writeOther();
        r.r2 = told(hasOther(snapshot), hasOne(snapshot));
    }

    private static String told(boolean own, boolean others) {
        return own ? others ? "both" : "own" : "not even its own";
    }
}
