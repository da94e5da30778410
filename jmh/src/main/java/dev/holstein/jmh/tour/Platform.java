package dev.holstein.jmh.tour;

import java.lang.management.ManagementFactory;

/** What the tour runs as and on. */
final class Platform {
    /** Bytes that nobody counts. */
    static final long UNKNOWN = -1;

    private Platform() {}

    /** The version in the manifest of the jar; outside a jar there is none. */
    static String version() {
        String version = Platform.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }

    static String java() {
        return Runtime.version().toString();
    }

    static String jvm() {
        return System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.vendor");
    }

    static String os() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    /** What the calling thread has allocated so far: bytes, or {@link #UNKNOWN} if this JVM does not count them. */
    static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                        && threads.isThreadAllocatedMemorySupported()
                        && threads.isThreadAllocatedMemoryEnabled()
                ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                : UNKNOWN;
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
