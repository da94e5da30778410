package dev.holstein.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that a report is made of: measurements, and what they were made with. */
final class Results {
    private static final String MEASURED_ON = "Machine";
    /** The counter beside all that count findings. */
    private static final String CHECKED = "checked";

    private static final String COLLECTOR = "Collector";

    private final List<Measurement> measurements = new ArrayList<>();
    private final Map<String, SortedSet<String>> facts = new LinkedHashMap<>();

    /**
     * Makes a report's input.
     *
     * @param rows results of JMH
     * @param footprints those of the footprint command
     */
    Results(Collection<? extends JsonNode> rows, List<Measurement> footprints) {
        for (String name : List.of(MEASURED_ON, "JVM", COLLECTOR, "JVM options", "JMH", "Runs", "Measured")) {
            facts.put(name, new TreeSet<>());
        }
        rows.forEach(this::add);
        measurements.addAll(footprints);
    }

    private void add(JsonNode row) {
        measurements.addAll(Measurement.of(row));
        JsonNode machine = row.path(KeptResult.MACHINE);
        note(MEASURED_ON, machine.isObject() ? Machine.of(machine).inWords() : "");
        note(
                "JVM",
                (row.path("vmName").asText() + " " + row.path("jdkVersion").asText() + " ("
                                + row.path("vmVersion").asText() + ")")
                        .replace(" ()", "")
                        .strip());
        List<String> options = new ArrayList<>();
        row.path("jvmArgs").forEach(option -> options.add(option.asText()));
        note(COLLECTOR, collector(options));
        note("JVM options", String.join(" ", options));
        note("JMH", row.path("jmhVersion").asText());
        note(
                "Runs",
                row.path("forks").asText() + " forks, "
                        + row.path("warmupIterations").asText() + " × "
                        + row.path("warmupTime").asText() + " to warm up, "
                        + row.path("measurementIterations").asText() + " × "
                        + row.path("measurementTime").asText());
        note("Measured", row.path(KeptResult.MEASURED).asText());
    }

    private void note(String fact, String value) {
        if (!value.isBlank()) {
            facts.computeIfAbsent(fact, name -> new TreeSet<>()).add(value);
        }
    }

    private static String collector(List<String> options) {
        return options.stream()
                .filter(option -> option.matches("-XX:\\+Use\\w+GC"))
                .map(option -> option.substring("-XX:+Use".length()))
                .findFirst()
                .orElse("the JVM's choice: G1 on two processors or more");
    }

    /** What the measurements were made with: a name and all values that occur. */
    Map<String, SortedSet<String>> facts() {
        return facts;
    }

    boolean isEmpty() {
        return measurements.isEmpty();
    }

    /** What was measured of one subject, if it was: all parameters must be the same. */
    Optional<Measurement> find(Target target, String subject) {
        return find(target, target.metric(), subject);
    }

    /** How often it was looked whether something happened that a target counts: zero if nobody looked. */
    double checks(Target target) {
        return find(target, CHECKED, target.ours()).map(Measurement::highest).orElse(0.0);
    }

    private Optional<Measurement> find(Target target, String metric, String subject) {
        return measurements.stream()
                .filter(m -> m.benchmark().equals(target.benchmark())
                        && m.metric().equals(metric)
                        && m.subject().equals(subject)
                        && hasParams(m, target))
                .findFirst();
    }

    private static boolean hasParams(Measurement measurement, Target target) {
        return measurement.params().size() == target.params().size() + 1
                && measurement.params().entrySet().containsAll(target.params().entrySet());
    }

    /** All operations, in the order of their names; each has at least one measurement. */
    List<Operation> operations() {
        Map<List<Object>, List<Measurement>> operations = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            operations
                    .computeIfAbsent(
                            List.of(each.benchmark(), each.metric(), each.mode(), each.threads()),
                            name -> new ArrayList<>())
                    .add(each);
        }
        return operations.values().stream().map(Operation::new).sorted().toList();
    }
}
