package dev.holstein.array;

import dev.holstein.core.Checks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What several others may refer to: a page, or a node above pages.
 *
 * <p><b>Memory order.</b> {@link #drop} releases, and {@link #isShared} acquires: whoever finds that he is the only one left comes
 * after all reads that were made through the references given up, and may write in place. A count that has reached zero never
 * comes back.
 *
 * <p>A count can rise only by the hands of somebody who holds a reference. So "one" is a lasting answer for the only holder.
 */
abstract class Counted {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Counted.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // by COUNT
    private int count = 1;

    /** Adds a reference; the caller holds one, directly or through a parent. */
    final void retain() {
        int present;
        do {
            present = (int) COUNT.getOpaque(this);
            if (present <= 0) {
                throw Checks.bug("A1", "a reference is taken to what was given back: count " + present);
            }
        } while (!COUNT.weakCompareAndSet(this, present, present + 1));
    }

    /** Gives up a reference; true for the last one, whose holder then frees what is held. */
    final boolean drop() {
        int before = (int) COUNT.getAndAdd(this, -1);
        if (before <= 0) {
            throw Checks.bug("A2", "given back twice: count " + before);
        }
        return before == 1;
    }

    /** Whether there is more than one reference. */
    final boolean isShared() {
        return count() > 1;
    }

    final int count() {
        return (int) COUNT.getAcquire(this);
    }
}
