package dev.holstein.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * One result of JMH as it is kept: what identifies it, what it was measured with, and its raw data. What is kept is listed,
 * and everything else is dropped, so that no path or name of a machine gets into a file that is published. It still is
 * JMH's format, and other programs that show it can read it.
 */
final class KeptResult {
    /** The bytes that one operation allocates: the only metric of the profiler of the collector that is kept. */
    static final String BYTES = "gc.alloc.rate.norm";

    static final String MACHINE = "machine";
    static final String MEASURED = "measured";

    private static final List<String> FIELDS = List.of(
            "jmhVersion",
            "benchmark",
            "mode",
            "threads",
            "forks",
            "jdkVersion",
            "vmName",
            "vmVersion",
            "warmupIterations",
            "warmupTime",
            "warmupBatchSize",
            "measurementIterations",
            "measurementTime",
            "measurementBatchSize",
            "params",
            MEASURED,
            MACHINE);
    private static final List<String> NUMBERS = List.of("score", "scoreError", "scoreConfidence", "scoreUnit");
    private static final Set<String> PERCENTILES = Set.of("50.0", "90.0", "99.0", "99.9", "99.99", "100.0");

    private KeptResult() {}

    /** A copy with what is kept. */
    static ObjectNode of(JsonNode result) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        copy(FIELDS, result, kept);
        ArrayNode arguments = kept.putArray("jvmArgs");
        for (JsonNode argument : result.path("jvmArgs")) {
            if (!bearsPath(argument.asText())) {
                arguments.add(argument);
            }
        }
        boolean sampled = result.path("mode").asText().equals("sample");
        kept.set("primaryMetric", metric(result.path("primaryMetric"), sampled, true));
        ObjectNode others = kept.putObject("secondaryMetrics");
        result.path("secondaryMetrics").properties().forEach(metric -> {
            if (isKept(metric.getKey())) {
                boolean profiled = metric.getKey().endsWith(BYTES);
                others.set(metric.getKey(), metric(metric.getValue(), sampled && !profiled, !profiled));
            }
        });
        return kept;
    }

    /** Whether a secondary metric is kept: of the profilers only the bytes; what groups and counters gave, and no percentile twice. */
    static boolean isKept(String metric) {
        String name = metric.startsWith("·") ? metric.substring(1) : metric;
        return name.equals(BYTES)
                || !metric.startsWith("·") && !name.startsWith("gc.") && !name.matches(".*[:·]p\\d+\\.\\d+");
    }

    private static ObjectNode metric(JsonNode metric, boolean sampled, boolean raw) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        copy(NUMBERS, metric, kept);
        if (sampled) {
            ObjectNode percentiles = kept.putObject("scorePercentiles");
            metric.path("scorePercentiles").properties().forEach(at -> {
                if (PERCENTILES.contains(at.getKey())) {
                    percentiles.set(at.getKey(), at.getValue());
                }
            });
        } else if (raw) {
            copy(List.of("rawData"), metric, kept);
        }
        return kept;
    }

    private static void copy(List<String> names, JsonNode from, ObjectNode to) {
        for (String name : names) {
            JsonNode value = from.get(name);
            if (value != null) {
                to.set(name, value);
            }
        }
    }

    /** A path has a separator; what names the user has a property of its own. */
    private static boolean bearsPath(String argument) {
        return argument.contains("/") || argument.contains("\\") || argument.startsWith("-Duser.");
    }

    /** What a later result of the same benchmark replaces. */
    static List<Object> identity(JsonNode result) {
        return List.of(
                result.path("benchmark").asText(),
                result.path("mode").asText(),
                result.path("threads").asInt(1),
                result.path("params"));
    }
}
