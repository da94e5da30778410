package dev.holstein.cow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A value and the number of open handles on it.
 *
 * <p><b>Who may edit in place.</b> The count is raised only through an open handle, and lowered once for each. So while
 * a handle is open, the count is at least 1; if its thread reads 1, no other handle is left that could raise it, and
 * the answer stays true until this very thread shares. A read that is late can only find more than there are: a copy
 * too many.
 *
 * <p><b>Happens-before.</b> Whoever leaves has done its last read or copy of the value; it then lowers the count with a
 * volatile update, which releases these reads, and acquires those of whoever left before (so that nothing rests on
 * release sequences, which the Java memory model does not promise). Reading 1 acquires: all of it happens-before the
 * edit. Edits need no release here: another thread gets to see them only through a handle that was shared later and
 * handed over.
 *
 * @param <T> the type of the value
 */
final class SharedValue<T> {
    /** More than any number of handles that were closed by those who made them. */
    private static final int MOST = Integer.MAX_VALUE;

    private static final VarHandle HANDLES;

    static {
        try {
            HANDLES = MethodHandles.lookup().findVarHandle(SharedValue.class, "handles", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final T value;
    final boolean borrowed;

    @SuppressWarnings("unused") // by HANDLES
    private volatile int handles = 1;

    /** Makes a value with one handle on it. */
    SharedValue(T value, boolean borrowed) {
        this.value = value;
        this.borrowed = borrowed;
    }

    int handles() {
        return (int) HANDLES.getAcquire(this);
    }

    /** Whether an open handle that asks may edit the value in place. */
    boolean mayBeEdited() {
        return !borrowed && handles() == 1;
    }

    /**
     * Counts one more, and answers whether there were any: a count that has reached zero does not come back, and one that has
     * reached its limit stays there, so that the value is always copied.
     */
    boolean enter() {
        int before;
        do {
            before = handles();
            if (before == 0) {
                return false;
            }
        } while (before != MOST && !HANDLES.compareAndSet(this, before, before + 1));
        return true;
    }

    /** Counts one less, after the last read. */
    void leave() {
        int before;
        do {
            before = handles();
        } while (before != MOST && !HANDLES.compareAndSet(this, before, before - 1));
    }
}
