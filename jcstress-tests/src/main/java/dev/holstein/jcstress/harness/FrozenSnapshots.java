package dev.holstein.jcstress.harness;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A snapshot taken while another thread writes is one version, and shows the same when it is asked again, after more was written.
 *
 * <ul>
 *   <li>{@code x, x} with {@code x} one of {@code none}, {@code first}, {@code second}: the same snapshot, asked twice.
 *   <li>Forbidden: half a write, and a snapshot that changes.
 * </ul>
 *
 * @param <S> the type of the snapshots
 */
@Outcome(
        id = {"none, none", "first, first", "second, second"},
        expect = ACCEPTABLE,
        desc = "one version")
@Outcome(expect = FORBIDDEN, desc = "no version, or two")
public abstract class FrozenSnapshots<S> {
    /** One structure, with what is called {@code none} in it. */
    protected FrozenSnapshots() {}

    /** Writes what is called {@code first}. */
    protected abstract void first();

    /** Writes what is called {@code second}. */
    protected abstract void second();

    /** The contents at this moment, frozen. */
    protected abstract S snapshot();

    /** The name of the version that a snapshot shows, or a word on what is wrong. */
    protected abstract String seenIn(S snapshot);

    /** Writes twice. */
    @Actor
    public void writer() {
        first();
        second();
    }

    /** Takes a snapshot, and asks it twice. */
    @Actor
    public void reader(LL_Result r) {
        S snapshot = snapshot();
        r.r1 = History.answered(() -> seenIn(snapshot));
        r.r2 = History.answered(() -> seenIn(snapshot));
    }
}
