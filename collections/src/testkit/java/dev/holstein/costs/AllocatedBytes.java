package dev.holstein.costs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The bytes that the present thread has allocated so far, as HotSpot counts them. Found by name, because the modules
 * under test do not read {@code jdk.management}; called by a handle, which itself allocates nothing.
 */
public final class AllocatedBytes {
    private static final MethodHandle COUNTER = counter();

    private AllocatedBytes() {}

    private static MethodHandle counter() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return MethodHandles.publicLookup()
                    .findVirtual(
                            Class.forName("com.sun.management.ThreadMXBean"),
                            "getCurrentThreadAllocatedBytes",
                            MethodType.methodType(long.class))
                    .bindTo(threads);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public static long ofThisThread() {
        try {
            return (long) COUNTER.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What an action allocates once it is warm: the least of several runs, as the JVM may allocate something of
     * its own.
     */
    public static long of(int runs, Runnable action) {
        long unused = ofThisThread(); // links the call
        long least = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long before = ofThisThread();
            action.run();
            least = Math.min(least, ofThisThread() - before);
        }
        return least;
    }
}
