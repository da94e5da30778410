package dev.holstein.jmh.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One call of JMH: a benchmark with some subjects, each at all of some sizes, and nothing that no target asks for.
 *
 * @param benchmark class and method without the common package
 * @param params all parameters but the subject; each a list of values
 * @param subjects the subjects
 */
record Run(String benchmark, SortedMap<String, List<String>> params, List<String> subjects) {
    /** How many times JMH measures. */
    int configurations() {
        return params.values().stream().mapToInt(List::size).reduce(subjects.size(), (first, second) -> first * second);
    }

    /** The full name as a regular expression. */
    String include() {
        return "^" + ("dev.holstein.jmh." + benchmark).replace(".", "\\.") + "$";
    }

    /**
     * The runs that show some targets. Targets of the same benchmark and parameters share one measurement, whatever their
     * subjects; sizes of the same subjects share one call.
     */
    static List<Run> of(List<Target> targets) {
        Map<List<Object>, Set<String>> subjects = new LinkedHashMap<>();
        for (Target target : targets) {
            if (target.isBenchmark()) {
                subjects.computeIfAbsent(List.of(target.benchmark(), target.params()), key -> new LinkedHashSet<>())
                        .addAll(target.subjects());
            }
        }
        Map<List<Object>, Run> runs = new LinkedHashMap<>();
        for (Target target : targets) {
            Set<String> ofTarget = subjects.remove(List.of(target.benchmark(), target.params()));
            if (ofTarget != null) {
                Run run = of(target, List.copyOf(ofTarget));
                runs.merge(run.allButSizes(), run, Run::withSizesOf);
            }
        }
        return List.copyOf(runs.values());
    }

    private static Run of(Target target, List<String> subjects) {
        SortedMap<String, List<String>> params = new TreeMap<>();
        target.params().forEach((name, value) -> params.put(name, List.of(value)));
        return new Run(target.benchmark(), params, subjects);
    }

    private List<Object> allButSizes() {
        SortedMap<String, List<String>> others = new TreeMap<>(params);
        others.keySet().removeAll(Set.of("size", "bytes"));
        return List.of(benchmark, others, subjects);
    }

    private Run withSizesOf(Run other) {
        SortedMap<String, List<String>> both = new TreeMap<>(params);
        other.params.forEach((name, values) -> both.merge(name, values, (mine, others) -> {
            Set<String> all = new LinkedHashSet<>(mine);
            all.addAll(others);
            return new ArrayList<>(all);
        }));
        return new Run(benchmark, both, subjects);
    }
}
