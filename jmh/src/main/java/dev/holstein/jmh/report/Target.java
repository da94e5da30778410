package dev.holstein.jmh.report;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One figure that is to be reached, and the measurement that shows it.
 *
 * @param row what it is about, as people say it: targets of one row follow each other
 * @param benchmark class and method without the common package, or "footprint." and a structure
 * @param metric empty for the score itself; else the method of a group, or the counter
 * @param params all parameters but the subject
 * @param ours our subject
 * @param references whom it is compared with; of several, the best
 * @param rule what is compared
 * @param limit the figure to reach
 * @param quick whether the short run measures it
 */
record Target(
        String row,
        String benchmark,
        String metric,
        SortedMap<String, String> params,
        String ours,
        List<String> references,
        Rule rule,
        double limit,
        boolean quick) {
    /** The benchmarks of the footprint command are none of JMH's. */
    static final String FOOTPRINT = "footprint.";

    /** What is compared with the limit. */
    enum Rule {
        /** Our time by that of the reference, at most. */
        TIME_RATIO("≤ %s"),
        /** Our operations per second by those of the reference, at least. */
        RATE_RATIO("≥ %s"),
        /** Our time itself, at most; the reference is only shown. */
        TIME("≤ %s"),
        /** Our bytes themselves, at most; the reference is only shown. */
        BYTES("≤ %s"),
        /** How often something happened to ours in any iteration, at most. */
        COUNT("≤ %s");

        private final String bound;

        Rule(String bound) {
            this.bound = bound;
        }

        boolean isRatio() {
            return this == TIME_RATIO || this == RATE_RATIO;
        }

        boolean isMet(double figure, double limit) {
            return this == RATE_RATIO ? figure >= limit : figure <= limit;
        }

        /** The figure as people read it. */
        String show(double figure) {
            return switch (this) {
                case TIME_RATIO, RATE_RATIO -> Figures.ratio(figure);
                case TIME -> Figures.of(Unit.NANOS, figure);
                case BYTES -> Figures.of(Unit.BYTES, figure);
                case COUNT -> Figures.of(Unit.COUNT, figure);
            };
        }

        /** The limit as people read it. */
        String showLimit(double limit) {
            String shown = this == TIME ? Figures.of(Unit.NANOS, limit) : Figures.plain(limit);
            return bound.replace("%s", this == BYTES ? shown + " B" : shown);
        }
    }

    /** Whether JMH measures it. */
    boolean isBenchmark() {
        return !benchmark.startsWith(FOOTPRINT);
    }

    /** The same with those of its references that are among some; with all if it has but one. */
    Target beside(Set<String> some) {
        List<String> fewer = references.size() < 2
                ? references
                : references.stream().filter(some::contains).toList();
        return new Target(row, benchmark, metric, params, ours, fewer, rule, limit, quick);
    }

    /** The subjects that must be measured. */
    List<String> subjects() {
        return Stream.concat(Stream.of(ours), references.stream()).toList();
    }

    /** The parameters in words: the size last, as a power of ten. */
    String where() {
        StringBuilder where = new StringBuilder();
        params.forEach((name, value) -> {
            if (!name.equals("size") && !name.equals("bytes")) {
                where.append(Figures.words(value)).append(", ");
            }
        });
        String size = params.getOrDefault("size", params.getOrDefault("bytes", ""));
        return where.append(Figures.power(size))
                .append(params.containsKey("bytes") ? " bytes" : "")
                .toString();
    }

    /** The metric of the benchmark with the class name only, as in {@code Get.get}. */
    String shortName() {
        String name = benchmark.replaceFirst("^op\\.(\\w+\\.)??(?=[A-Z])", "");
        return metric.isEmpty() ? name : name + " (" + metric + ")";
    }

    /** Pairs of names and values. */
    static SortedMap<String, String> paramsOf(String... pairs) {
        SortedMap<String, String> params = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            params.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableSortedMap(params);
    }
}
