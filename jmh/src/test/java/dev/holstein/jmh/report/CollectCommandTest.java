package dev.holstein.jmh.report;

import static dev.holstein.jmh.report.MadeUp.file;
import static dev.holstein.jmh.report.MadeUp.report;
import static dev.holstein.jmh.report.MadeUp.result;
import static dev.holstein.jmh.report.MadeUp.size;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of results, and what is not. */
class CollectCommandTest {
    @TempDir
    private Path folder;

    private JsonNode collected(Object... files) throws IOException {
        Path kept = folder.resolve("kept/results.json");
        Object[] arguments = new Object[files.length + 3];
        arguments[0] = "collect";
        System.arraycopy(files, 0, arguments, 1, files.length);
        arguments[files.length + 1] = "--out";
        arguments[files.length + 2] = kept;
        MadeUp.Said said = report(arguments);
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        return new ObjectMapper().readTree(Files.readString(kept));
    }

    @Test
    void nothingNamesAMachine() throws IOException {
        JsonNode kept = collected(file(folder, "a.json", result("op.Get.get", "COW", size(1000), 1, 2)));

        assertThat(kept.toString()).doesNotContain("secret").doesNotContain("user");
        assertThat(kept.get(0).get("jvmArgs")).hasSize(1);
        assertThat(kept.get(0).has("jvm")).isFalse();
        assertThat(kept.get(0).get("machine").get("cores").asInt()).isPositive();
        assertThat(kept.get(0).get("measured").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void elsewhereSaysNothingOfThisMachine() throws IOException {
        Path source = file(folder, "a.json", result("op.Get.get", "COW", size(1000), 1, 2));

        assertThat(collected(source, "--elsewhere").get(0).has("machine")).isFalse();
    }

    @Test
    void rawDataAndParametersAreKept() throws IOException {
        JsonNode kept = collected(file(folder, "a.json", result("op.Get.get", "COW", size(1000), 1, 2)))
                .get(0);

        assertThat(kept.get("primaryMetric").get("rawData").get(0)).hasSize(2);
        assertThat(kept.get("params").get("size").asText()).isEqualTo("1000");
        assertThat(kept.get("jdkVersion").asText()).isEqualTo("17.0.15");
        assertThat(kept.get("primaryMetric").has("scorePercentiles")).isFalse();
    }

    @Test
    void ofTheProfilersOnlyTheBytesAreKept() throws IOException {
        String others = """
                "torn": {"score": 2, "scoreUnit": "#", "rawData": [[2]]},
                "get:p0.99": {"score": 9, "scoreUnit": "ns/op"},
                "·gc.time": {"score": 9, "scoreUnit": "ms"},""";
        JsonNode metrics = collected(
                        file(folder, "a.json", result("op.Get.get", "avgt", "ns/op", "COW", size(1000), others, 1, 2)))
                .get(0)
                .get("secondaryMetrics");

        assertThat(metrics.fieldNames()).toIterable().containsExactlyInAnyOrder("torn", "gc.alloc.rate.norm");
        assertThat(metrics.get("gc.alloc.rate.norm").get("score").asDouble()).isEqualTo(24.5);
        assertThat(metrics.get("gc.alloc.rate.norm").has("rawData")).isFalse();
        assertThat(metrics.get("torn").has("rawData")).isTrue();
    }

    @Test
    void ofSampledTimesThePercentilesAreKept() throws IOException {
        JsonNode score = collected(
                        file(folder, "a.json", result("op.Get.get", "sample", "us/op", "COW", size(1000), "", 1, 2)))
                .get(0)
                .get("primaryMetric");

        assertThat(score.get("scorePercentiles").fieldNames()).toIterable().containsExactlyInAnyOrder("50.0", "99.0");
        assertThat(score.has("rawData")).isFalse();
    }

    @Test
    void theLaterFileWins() throws IOException {
        Path first = file(
                folder,
                "a.json",
                result("op.Get.get", "COW", size(1000), 1),
                result("op.Get.get", "COW", size(100), 5));
        Path second = file(folder, "b.json", result("op.Get.get", "COW", size(1000), 2));

        JsonNode kept = collected(first, second);

        assertThat(kept).hasSize(2);
        assertThat(kept.findValues("rawData").toString()).isEqualTo("[[[5.0]], [[2.0]]]");
    }

    @Test
    void whatIsKeptIsKeptAgainAsItIs() throws IOException {
        Path kept = folder.resolve("kept/results.json");
        collected(file(folder, "a.json", result("op.Get.get", "COW", size(1000), 1, 2)));
        String once = Files.readString(kept);
        collected(kept);

        assertThat(Files.readString(kept)).isEqualTo(once);
        assertThat(once.lines()).hasSize(3);
    }
}
