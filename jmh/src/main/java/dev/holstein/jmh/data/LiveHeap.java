package dev.holstein.jmh.data;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the collector makes of a collection that lives on in an application. A small one is moved by some collections of the young
 * generation, which lay its objects out as they are met from its root, until it is old. One that is filled over a long time is moved to the old
 * generation piece by piece, and so lies neither in the order of its keys nor in that of its making. Without that, what makes much
 * garbage while it is filled would be measured as the collector leaves it, and what makes little in the order in which its objects were
 * made.
 */
public final class LiveHeap {
    private static final int COLLECTIONS = 2;

    /** Small enough to be young under every collector. */
    private static final int PIECE = 1 << 18;

    /** Of a collection that is filled: each is made old before the next. */
    private static final int SLICES = 8;

    /** What is smaller lies in the processor's caches, in whatever order. */
    private static final int SMALLEST_SLICED = 100_000;

    /** Against a collector that has nothing to do for so much garbage. */
    private static final int MOST_PIECES = 1 << 16;

    @SuppressWarnings("unused") // kept from being optimized away
    private static volatile byte[] garbage = {};

    private LiveHeap() {}

    /**
     * Hands over things that a collection is filled with, and makes old what there is of it after each slice. Filled at once and then moved
     * as a whole, a tree of small objects would lie in the order of its keys and be read like an array.
     *
     * @param <T> their type
     * @param things the things
     * @param sink fills the collection
     */
    public static <T> void fill(List<T> things, Consumer<? super T> sink) {
        int slices = things.size() < SMALLEST_SLICED ? 1 : SLICES;
        for (int i = 0; i < slices; i++) {
            things.subList(slice(things, i, slices), slice(things, i + 1, slices))
                    .forEach(sink);
            if (slices > 1) {
                collectYoung(1);
                System.gc();
            }
        }
    }

    private static int slice(List<?> things, int number, int slices) {
        return (int) ((long) things.size() * number / slices);
    }

    /** Makes everything that is alive old, by way of some collections of the young generation. */
    public static void settle() {
        collectYoung(COLLECTIONS);
        System.gc();
    }

    private static void collectYoung(int times) {
        long enough = collections() + times;
        for (int i = 0; i < MOST_PIECES && collections() < enough; i++) {
            garbage = new byte[PIECE];
        }
        garbage = new byte[0];
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
