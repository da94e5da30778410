package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holstein.examples.Example;
import dev.holstein.examples.ExampleBlocks;
import dev.holstein.examples.ExampleTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles every example of the README, of the other Markdown and of the Javadoc of both libraries, and runs it with assertions on: an
 * example that lies fails the build.
 */
class ReadmeTest {
    private static final List<String> PACKAGES = List.of(
            "com.fasterxml.jackson.core.type",
            "com.fasterxml.jackson.databind",
            "com.fasterxml.jackson.databind.json",
            "dev.holstein.array",
            "dev.holstein.btree",
            "dev.holstein.btree.jackson",
            "dev.holstein.btree.vavr",
            "dev.holstein.cow",
            "dev.holstein.jackson",
            "dev.holstein.list",
            "dev.holstein.vavr",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.stream");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> markdown() throws IOException {
        List<Example> examples = new ArrayList<>(ExampleBlocks.of(Path.of("..", "README.md")));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(14);
        examples.addAll(ExampleBlocks.of(Path.of("..", "CONTRIBUTING.md")));
        examples.addAll(ExampleBlocks.of(Path.of("..", "CHANGELOG.md")));
        examples.addAll(ExampleBlocks.of(Path.of("..", "jmh", "results", "README.md")));
        return tests(examples, 14);
    }

    @TestFactory
    Stream<DynamicTest> javadocOfCollections() throws IOException {
        return tests(ExampleBlocks.below(Path.of("..", "collections", "src", "main", "java")), 16);
    }

    @TestFactory
    Stream<DynamicTest> javadocOfTheBTree() throws IOException {
        List<Example> examples = ExampleBlocks.below(Path.of("src", "main", "java")).stream()
                // Each row of it is run beside the libraries that it tells of, where those are: by MigrationTest.
                .filter(example -> !example.document().equals("migration.html"))
                .toList();
        return tests(examples, 13);
    }

    /** The runner itself must notice an example that does not hold, and one that does not compile. */
    @Test
    void brokenExamplesAreNoticed() {
        assertThat(failure("assert 1 > 2;")).isInstanceOf(AssertionError.class).hasNoCause();
        assertThat(failure("int x = \"text\";")).hasMessageContaining("incompatible types");
        assertThat(failure("public class Broken { public Broken() { assert false; } }"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void noExampleIsPassedOver() throws IOException {
        assertThat(found(
                        "a.md",
                        "```java\nint x;\n```\n```text\nint y;\n```\n```sh\nls\n```\n  ```java\n  int z;\n  ```\n"))
                .hasToString("[a.md:1, a.md:10]");
        assertThatThrownBy(() -> found("b.md", "```\nint x;\n```\n")).hasMessageContaining("b.md:1");
        assertThatThrownBy(() -> found("c.md", "\n```Java\nint x;\n```\n")).hasMessageContaining("c.md:2");
        assertThatThrownBy(() -> found("d.md", "```java\nint x;\n")).hasMessageContaining("never ends");
        assertThat(found(
                        "E.java",
                        "/**\n * <pre>{@code\n * int x;\n * }</pre>\n * <pre>\n * a; b\n * </pre> */ class E {}"))
                .hasToString("[E.java:2]");
        assertThatThrownBy(() -> found("F.java", "/** F.\n *\n * <pre>\n * int x;   // why\n * </pre>\n */ class F {}"))
                .hasMessageContaining("F.java:3");
        assertThat(found("g.html", "<p>\n<pre class=\"x\">{@code int x; }</pre>"))
                .hasToString("[g.html:2]");
    }

    private List<Example> found(String name, String text) throws IOException {
        return ExampleBlocks.of(Files.writeString(directory.resolve(name), text));
    }

    private Throwable failure(String code) {
        return catchThrowable(() -> new ExampleTests(directory, PACKAGES).check(new Example("Broken", 1, code)));
    }

    private Stream<DynamicTest> tests(List<Example> examples, int fewest) throws IOException {
        return new ExampleTests(directory, PACKAGES).of(examples, fewest);
    }
}
