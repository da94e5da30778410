package dev.holstein.jcstress.array;

import dev.holstein.array.PagedArray;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;

/**
 * Does at once what the collector does some time after a handle was dropped: it runs the handle's {@link Cleaner}. A real collection would
 * take milliseconds, and meet another thread's step by chance only; which thread it is makes no difference to the arrays.
 */
final class Collector {
    private static final VarHandle CLEANABLE;

    static {
        try {
            CLEANABLE = MethodHandles.privateLookupIn(PagedArray.class, MethodHandles.lookup())
                    .findVarHandle(PagedArray.class, "cleanable", Cleaner.Cleanable.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Collector() {}

    static void reclaim(PagedArray<?> dropped) {
        ((Cleaner.Cleanable) CLEANABLE.get(dropped)).clean();
    }
}
