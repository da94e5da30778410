package dev.holstein.jmh.soak;

import dev.holstein.jmh.tour.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured of one collection, in the order in which it was. Times are those of one run, not of a benchmark. */
final class Figures {
    final String name;
    final Map<String, String> values = new LinkedHashMap<>();
    private long start = System.nanoTime();

    Figures(String name) {
        this.name = name;
    }

    void put(String what, String value) {
        values.put(what, value);
    }

    /** Begins a stretch of time. */
    void begin() {
        start = System.nanoTime();
    }

    /** Ends the stretch: nanoseconds for each of so many. */
    void perEach(String what, long count) {
        long nanos = System.nanoTime() - start;
        put(what, Numbers.rounded((double) nanos / Math.max(1, count)) + " ns");
        begin();
    }
}
