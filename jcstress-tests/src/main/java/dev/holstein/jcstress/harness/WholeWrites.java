package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Each write is seen whole or not at all, by readers that read once or twice, and nobody goes back: all or nothing, isolation, and the order
 * of writes.
 *
 * <ul>
 *   <li>{@code x, y} with {@code x} up to {@code y} in the order {@code none}, {@code first}, {@code second}: what the reader sees, and
 *       what it sees after that.
 *   <li>Forbidden: anything between two versions ({@code torn}), an exception, and a step back.
 * </ul>
 */
@Outcome(
        id = {"none, none", "none, first", "none, second", "first, first", "first, second", "second, second"},
        expect = ACCEPTABLE,
        desc = "all or nothing, in order")
@Outcome(expect = FORBIDDEN, desc = "half a write, or a step back")
public abstract class WholeWrites {
    /** One structure, with what is called {@code none} in it. */
    protected WholeWrites() {}

    /** Writes what is called {@code first}. */
    protected abstract void first();

    /** Writes what is called {@code second}. */
    protected abstract void second();

    /** The name of the version that is seen at this moment, or a word on what is wrong. */
    protected abstract String seen();

    /** The same, a second time; perhaps in another way. */
    protected String seenAgain() {
        return seen();
    }

    /** Writes twice. */
    @Actor
    public void writer() {
        first();
        second();
    }

    /** Reads twice. */
    @Actor
    public void reader(LL_Result r) {
        r.r1 = History.answered(this::seen);
        r.r2 = History.answered(this::seenAgain);
    }
}
