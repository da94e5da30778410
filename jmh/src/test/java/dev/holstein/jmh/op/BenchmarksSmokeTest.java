package dev.holstein.jmh.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.subject.MapSubject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark of maps for a moment, in this JVM: each combination that was planned gives a result. The times mean nothing. */
class BenchmarksSmokeTest {
    private static final int SIZE = 1000;
    private static final Set<MapSubject> ALL = EnumSet.allOf(MapSubject.class);
    private static final Set<MapSubject> NAVIGABLE = EnumSet.complementOf(EnumSet.of(MapSubject.VAVR));

    /** The subjects of each operation. */
    private static final Map<String, Set<MapSubject>> OPERATIONS = Map.ofEntries(
            operation("Get.get", ALL),
            operation("Put.put", ALL),
            operation("Replace.replace", ALL),
            operation("Remove.removeAndPut", ALL),
            operation("Iterate.iterator", ALL),
            operation("Iterate.forEach", ALL),
            operation("Snapshot.snapshot", ALL),
            operation("WriteAfterSnapshot.snapshotAndReplace", ALL),
            operation("ViewRange.iterator", NAVIGABLE),
            operation("ViewRange.forEach", NAVIGABLE),
            operation("ViewRange.descending", NAVIGABLE),
            operation("ViewSize.size", NAVIGABLE),
            operation("Rank.rank", NAVIGABLE),
            operation("Rank.entryAt", NAVIGABLE),
            operation("RangeClear.copyAndClear", NAVIGABLE),
            operation("RangeClear.clearAndPutBack", NAVIGABLE),
            operation("BulkBuild.build", ALL),
            operation("BulkMerge.putAll", ALL),
            operation("BulkMergeSmall.putAll", ALL),
            operation("Union.union", ALL),
            operation("Diff.diff", ALL),
            operation("Equal.equal", ALL),
            operation("ParallelSum.parallel", NAVIGABLE),
            operation("ParallelSum.sequential", NAVIGABLE));

    private static Map.Entry<String, Set<MapSubject>> operation(String name, Set<MapSubject> subjects) {
        return Map.entry("dev.holstein.jmh.op." + name, subjects);
    }

    static {
        // The lock is for measurements; a test need not wait for one.
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void theListOfBenchmarksIsComplete() {
        Set<String> listed = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .filter(name -> name.matches("dev\\.holstein\\.jmh\\.op\\.[A-Z].*"))
                .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(OPERATIONS.keySet());
    }

    @Test
    void everyCombinationGivesAResult() throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^dev\\.holstein\\.jmh\\.op\\.[A-Z]")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .operationsPerInvocation(SIZE)
                .param("size", Integer.toString(SIZE))
                .param("keys", names(KeyKind.values()))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        Collection<RunResult> results = new Runner(options).run();

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
        assertThat(results.stream().map(BenchmarksSmokeTest::combination).collect(Collectors.toSet()))
                .isEqualTo(planned());
        assertThat(results).hasSameSizeAs(planned());
    }

    private static Set<String> planned() {
        Set<String> planned = new TreeSet<>();
        OPERATIONS.forEach((operation, subjects) -> {
            for (MapSubject subject : subjects) {
                for (KeyKind keys : KeyKind.values()) {
                    planned.add(operation + " " + subject + " " + keys);
                }
            }
        });
        return planned;
    }

    private static String combination(RunResult result) {
        var params = result.getParams();
        return params.getBenchmark() + " " + params.getParam("subject") + " " + params.getParam("keys");
    }

    private static String[] names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toArray(String[]::new);
    }
}
