package dev.holstein.jmh.migration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.examples.Example;
import dev.holstein.examples.ExampleTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs both calls of every row of the page on moving here, and compares what they come to. */
class MigrationTest {
    private static final Path PAGE = Path.of("..", "btree", "src", "main", "java", "doc-files", "migration.html");
    private static final List<String> PACKAGES = List.of(
            "dev.holstein.array",
            "dev.holstein.btree",
            "dev.holstein.cow",
            "dev.holstein.jmh.migration",
            "dev.holstein.list",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.stream");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyRowHolds() throws IOException {
        List<Example> rows = MigrationRows.of("migration.html", Files.readString(PAGE));
        return new ExampleTests(directory, PACKAGES).of(rows, 222);
    }

    @Test
    void wrongRowsAreNoticed() {
        assertThatCode(() -> check("", "theirs.get(0)", "ours.get(0)")).doesNotThrowAnyException();
        assertThatCode(() -> check(" class=\"differs\"", "theirs.get(0)", "ours.get(1)"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("", "theirs.get(0)", "ours.get(1)")).hasMessageContaining("theirs 1, ours 2");
        assertThatThrownBy(() -> check("", "theirs.add(3)", "true")).hasMessageContaining("afterwards");
        assertThatThrownBy(() -> check("", "theirs.get(5)", "ours.clear()")).hasMessageContaining("IndexOutOfBounds");
        assertThatThrownBy(() -> check(" class=\"differs\"", "theirs.get(0)", "ours.get(0)"))
                .hasMessageContaining("no difference");
        assertThatThrownBy(() -> check(" id=\"other\"", "theirs.get(0)", "ours.get(0)"))
                .hasMessageContaining("were read");
    }

    private void check(String attribute, String theirs, String ours) throws Throwable {
        String page =
                "<pre>{@code\nList<Integer> theirs = new ArrayList<>(List.of(1, 2));\nCowList<Integer> ours = CowList.of(1, 2);\n}</pre>"
                        + "<table class=\"striped\"><tr" + attribute + "><td>{@code " + theirs + "}</td><td>{@code "
                        + ours
                        + "}</td><td>why</td></tr></table>";
        new ExampleTests(directory, PACKAGES)
                .check(MigrationRows.of("row", page).get(0));
    }
}
