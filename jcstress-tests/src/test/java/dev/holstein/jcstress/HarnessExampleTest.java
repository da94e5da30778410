package dev.holstein.jcstress;

import dev.holstein.examples.ExampleBlocks;
import dev.holstein.examples.ExampleTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every example in the documentation of the promises and of their harness, and runs it with assertions on. */
class HarnessExampleTest {
    private static final List<String> PACKAGES = List.of(
            "dev.holstein.btree",
            "dev.holstein.jcstress.harness",
            "java.util",
            "java.util.concurrent",
            "org.openjdk.jcstress.annotations",
            "org.openjdk.jcstress.infra.results");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> javadoc() throws IOException {
        return new ExampleTests(directory, PACKAGES).of(ExampleBlocks.below(Path.of("src", "main", "java")), 1);
    }
}
