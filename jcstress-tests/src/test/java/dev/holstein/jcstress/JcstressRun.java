package dev.holstein.jcstress;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jcstress.util.TestLineReader;

/**
 * One run of JCStress in a child process, and what it found.
 *
 * <p>JCStress leaves out a test it cannot schedule (more actors than CPUs) and still ends with exit code 0. So a run
 * knows which tests were planned, from the {@code META-INF/TestList} of the classes it runs, and callers compare.
 *
 * @param planned the tests that should have run
 * @param verdicts the verdicts of each test that did run, over all its forks and compilation modes
 * @param exitCode 0 if JCStress itself was content
 * @param log the console output
 */
record JcstressRun(Set<String> planned, Map<String, Set<JcstressRun.Verdict>> verdicts, int exitCode, Path log) {

    /** What JCStress says about one configuration of a test. */
    enum Verdict {
        /** Only acceptable results. */
        OK,
        /** A result that the test forbids. */
        FORBIDDEN,
        /** No statement possible: the test crashed, hung, threw, or gave a result it does not know. */
        ERROR
    }

    private static final String TEST_LIST = "META-INF/TestList";

    /** Writers of maps of any size make their versions before they take their turns, and so in both ways. */
    private static final String WORK_AHEAD = "-Ddev.holstein.btree.workAheadFrom=0";

    /** The tests in the shaded jar, by class name. */
    static Set<String> plannedPromises() throws IOException {
        return planned(Path.of(property("jcstress.jar")));
    }

    /** The broken twins among the test classes, by class name. */
    static Set<String> plannedTwins() throws IOException {
        return planned(Path.of(property("jcstress.testClasses")));
    }

    /** Runs the promises: the tests in the shaded jar. */
    static JcstressRun ofPromises() {
        Path jar = Path.of(property("jcstress.jar"));
        return run("promises", jar, List.of("-jar", jar.toString()));
    }

    /** Runs the broken twins: the tests among the test classes, which come first on the class path. */
    static JcstressRun ofBrokenTwins() {
        Path testClasses = Path.of(property("jcstress.testClasses"));
        String classPath = testClasses + File.pathSeparator + property("java.class.path");
        return run("broken-twins", testClasses, List.of("-cp", classPath, "org.openjdk.jcstress.Main"));
    }

    /** The names of all tests that have this verdict in at least one configuration. */
    Set<String> with(Verdict verdict) {
        Set<String> names = new TreeSet<>();
        verdicts.forEach((name, found) -> {
            if (found.contains(verdict)) {
                names.add(name);
            }
        });
        return names;
    }

    /** A few lines for a failure message: each test with its verdicts, and where to read on. */
    String summary() {
        StringBuilder text = new StringBuilder();
        for (String name : planned) {
            Set<Verdict> found = verdicts.get(name);
            text.append(name)
                    .append(": ")
                    .append(found == null ? "no result (more actors than CPUs?)" : found)
                    .append('\n');
        }
        return text.append("exit code ")
                .append(exitCode)
                .append(", console output: ")
                .append(log)
                .toString();
    }

    private static JcstressRun run(String name, Path tests, List<String> launch) {
        try {
            Set<String> planned = planned(tests);
            Path directory =
                    emptyDirectory(Path.of(property("jcstress.workDir")).resolve(name));
            Path log = directory.resolve("console.log");
            int exitCode = execute(command(launch, directory), directory, log, planned.size());
            JcstressRun run = new JcstressRun(planned, Verdicts.read(directory, tests), exitCode, log);
            System.out.printf("JCStress %s, %d planned:%n%s%n", name, planned.size(), run.summary());
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> launch, Path directory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch);
        command.addAll(List.of("-r", directory.resolve("report").toString()));
        // Actors that take a microsecond drift apart over a stride: short ones let ten times as many of them meet. Few
        // of them: before
        // it begins, JCStress makes, of one thread, thirty times as many states as all strides have.
        command.addAll(List.of("-strideSize", "16", "-strideCount", "64"));
        if (isLong()) {
            command.addAll(List.of("-m", "default"));
        } else {
            // One set of JVM arguments instead of the detected ones, and one iteration: about 3 s per test.
            command.addAll(List.of("-m", "quick", "-sc", "false", "-iters", "1", "-time", "500"));
            command.addAll(List.of("-jvmArgs", "-XX:+TieredCompilation " + WORK_AHEAD));
        }
        return command;
    }

    private static int execute(List<String> command, Path directory, Path log, int tests) throws IOException {
        long limitSeconds = 120 + tests * (isLong() ? 3600L : 120L);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                throw new AssertionError("JCStress still running after " + limitSeconds + " s, see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while JCStress was running", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Reads the list that JCStress's annotation processor wrote next to the classes. */
    private static Set<String> planned(Path jarOrDirectory) throws IOException {
        Set<String> names = new TreeSet<>();
        URL[] place = {jarOrDirectory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, null)) {
            URL list = loader.findResource(TEST_LIST);
            if (list == null) {
                return names;
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    TestLineReader reader = new TestLineReader(line);
                    if (reader.isCorrect()) {
                        names.add(reader.nextString());
                    }
                }
            }
        }
        return names;
    }

    private static Path emptyDirectory(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(directory);
    }

    private static boolean isLong() {
        return System.getProperty("jcstress.mode", "short").equals("long");
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("system property " + name + " is missing: run this test with Maven");
        }
        return value;
    }
}
