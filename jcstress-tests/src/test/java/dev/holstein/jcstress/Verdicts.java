package dev.holstein.jcstress;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Reads the results that JCStress recorded, rather than what it printed.
 *
 * <p>JCStress grades a result by the one {@code META-INF/TestList} that its classes see. Promises and broken twins have
 * a list each, so every reading happens in a class loader of its own, in which the list in question comes first.
 */
public final class Verdicts implements Function<Path, Map<String, List<String>>> {

    /** Made by {@link #read}, in the class loader of the reading. */
    public Verdicts() {}

    /** The verdicts, per test, recorded in a directory by a run of the tests in {@code jarOrDirectory}. */
    static Map<String, Set<JcstressRun.Verdict>> read(Path directory, Path jarOrDirectory) throws IOException {
        Map<String, Set<JcstressRun.Verdict>> verdicts = new TreeMap<>();
        try (URLClassLoader loader =
                new URLClassLoader(classPath(jarOrDirectory), ClassLoader.getPlatformClassLoader())) {
            @SuppressWarnings("unchecked")
            Function<Path, Map<String, List<String>>> reader =
                    (Function<Path, Map<String, List<String>>>) loader.loadClass(Verdicts.class.getName())
                            .getDeclaredConstructor()
                            .newInstance();
            reader.apply(directory).forEach((name, found) -> {
                Set<JcstressRun.Verdict> here = EnumSet.noneOf(JcstressRun.Verdict.class);
                found.forEach(verdict -> here.add(JcstressRun.Verdict.valueOf(verdict)));
                verdicts.put(name, here);
            });
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot load the reader of JCStress results", e);
        }
        return verdicts;
    }

    private static URL[] classPath(Path first) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(first.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Strings and JDK collections only: this result leaves the class loader. */
    @Override
    public Map<String, List<String>> apply(Path directory) {
        Map<String, List<String>> verdicts = new TreeMap<>();
        for (TestResult result : results(directory)) {
            verdicts.computeIfAbsent(result.getName(), name -> new ArrayList<>())
                    .add(verdict(result).name());
        }
        return verdicts;
    }

    private static List<TestResult> results(Path directory) {
        InProcessCollector collector = new InProcessCollector();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bin.gz")).toList()) {
                DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
                try {
                    reader.dump();
                } finally {
                    reader.close();
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("cannot read the JCStress results in " + directory, e);
        }
        return List.copyOf(collector.getTestResults());
    }

    private static JcstressRun.Verdict verdict(TestResult result) {
        if (result.status() != Status.NORMAL) {
            return JcstressRun.Verdict.ERROR;
        }
        boolean forbidden = result.grading().gradingResults.values().stream()
                .anyMatch(grade -> grade.expect == Expect.FORBIDDEN && grade.count > 0);
        if (forbidden) {
            return JcstressRun.Verdict.FORBIDDEN;
        }
        return result.grading().isPassed ? JcstressRun.Verdict.OK : JcstressRun.Verdict.ERROR;
    }
}
