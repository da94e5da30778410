package dev.holstein.array.stress;

import java.util.List;

/**
 * The direct memory of the process, as the JVM counts it. Found by name, because the module under test does not read
 * {@code java.management}.
 */
final class DirectBuffers {
    private DirectBuffers() {}

    static long bytes() {
        try {
            Class<?> bean = Class.forName("java.lang.management.BufferPoolMXBean");
            List<?> pools = (List<?>) Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getPlatformMXBeans", Class.class)
                    .invoke(null, bean);
            for (Object pool : pools) {
                if (bean.getMethod("getName").invoke(pool).equals("direct")) {
                    return (long) bean.getMethod("getMemoryUsed").invoke(pool);
                }
            }
            throw new AssertionError("no direct buffers among " + pools);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
