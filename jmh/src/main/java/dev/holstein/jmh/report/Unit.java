package dev.holstein.jmh.report;

import java.util.Map;

/** What a score counts, once it has been converted: all times to nanoseconds, all rates to operations per second. */
enum Unit {
    /** Nanoseconds per operation. */
    NANOS(true),
    /** Operations per second. */
    RATE(false),
    /** Bytes. */
    BYTES(true),
    /** A plain number, such as torn views. */
    COUNT(true);

    private static final Map<String, Double> NANOS_IN = Map.of("ns", 1d, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 6e10);

    /** Whether less of it is better. */
    final boolean lessIsBetter;

    Unit(boolean lessIsBetter) {
        this.lessIsBetter = lessIsBetter;
    }

    /** The unit that a unit of JMH is converted to. */
    static Unit of(String unit) {
        if (unit.endsWith("/op") && NANOS_IN.containsKey(time(unit))) {
            return NANOS;
        }
        if (unit.startsWith("ops/") && NANOS_IN.containsKey(time(unit))) {
            return RATE;
        }
        return unit.startsWith("B") ? BYTES : COUNT;
    }

    /** What one of a unit of JMH is in the unit it is converted to. */
    static double factor(String unit) {
        return switch (of(unit)) {
            case NANOS -> NANOS_IN.getOrDefault(time(unit), 1d);
            case RATE -> 1e9 / NANOS_IN.getOrDefault(time(unit), 1d);
            case BYTES, COUNT -> 1;
        };
    }

    private static String time(String unit) {
        return unit.replace("ops/", "").replace("/op", "");
    }

    /** How much more the first costs than the second. */
    double costRatio(double first, double second) {
        return lessIsBetter ? first / second : second / first;
    }
}
