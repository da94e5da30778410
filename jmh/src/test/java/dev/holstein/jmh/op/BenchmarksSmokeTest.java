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
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark of maps for a moment, in this JVM: each combination that was planned gives a result. The times mean
 * nothing. Every subject runs with the keys that ask the most of it, and one subject with all kinds of keys.
 */
class BenchmarksSmokeTest {
    private static final int SIZE = 1000;
    private static final Set<MapSubject> ALL = EnumSet.allOf(MapSubject.class);
    private static final Set<MapSubject> SORTED =
            EnumSet.complementOf(EnumSet.of(MapSubject.VAVR, MapSubject.PAGURO, MapSubject.HASH_MAP));
    private static final Set<MapSubject> NAVIGABLE = EnumSet.of(
            MapSubject.COW,
            MapSubject.CONCURRENT,
            MapSubject.PERSISTENT,
            MapSubject.TREE_MAP,
            MapSubject.SKIP_LIST,
            MapSubject.PCOLLECTIONS);

    /** The subjects of each operation. */
    private static final Map<String, Set<MapSubject>> OPERATIONS = Map.ofEntries(
            operation("Get.get", ALL),
            operation("GetMiss.get", ALL),
            operation("GetOrdered.get", ALL),
            operation("GetPolluted.get", ALL),
            operation("Put.put", ALL),
            operation("PutOrdered.put", ALL),
            operation("PutPolluted.put", ALL),
            operation("Replace.replace", ALL),
            operation("ReplaceOrdered.replace", ALL),
            operation("ReplacePolluted.replace", ALL),
            operation("Merge.merge", ALL),
            operation("Remove.removeAndPut", ALL),
            operation("Iterate.iterator", ALL),
            operation("Iterate.forEach", ALL),
            operation("Snapshot.snapshot", ALL),
            operation("WriteAfterSnapshot.snapshotAndReplace", ALL),
            operation("Floor.floor", SORTED),
            operation("Floor.ceiling", SORTED),
            operation("RangeScan.scan", SORTED),
            operation("PollFirst.pollFirst", SORTED),
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

    /** The orders in which keys come, where that is a parameter. */
    private static final Map<String, List<String>> ORDERS = Map.of(
            "GetOrdered",
            List.of("SEQUENTIAL", "ZIPF"),
            "PutOrdered",
            List.of("SEQUENTIAL"),
            "ReplaceOrdered",
            List.of("ZIPF"));

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
    void everySubjectGivesAResult() throws RunnerException {
        Set<KeyKind> keys = EnumSet.of(KeyKind.TICKET_COMPARATOR);
        assertResults(new Runner(options(keys).build()).run(), planned(ALL, keys));
    }

    @Test
    void everyKindOfKeysGivesAResult() throws RunnerException {
        Set<KeyKind> keys = EnumSet.complementOf(EnumSet.of(KeyKind.TICKET_COMPARATOR));
        assertResults(
                new Runner(options(keys).param("subject", "COW").build()).run(),
                planned(EnumSet.of(MapSubject.COW), keys));
    }

    private static ChainedOptionsBuilder options(Set<KeyKind> keys) {
        return new OptionsBuilder()
                .include("^dev\\.holstein\\.jmh\\.op\\.[A-Z]")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .operationsPerInvocation(SIZE)
                .param("size", Integer.toString(SIZE))
                .param("pollution", "1")
                .param("keys", keys.stream().map(Enum::name).toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static void assertResults(Collection<RunResult> results, Set<String> planned) {
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
        assertThat(results.stream().map(BenchmarksSmokeTest::combination).collect(Collectors.toSet()))
                .isEqualTo(planned);
        assertThat(results).hasSameSizeAs(planned);
    }

    private static Set<String> planned(Set<MapSubject> some, Set<KeyKind> kinds) {
        Set<String> planned = new TreeSet<>();
        OPERATIONS.forEach((operation, subjects) -> {
            String simpleName = operation.replaceAll(".*\\.(\\w+)\\.\\w+", "$1");
            for (MapSubject subject : some) {
                for (KeyKind keys : kinds) {
                    for (String order : ORDERS.getOrDefault(simpleName, List.of("null"))) {
                        if (subjects.contains(subject)) {
                            planned.add(operation + " " + subject + " " + keys + " " + order);
                        }
                    }
                }
            }
        });
        return planned;
    }

    private static String combination(RunResult result) {
        var params = result.getParams();
        return params.getBenchmark() + " " + params.getParam("subject") + " " + params.getParam("keys") + " "
                + params.getParam("order");
    }
}
