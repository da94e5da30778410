package dev.holstein.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The cell through which a concurrent face publishes its versions, one at a time.
 *
 * <p>Reads and writes are volatile, not acquire and release: two structures used together stay sequentially consistent (a
 * thread that writes one and then reads the other cannot miss a thread that does the reverse), as the JDK's own concurrent
 * collections are. On the machines we know a volatile read costs what an acquiring read costs.
 *
 * @param <S> the state, immutable and complete by its final fields
 */
public class Published<S> {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Published.class, "state", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Written from outside by {@link Versions}, where a call could overflow the stack between several of them. */
    volatile S state;

    volatile @Nullable Object kept;

    /**
     * Makes a cell.
     *
     * @param first the first version
     */
    public Published(S first) {
        state = first;
    }

    /**
     * The version published last: one volatile read.
     *
     * @return the state
     */
    public final S get() {
        return state;
    }

    /**
     * Publishes a version: one volatile write. Everything done before it happens-before every read that sees it.
     *
     * @param next the state to publish
     */
    public final void set(S next) {
        state = next;
        forget();
    }

    /**
     * Publishes a version if the present one is the one expected.
     *
     * @param expected the state compared by identity
     * @param next the state to publish
     * @return whether it was published
     */
    public final boolean compareAndSet(S expected, S next) {
        if (!STATE.compareAndSet(this, expected, next)) {
            return false;
        }
        forget();
        return true;
    }

    /**
     * What readers have kept of the present version, or, for a moment, of the one before: whoever uses it asks which.
     *
     * @return what was kept last; null if nothing was, or the version was replaced since
     */
    public final @Nullable Object kept() {
        return kept;
    }

    /**
     * Keeps what was made of a version to find things in it faster, for as long as it is the present one: nothing of an old version
     * stays alive by it. A reader that comes late takes away again what it has brought; volatile reads and writes have one order, so
     * either it sees that the version is gone, or the writer sees what was kept.
     *
     * @param of the version
     * @param made what was made of it
     */
    public final void keep(S of, Object made) {
        kept = made;
        if (state != of) {
            kept = null;
        }
    }

    private void forget() {
        if (kept != null) {
            kept = null;
        }
    }
}
