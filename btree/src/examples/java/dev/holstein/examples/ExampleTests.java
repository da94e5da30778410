package dev.holstein.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Makes a test of each example: it is compiled with the class path of the test, and run with assertions on. */
public final class ExampleTests {
    private final Path directory;
    private final String imports;

    /**
     * @param directory where sources and classes go
     * @param packages what an example need not import
     */
    public ExampleTests(Path directory, List<String> packages) {
        this.directory = directory;
        this.imports = packages.stream().map(each -> "import " + each + ".*;\n").collect(Collectors.joining());
    }

    /** Compiles all examples, and makes a test of each; fails if there are fewer than {@code fewest}. */
    public Stream<DynamicTest> of(List<Example> examples, int fewest) throws IOException {
        assertThat(examples).hasSizeGreaterThanOrEqualTo(fewest);
        compile(examples);
        return examples.stream().map(each -> DynamicTest.dynamicTest(each.toString(), () -> run(each)));
    }

    /** Compiles one example and runs it. */
    public void check(Example example) throws Throwable {
        compile(List.of(example));
        run(example);
    }

    private void compile(List<Example> examples) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                directory.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xlint:-options",
                "-nowarn"));
        for (Example each : examples) {
            Path folder =
                    directory.resolve("sources").resolve(each.packageName().replace('.', '/'));
            Files.createDirectories(folder);
            Path source = folder.resolve(each.typeName() + ".java");
            Files.writeString(source, each.source(imports));
            arguments.add(source.toString());
        }
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int exitCode = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(exitCode).as("%s", messages).isZero();
    }

    /** Statements are run; of a type that is an example as a whole an object is made. */
    private void run(Example example) throws Throwable {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, ExampleTests.class.getClassLoader())) {
            loader.setDefaultAssertionStatus(true);
            Class<?> type = loader.loadClass(example.packageName() + "." + example.typeName());
            if (example.typeName().equals("Statements")) {
                type.getMethod("run").invoke(null);
            } else {
                type.getConstructor().newInstance();
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
