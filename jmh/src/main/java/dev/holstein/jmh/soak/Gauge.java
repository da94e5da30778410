package dev.holstein.jmh.soak;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is in use when nobody is at work and all garbage is collected, read again and again: whatever grows without end is found by
 * comparing the last readings with the first.
 */
final class Gauge {
    /** The first part of the readings is left out: by then everything is as large as it gets. */
    private static final double WARM_UP = 0.25;

    private static final int THIRDS = 3;

    /** What a collector leaves lying about, and the size of models that happen to be larger. */
    private static final long HEAP_SLACK = 12L << 20;

    private static final long DIRECT_SLACK = 4L << 20;

    /** So many readings tell a trend from an accident. */
    private static final int FEWEST = 6;

    private final List<Reading> readings = new ArrayList<>();
    private final double tolerance;

    /**
     * Without readings yet.
     *
     * @param tolerance the part by which the last readings may lie above the first
     */
    Gauge(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * One reading.
     *
     * @param heap bytes of objects that are alive
     * @param direct bytes of direct buffers of the process
     * @param pages pages of arrays in use
     */
    record Reading(long heap, long direct, long pages) {
        static Reading now(long pages) {
            return new Reading(heapInUse(), directInUse(), pages);
        }
    }

    /**
     * The middle of the readings in the first third after the warm-up, and in the last.
     *
     * @param first in the first
     * @param last in the last
     */
    record Medians(long first, long last) {}

    /** Bytes of objects after a collection; nobody else is at work. */
    static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Bytes of direct buffers. */
    static long directInUse() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** Takes a reading. */
    void read(long pages) {
        readings.add(Reading.now(pages));
    }

    int readings() {
        return readings.size();
    }

    Medians heap() {
        return medians(Reading::heap);
    }

    Medians direct() {
        return medians(Reading::direct);
    }

    Medians pages() {
        return medians(Reading::pages);
    }

    private Medians medians(ToLongFunction<Reading> what) {
        List<Reading> warm = readings.subList((int) (readings.size() * WARM_UP), readings.size());
        int third = Math.max(1, warm.size() / THIRDS);
        return new Medians(
                median(warm.subList(0, third), what), median(warm.subList(warm.size() - third, warm.size()), what));
    }

    private static long median(List<Reading> some, ToLongFunction<Reading> what) {
        long[] sorted = some.stream().mapToLong(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /**
     * Compares the last readings with the first.
     *
     * @throws Fault if they lie above them by more than is tolerated
     */
    void expectFlat() {
        if (readings.size() >= FEWEST) {
            expectFlat("heap in use", heap(), HEAP_SLACK);
            expectFlat("direct memory in use", direct(), DIRECT_SLACK);
        }
    }

    private void expectFlat(String what, Medians medians, long slack) {
        if (medians.last > medians.first * (1 + tolerance) + slack) {
            throw new Fault(what + " grows: " + medians.first + " bytes in the first third of " + readings.size()
                    + " readings, " + medians.last + " in the last");
        }
    }
}
