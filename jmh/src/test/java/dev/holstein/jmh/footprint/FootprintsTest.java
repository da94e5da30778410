package dev.holstein.jmh.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of the footprints. */
class FootprintsTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return Footprints.run(
                new PrintStream(terminal, true, StandardCharsets.UTF_8),
                new PrintWriter(out),
                new PrintWriter(err, true),
                arguments);
    }

    private static final String ROWS = """
            [
              {"structure": "map", "subject": "TREE_MAP", "keys": "INTEGER", "state": "bulk", "size": 10, "bytes": 448, "bytesPerElement": 44.800},
              {"structure": "map", "subject": "TREE_MAP", "keys": "INTEGER", "state": "one by one", "size": 10, "bytes": 448, "bytesPerElement": 44.800},
              {"structure": "map", "subject": "TREE_MAP", "keys": "INTEGER", "state": "churn", "size": 10, "bytes": 448, "bytesPerElement": 44.800},
              {"structure": "map", "subject": "TREE_MAP", "keys": "INTEGER", "state": "snapshot+1 write", "size": 10, "bytes": 448, "bytesPerElement": 44.800},
              {"structure": "map", "subject": "TREE_MAP", "keys": "INTEGER", "state": "snapshot+100 writes", "size": 10, "bytes": 448, "bytesPerElement": 44.800},
              {"structure": "map", "subject": "TREE_MAP", "keys": "INTEGER", "state": "snapshot+10000 writes", "size": 10, "bytes": 448, "bytesPerElement": 44.800}
            ]
            """;

    @Test
    void theFileIsAnArrayOfRows() throws IOException {
        Path file = folder.resolve("footprint.json");
        assertThat(run("--sizes", "10", "--only", "^map TREE_MAP$", "--out", file.toString()))
                .isZero();
        assertThat(file).content().isEqualTo(ROWS);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("Weighing", "1/1");
    }

    @Test
    void withoutAFileTheRowsAreTheOutput() {
        assertThat(run("--sizes", "10", "--only", "TREE_MAP")).isZero();
        assertThat(out.toString()).isEqualTo(ROWS);
    }

    @Test
    void everySizeIsWeighedAndOursAreReportedToo() {
        assertThat(run("--sizes", "10,20", "--only", "set COW|list COW_LIST")).isZero();
        List<String> lines =
                out.toString().lines().filter(line -> line.contains("{")).toList();
        assertThat(lines).hasSize(24);
        assertThat(lines).filteredOn(line -> line.contains("\"size\": 20,")).hasSize(12);
        assertThat(lines)
                .filteredOn(line -> line.contains("snapshot"))
                .hasSize(12)
                .allMatch(line -> line.matches(".*\"bytesPerElement\": \\d+\\.\\d{3}, \"reportedBytes\": \\d+},?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sizes 0                 | --sizes must be from 1 to 100000000, but one is 0",
                "--sizes 10,-1             | --sizes must be from 1 to 100000000, but one is -1",
                "--sizes ten               | Invalid value for option '--sizes'",
                "--only ^nothing$          | --only ^nothing$ is in none of: [map COW, ",
                "--only (                  | --only is not a regular expression: Unclosed group",
                "--keys TICKET_COMPARATOR  | --keys must have a natural order, but TICKET_COMPARATOR have a comparator",
                "--keys NONE               | Invalid value for option '--keys'",
                "--out missing/f.json      | cannot write --out missing/f.json",
                "--out .                   | cannot write --out .",
                "--what                    | Unknown option: '--what'"
            })
    void aBadOptionGivesOneLineAndCodeTwo(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("footprints: ").contains(message);
        assertThat(out.toString()).isEmpty();
        assertThat(terminal.size()).as("nothing is weighed").isZero();
    }

    @Test
    void aFileThatIsThereIsKeptIfTheOptionsAreBad() throws IOException {
        Path file = Files.writeString(folder.resolve("footprint.json"), "before");
        assertThat(run("--out", file.toString(), "--sizes", "0")).isEqualTo(2);
        assertThat(file).hasContent("before");
    }
}
