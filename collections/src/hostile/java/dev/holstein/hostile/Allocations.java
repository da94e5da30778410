package dev.holstein.hostile;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The bytes that the present thread has allocated so far, as HotSpot counts them. Found by name, because the modules under test do not
 * read {@code jdk.management}.
 */
final class Allocations {
    private static final MethodHandle COUNTER = counter();

    private Allocations() {}

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

    static long ofThisThread() {
        try {
            return (long) COUNTER.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
