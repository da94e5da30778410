package dev.holstein.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One score of one benchmark with one choice of parameters.
 *
 * @param benchmark class and method, without the common package
 * @param metric empty for the score itself; else the method of a group, or the counter
 * @param mode JMH's short name: avgt, thrpt, sample
 * @param threads how many ran it
 * @param params the parameters
 * @param unit what the numbers count
 * @param median of all iterations of all forks
 * @param forks the median of each fork, if the file has its iterations
 * @param lowest of the iterations
 * @param highest of the iterations
 * @param bytesPerOperation allocated, if the profiler of the collector ran
 * @param percentiles of single operations, in a run that samples; else empty
 */
record Measurement(
        String benchmark,
        String metric,
        String mode,
        int threads,
        SortedMap<String, String> params,
        Unit unit,
        double median,
        List<Double> forks,
        double lowest,
        double highest,
        @Nullable Double bytesPerOperation,
        SortedMap<Double, Double> percentiles) {
    private static final String PACKAGE = "dev.holstein.jmh.";
    private static final double HALF = 50;

    /** All scores of a result of JMH. */
    static List<Measurement> of(JsonNode result) {
        List<Measurement> all = new ArrayList<>();
        all.add(of(result, "", result.path("primaryMetric")));
        result.path("secondaryMetrics").properties().forEach(metric -> {
            if (KeptResult.isKept(metric.getKey()) && !metric.getKey().contains("gc.")) {
                all.add(of(result, metric.getKey(), metric.getValue()));
            }
        });
        return all;
    }

    private static Measurement of(JsonNode result, String metric, JsonNode score) {
        String unit = score.path("scoreUnit").asText();
        double factor = Unit.factor(unit);
        SortedMap<Double, Double> percentiles = new TreeMap<>();
        if (result.path("mode").asText().equals("sample")) {
            score.path("scorePercentiles")
                    .properties()
                    .forEach(at -> percentiles.put(
                            Double.valueOf(at.getKey()), at.getValue().asDouble() * factor));
        }
        double[] samples = percentiles.isEmpty()
                ? samples(score, factor)
                : percentiles.values().stream().mapToDouble(at -> at).toArray();
        double median = percentiles.getOrDefault(HALF, median(samples));
        return new Measurement(
                shortName(result.path("benchmark").asText()),
                metric,
                result.path("mode").asText(),
                result.path("threads").asInt(1),
                params(result),
                Unit.of(unit),
                median,
                percentiles.isEmpty() ? forks(score, factor) : List.of(),
                samples[0],
                samples[samples.length - 1],
                bytes(result),
                Collections.unmodifiableSortedMap(percentiles));
    }

    /** A name without the package that all benchmarks share: {@code op.list.ListGet.get}. */
    static String shortName(String benchmark) {
        return benchmark.startsWith(PACKAGE) ? benchmark.substring(PACKAGE.length()) : benchmark;
    }

    private static SortedMap<String, String> params(JsonNode result) {
        SortedMap<String, String> params = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(p -> params.put(p.getKey(), p.getValue().asText()));
        return Collections.unmodifiableSortedMap(params);
    }

    /** The iterations of all forks, from the lowest to the highest; the mean if a file does not have them. */
    private static double[] samples(JsonNode score, double factor) {
        DoubleStream.Builder samples = DoubleStream.builder();
        score.path("rawData").forEach(fork -> fork.forEach(each -> samples.add(each.asDouble() * factor)));
        double[] sorted = samples.build().sorted().toArray();
        return sorted.length == 0 ? new double[] {score.path("score").asDouble() * factor} : sorted;
    }

    private static List<Double> forks(JsonNode score, double factor) {
        List<Double> forks = new ArrayList<>();
        for (JsonNode fork : score.path("rawData")) {
            DoubleStream.Builder iterations = DoubleStream.builder();
            fork.forEach(each -> iterations.add(each.asDouble() * factor));
            double[] all = iterations.build().toArray();
            if (all.length > 0) {
                forks.add(median(all));
            }
        }
        return List.copyOf(forks);
    }

    /** The middle of sorted numbers, or the mean of the two that are. */
    static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static @Nullable Double bytes(JsonNode result) {
        JsonNode metrics = result.path("secondaryMetrics");
        JsonNode rate = metrics.path(KeptResult.BYTES);
        if (rate.isMissingNode()) {
            rate = metrics.path("·" + KeptResult.BYTES); // before JMH 1.36
        }
        return rate.path("score").isNumber() ? rate.path("score").asDouble() : null;
    }

    /** A number that has no iterations: the footprint of a structure. */
    static Measurement ofBytes(String benchmark, Map<String, String> params, double bytes) {
        return new Measurement(
                benchmark,
                "",
                "",
                1,
                new TreeMap<>(params),
                Unit.BYTES,
                bytes,
                List.of(),
                bytes,
                bytes,
                null,
                new TreeMap<>());
    }

    String param(String name) {
        return params.getOrDefault(name, "");
    }

    String subject() {
        return param("subject");
    }

    /** How large the collection is: entries, elements or bytes. */
    long size() {
        String size = params.getOrDefault("size", param("bytes"));
        return size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }

    /** All parameters but the subject and the size, in words: the kind of keys, mostly. */
    String variant() {
        return params.entrySet().stream()
                .filter(p -> !List.of("subject", "size", "bytes").contains(p.getKey()))
                .map(Map.Entry::getValue)
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }

    /** What no other measurement of a report has in common with this one. */
    List<Object> identity() {
        return List.of(benchmark, metric, mode, threads, params);
    }
}
