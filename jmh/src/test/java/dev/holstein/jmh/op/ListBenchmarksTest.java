package dev.holstein.jmh.op;

import static dev.holstein.jmh.subject.ListSubject.ARRAY_LIST;
import static dev.holstein.jmh.subject.ListSubject.BIFURCAN;
import static dev.holstein.jmh.subject.ListSubject.BIFURCAN_LINEAR;
import static dev.holstein.jmh.subject.ListSubject.CONCURRENT_LIST;
import static dev.holstein.jmh.subject.ListSubject.COPY_ON_WRITE;
import static dev.holstein.jmh.subject.ListSubject.COW_LIST;
import static dev.holstein.jmh.subject.ListSubject.KOTLINX;
import static dev.holstein.jmh.subject.ListSubject.KOTLINX_BUILDER;
import static dev.holstein.jmh.subject.ListSubject.PAGURO;
import static dev.holstein.jmh.subject.ListSubject.PAGURO_MUTABLE;
import static dev.holstein.jmh.subject.ListSubject.PCOLLECTIONS;
import static dev.holstein.jmh.subject.ListSubject.PERSISTENT_LIST;
import static dev.holstein.jmh.subject.ListSubject.SCALA;
import static dev.holstein.jmh.subject.ListSubject.VAVR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.subject.ListSubject;
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
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark of lists for a moment, in this JVM: each combination that was planned gives a result. The
 * times mean nothing.
 */
class ListBenchmarksTest {
    private static final int SIZE = 1000;

    private static final Set<ListSubject> ALL = EnumSet.allOf(ListSubject.class);
    private static final Set<ListSubject> PERSISTENT =
            EnumSet.of(PERSISTENT_LIST, VAVR, KOTLINX, PAGURO, BIFURCAN, SCALA, PCOLLECTIONS);
    private static final Set<ListSubject> IN_PLACE = EnumSet.complementOf(EnumSet.copyOf(PERSISTENT));
    private static final Set<ListSubject> CONCURRENT = EnumSet.of(CONCURRENT_LIST, COPY_ON_WRITE);
    private static final Set<ListSubject> APPENDED = EnumSet.complementOf(EnumSet.of(COPY_ON_WRITE));
    private static final Set<ListSubject> EDITED = EnumSet.of(
            COW_LIST,
            PERSISTENT_LIST,
            CONCURRENT_LIST,
            ARRAY_LIST,
            PAGURO,
            PAGURO_MUTABLE,
            BIFURCAN,
            BIFURCAN_LINEAR,
            PCOLLECTIONS);

    static final Set<ListSubject> BULK = EnumSet.of(
            COW_LIST, PERSISTENT_LIST, CONCURRENT_LIST, ARRAY_LIST, COPY_ON_WRITE, VAVR, KOTLINX_BUILDER, SCALA);

    /** The subjects of each operation. */
    private static final Map<String, Set<ListSubject>> OPERATIONS = Map.ofEntries(
            operation("ListGet.get", ALL),
            operation("ListGetAfterEdits.get", EDITED),
            operation("ListSet.set", IN_PLACE),
            operation("ListWith.with", PERSISTENT),
            operation("ListAppend.add", APPENDED),
            operation("ListPlusOne.chain", PERSISTENT),
            operation("ListPlusOne.sibling", PERSISTENT),
            operation("ListInsertRemoveMiddle.insertAndRemove", ALL),
            operation("ListIterate.iterator", ALL),
            operation("ListIterate.sum", ALL),
            operation("ListForEach.forEach", ALL),
            operation("ListConcat.concat", ALL),
            operation("ListSlice.slice", ALL),
            operation("ListSnapshot.snapshot", IN_PLACE),
            operation("ListSnapshotAndSet.snapshotAndSet", IN_PLACE),
            operation("ListSort.copyAndSort", BULK),
            operation("ListSort.sortSorted", BULK),
            operation("ListRemoveIf.copyAndRemoveHalf", BULK),
            operation("ListRemoveIf.removeNone", BULK),
            operation("ListAddAllMiddle.addAllAndRemove", ALL),
            operation("ListDiff.diff", ALL),
            operation("ListEquals.equal", ALL),
            operation("ConcurrentListGet.get", CONCURRENT),
            operation("ConcurrentListGet.besideWriter", CONCURRENT),
            operation("ConcurrentListSet.set", CONCURRENT),
            operation("ConcurrentListAdd.addAndRemove", CONCURRENT));

    private static Map.Entry<String, Set<ListSubject>> operation(String name, Set<ListSubject> subjects) {
        return Map.entry("dev.holstein.jmh.op.list." + name, subjects);
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
                .filter(name -> name.startsWith("dev.holstein.jmh.op.list."))
                .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(OPERATIONS.keySet());
    }

    @Test
    void everyCombinationGivesAResult() throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^dev\\.holstein\\.jmh\\.op\\.list\\.")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .operationsPerInvocation(SIZE)
                .param("size", Integer.toString(SIZE))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        Collection<RunResult> results = new Runner(options).run();

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
        assertThat(results.stream().map(ListBenchmarksTest::combination).collect(Collectors.toSet()))
                .isEqualTo(planned());
        assertThat(results).hasSameSizeAs(planned());
    }

    private static Set<String> planned() {
        Set<String> planned = new TreeSet<>();
        OPERATIONS.forEach(
                (operation, subjects) -> subjects.forEach(subject -> planned.add(operation + " " + subject)));
        return planned;
    }

    private static String combination(RunResult result) {
        var params = result.getParams();
        return params.getBenchmark() + " " + params.getParam("subject");
    }
}
