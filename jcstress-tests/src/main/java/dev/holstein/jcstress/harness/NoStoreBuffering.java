package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two structures used together stay sequentially consistent: of two threads that each write one of them and then read the other, at least
 * one sees what the other wrote (Dekker's algorithm rests on it). Publishing with release and reading with acquire would not do: a store may
 * wait in a buffer while the thread reads on.
 *
 * <ul>
 *   <li>{@code true, true}, {@code true, false}, {@code false, true}: what the first and the second thread saw.
 *   <li>Forbidden: {@code false, false}: both read as if neither had written.
 * </ul>
 */
@Outcome(
        id = {"true, true", "true, false", "false, true"},
        expect = ACCEPTABLE,
        desc = "one write came first")
@Outcome(expect = FORBIDDEN, desc = "neither write came first")
public abstract class NoStoreBuffering {
    /** Two structures. */
    protected NoStoreBuffering() {}

    /** Writes to the one structure. */
    protected abstract void writeOne();

    /** Writes to the other structure. */
    protected abstract void writeOther();

    /** Whether the one structure shows what was written to it. */
    protected abstract boolean seenInOne();

    /** Whether the other structure shows what was written to it. */
    protected abstract boolean seenInOther();

    /** Writes the one and reads the other. */
    @Actor
    public void one(ZZ_Result r) {
        writeOne();
        r.r1 = seenInOther();
    }

    /** Writes the other and reads the one. */
    @Actor
    public void other(ZZ_Result r) {
        writeOther();
        r.r2 = seenInOne();
    }
}
