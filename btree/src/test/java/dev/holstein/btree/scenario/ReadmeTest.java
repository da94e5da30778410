package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every Java block of the README and runs it with assertions on: an example that lies fails the build. */
class ReadmeTest {
    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final int FEWEST_BLOCKS = 3;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyExampleCompilesAndRuns() throws IOException {
        List<String> blocks = blocks(Files.readString(Path.of("..", "README.md")));
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(FEWEST_BLOCKS);
        return Stream.iterate(0, i -> i + 1)
                .limit(blocks.size())
                .map(i -> DynamicTest.dynamicTest("block " + (i + 1), () -> run("Example" + (i + 1), blocks.get(i))));
    }

    /** The runner itself must notice an example that does not hold, and one that does not compile. */
    @TestFactory
    Stream<DynamicTest> brokenExamplesAreNoticed() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "false assertion",
                        () -> assertThat(failure("assert 1 > 2;")).isInstanceOf(AssertionError.class)),
                DynamicTest.dynamicTest(
                        "does not compile",
                        () -> assertThat(failure("int x = \"text\";")).hasMessageContaining("incompatible types")));
    }

    private Throwable failure(String block) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> run("Broken", block));
    }

    private static List<String> blocks(String markdown) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = JAVA_BLOCK.matcher(markdown);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private void run(String name, String block) throws Throwable {
        StringBuilder imports = new StringBuilder(
                "import dev.holstein.array.*;\nimport dev.holstein.btree.*;\nimport dev.holstein.cow.*;\n"
                        + "import dev.holstein.list.*;\n"
                        + "import java.nio.*;\nimport java.util.*;\nimport java.util.concurrent.*;\n");
        StringBuilder body = new StringBuilder();
        block.lines()
                .forEach(line -> (line.startsWith("import ") ? imports : body)
                        .append(line)
                        .append('\n'));
        Path source = directory.resolve(name + ".java");
        Files.writeString(
                source,
                imports + "public class " + name + " {\npublic static void run() throws Exception {\n" + body
                        + "}\n}\n");
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int exitCode = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-d",
                        directory.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        source.toString());
        assertThat(exitCode).as("%s", messages).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            loader.setDefaultAssertionStatus(true);
            loader.loadClass(name).getMethod("run").invoke(null);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
