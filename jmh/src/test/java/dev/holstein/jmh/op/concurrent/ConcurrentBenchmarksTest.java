package dev.holstein.jmh.op.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
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
 * Runs every benchmark of shared maps and lists for a moment, in this JVM: each combination that was planned gives a result, and
 * each side of a group one of its own. The times mean nothing.
 */
class ConcurrentBenchmarksTest {
    private static final int SIZE = 1000;
    private static final String PACKAGE = "dev.holstein.jmh.op.concurrent.";

    private static final Pattern PERCENTILE = Pattern.compile("(\\w+:)?p[01]\\.\\d+");

    /** One shape of work. */
    private record Shape(int threads, Mode mode, Set<String> sides) {}

    private static Shape throughput(int threads, String... sides) {
        return new Shape(threads, Mode.Throughput, Set.of(sides));
    }

    private static final Map<String, Shape> MAPS = Map.of(
            "ReadWhileWriting.readAndWrite", throughput(2, "get", "put"),
            "WriteTogether.one", throughput(1),
            "WriteTogether.two", throughput(2),
            "WriteTogether.four", throughput(4),
            "WriteTogether.eight", throughput(8),
            "MixedThreads.four", throughput(4, "getInFour", "putInFour"),
            "MixedThreads.eight", throughput(8, "getInEight", "putInEight"),
            "ViewWhileWriting.viewAndWrite", throughput(2, "view", "put", "checked", "torn"),
            "ReadLatency.besideWriter", new Shape(2, Mode.SampleTime, Set.of("get", "put")),
            "SnapshotLatency.besideWriter", new Shape(2, Mode.SampleTime, Set.of("take", "put")));

    private static final Map<String, Shape> LISTS = Map.of(
            "ListReadWhileWriting.readAndWrite", throughput(2, "get", "set"),
            "ListViewWhileWriting.viewAndWrite", throughput(2, "view", "set", "checked", "torn"));

    private static Collection<RunResult> results;

    @BeforeAll
    static void run() throws RunnerException {
        // The lock is for measurements; a test need not wait for one.
        System.setProperty("jmh.ignoreLock", "true");
        Options options = new OptionsBuilder()
                .include("^" + PACKAGE.replace(".", "\\."))
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(40))
                .param("size", Integer.toString(SIZE))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        results = new Runner(options).run();
    }

    @Test
    void theListOfBenchmarksIsComplete() {
        Set<String> listed = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .filter(name -> name.startsWith(PACKAGE))
                .map(name -> name.substring(PACKAGE.length()))
                .collect(Collectors.toSet());
        assertThat(listed)
                .isEqualTo(Stream.of(MAPS, LISTS)
                        .flatMap(shapes -> shapes.keySet().stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyCombinationGivesAResult() {
        Set<String> planned = new TreeSet<>();
        for (SharedMapSubject subject : SharedMapSubject.values()) {
            MAPS.keySet().forEach(shape -> planned.add(shape + " " + subject));
        }
        for (SharedListSubject subject : SharedListSubject.values()) {
            LISTS.keySet().forEach(shape -> planned.add(shape + " " + subject));
        }
        assertThat(results.stream().map(result -> name(result) + " " + subject(result)))
                .containsExactlyInAnyOrderElementsOf(planned);
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void everyShapeHasItsThreadsAndEverySideAFigure() {
        assertThat(results).allSatisfy(result -> {
            Shape shape = shape(result);
            assertThat(result.getParams().getThreads()).isEqualTo(shape.threads());
            assertThat(result.getParams().getMode()).isEqualTo(shape.mode());
            assertThat(result.getSecondaryResults().keySet())
                    .filteredOn(figure -> !PERCENTILE.matcher(figure).matches())
                    .containsExactlyInAnyOrderElementsOf(shape.sides());
            assertThat(result.getSecondaryResults()).allSatisfy((side, figure) -> {
                if (shape.sides().contains(side) && !side.equals("torn")) {
                    assertThat(figure.getScore()).as(side).isPositive();
                }
            });
        });
    }

    @Test
    void nothingIsTornThatMustNotBe() {
        assertThat(results)
                .filteredOn(result -> shape(result).sides().contains("torn")
                        && !subject(result).equals("SKIP_LIST"))
                .hasSize(SharedMapSubject.values().length - 1 + SharedListSubject.values().length)
                .allSatisfy(result -> assertThat(
                                result.getSecondaryResults().get("torn").getScore())
                        .isZero());
    }

    private static Shape shape(RunResult result) {
        Shape map = MAPS.get(name(result));
        return map == null ? LISTS.get(name(result)) : map;
    }

    private static String name(RunResult result) {
        return result.getParams().getBenchmark().substring(PACKAGE.length());
    }

    private static String subject(RunResult result) {
        return result.getParams().getParam("subject");
    }
}
