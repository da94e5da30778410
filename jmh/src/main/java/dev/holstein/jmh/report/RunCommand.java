package dev.holstein.jmh.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the benchmarks that some targets are measured by, and nothing else, and writes the report of them. */
abstract class RunCommand implements Callable<Integer> {
    /** The exit code if a benchmark gave no result. */
    static final int FAILED = 1;

    private static final String[] HEAP = {"-Xms3g", "-Xmx3g", "-Xmn1g", "-XX:+AlwaysPreTouch"};
    private static final int WARMUPS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "The folder to write into.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private Path folder;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "Only targets whose benchmark has it in its name, as in ListGet.")
    @SuppressWarnings("NullAway.Init") // by picocli
    private String only;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "2",
            description = "JVMs for each measurement. Default: ${DEFAULT-VALUE}.")
    private int forks;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured in each JVM. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--time",
            paramLabel = "MS",
            defaultValue = "200",
            description = "Milliseconds of each iteration. Default: ${DEFAULT-VALUE}.")
    private int time;

    @Option(names = "--plan", description = "Only says what would run.")
    private boolean onlyPlan;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    private final List<String> problems = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** The targets to be measured, with the references to be measured beside ours. */
    abstract Stream<Target> planned();

    /** After how many minutes nothing more is begun. */
    abstract int minutes();

    @Override
    public Integer call() throws BadInput {
        PrintWriter out = spec.commandLine().getOut();
        List<Target> targets = targets();
        List<Run> runs = Run.of(targets);
        int configurations = runs.stream().mapToInt(Run::configurations).sum();
        out.println(runs.size() + " runs of JMH, " + configurations + " measurements, " + forks + " JVMs each.");
        if (onlyPlan) {
            runs.forEach(run -> out.println(run.benchmark() + " " + run.params() + " " + run.subjects()));
            return 0;
        }
        Results results = new Results(measure(runs, out), List.of());
        Rendering.write(results, targets, folder, out);
        leftOut.forEach(run -> out.println("No time was left for " + run + ": see --minutes"));
        problems.forEach(problem -> out.println("Problem: " + problem));
        return problems.isEmpty() ? 0 : FAILED;
    }

    private List<Target> targets() throws BadInput {
        if (forks < 1 || iterations < 1 || time < 1) {
            throw new BadInput("--forks, --iterations and --time must be at least 1");
        }
        try {
            Pattern wanted = Pattern.compile(only);
            List<Target> targets = planned()
                    .filter(target -> wanted.matcher(target.benchmark()).find())
                    .toList();
            if (targets.isEmpty()) {
                throw new BadInput("--only " + only + " leaves no target: see the command targets");
            }
            return targets;
        } catch (PatternSyntaxException e) {
            throw new BadInput("--only is no regular expression: " + e.getDescription());
        }
    }

    /** Runs all, and writes what there is after each, so that a run that is broken off has not been in vain. */
    private List<ObjectNode> measure(List<Run> runs, PrintWriter out) throws BadInput {
        Set<String> present = benchmarks();
        List<ObjectNode> results = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes());
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (!present.contains(run.benchmark())) {
                problems.add("there is no benchmark " + run.benchmark());
            } else if (System.nanoTime() - end > 0) {
                leftOut.add(run.benchmark() + " " + run.params());
            } else {
                out.println();
                out.println("## Run " + (i + 1) + " of " + runs.size() + ": " + run.benchmark() + " " + run.params());
                Collection<RunResult> found = measure(run);
                if (found.size() < run.configurations()) {
                    problems.add(run.configurations() - found.size() + " measurements failed: " + run);
                }
                results.addAll(kept(found));
                ResultFile.write(folder.resolve("results.json"), results);
            }
        }
        return results;
    }

    /** The names of all benchmarks of the jar. */
    static Set<String> benchmarks() {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .map(Measurement::shortName)
                .collect(Collectors.toSet());
    }

    private Collection<RunResult> measure(Run run) throws BadInput {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(run.include())
                .forks(forks)
                .warmupIterations(WARMUPS)
                .warmupTime(TimeValue.milliseconds(time))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(time))
                .addProfiler(GCProfiler.class)
                .jvmArgs(HEAP)
                .param("subject", run.subjects().toArray(String[]::new));
        run.params().forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new BadInput("JMH cannot run " + run.benchmark() + ": " + e.getMessage());
        }
    }

    private static List<ObjectNode> kept(Collection<RunResult> found) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(found);
        }
        List<ObjectNode> kept = new ArrayList<>();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        try {
            for (JsonNode row : JSON.readTree(bytes.toByteArray())) {
                ObjectNode result = KeptResult.of(row);
                result.put(KeptResult.MEASURED, today);
                result.set(KeptResult.MACHINE, Machine.here().toJson());
                kept.add(result);
            }
        } catch (IOException e) {
            throw new IllegalStateException("bug: JMH's JSON cannot be read", e);
        }
        return kept;
    }
}
