package dev.holstein.list;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How far a tail that several versions share has been filled. A version whose last element is the last of all may append one more
 * into the slack behind it, which no other version looks at; of two that try, one succeeds and the other copies. So appending to a
 * persistent list copies nothing most of the time.
 *
 * <p>What is appended is written before the version that shows it is made, and that one's fields are final: even a reader that gets
 * it by a data race sees the element.
 */
final class TailClaim {
    private static final VarHandle USED;

    static {
        try {
            USED = MethodHandles.lookup().findVarHandle(TailClaim.class, "used", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int used;

    TailClaim(int used) {
        this.used = used;
    }

    /** Takes the slot after {@code count} elements, if nobody has. */
    boolean take(int count) {
        return used == count && USED.compareAndSet(this, count, count + 1);
    }
}
