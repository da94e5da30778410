package dev.holstein.jmh.tour;

/** What the tour runs as and on. */
final class Platform {
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

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
