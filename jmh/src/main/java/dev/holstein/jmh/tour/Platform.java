package dev.holstein.jmh.tour;

import java.lang.management.ManagementFactory;

/** What the programs of this module run as and on. */
public final class Platform {
    /** Bytes that nobody counts. */
    static final long UNKNOWN = -1;

    private Platform() {}

    /** The version in the manifest of the jar; outside a jar there is none. */
    public static String version() {
        String version = Platform.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }

    /** The version of Java. */
    public static String java() {
        return Runtime.version().toString();
    }

    /** The virtual machine and who made it. */
    public static String jvm() {
        return System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.vendor");
    }

    /** The operating system. */
    public static String os() {
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

    /** How many threads can be at work at once. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
