package dev.holstein.jmh.data;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the collector makes of a collection that lives on in an application: some collections of the young generation move it, and lay
 * its objects out as they are met from its root, until it is old. Without that, what makes much garbage while it is filled would be
 * measured as the collector leaves it, and what makes little in the order in which its objects were made.
 */
public final class LiveHeap {
    private static final int COLLECTIONS = 2;
    private static final int PIECE = 1 << 20;

    /** Against a collector that has nothing to do for so much garbage. */
    private static final int MOST_PIECES = 1 << 14;

    @SuppressWarnings("unused") // kept from being optimized away
    private static volatile byte[] garbage = {};

    private LiveHeap() {}

    /** Makes everything that is alive old, by way of some collections of the young generation. */
    public static void settle() {
        long enough = collections() + COLLECTIONS;
        for (int i = 0; i < MOST_PIECES && collections() < enough; i++) {
            garbage = new byte[PIECE];
        }
        garbage = new byte[0];
        System.gc();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
