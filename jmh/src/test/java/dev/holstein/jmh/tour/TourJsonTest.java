package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --json} writes, and where it cannot. */
class TourJsonTest {
    @TempDir
    Path folder;

    private static TourRun run(Path json) {
        return TourRun.of(TourRun.ALL, "a b c d e f", "--input", "-", "--seconds", "0.1", "--json", json.toString());
    }

    @SuppressWarnings("unchecked") // the tests below say what is where
    private static <T> T at(Object json, String path) {
        Object found = json;
        for (String step : path.split("/")) {
            found = found instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) found).get(step);
        }
        return (T) found;
    }

    @Test
    void allFiguresAreThere() throws IOException {
        Path file = folder.resolve("tour.json");
        Files.writeString(file, "something longer that was there before ".repeat(1000));
        TourRun run = run(file).passes();
        Object json = JsonText.parse(Files.readString(file));

        assertThat((Boolean) at(json, "consistent")).isTrue();
        assertThat(run.out()).endsWith(at(json, "summary") + System.lineSeparator());
        assertThat((Double) at(json, "platform/cores")).isPositive();
        assertThat((String) at(json, "platform/java"))
                .startsWith("" + Runtime.version().feature());
        assertThat((Double) at(json, "plan/secondsPerSubject")).isEqualTo(0.1);
        assertThat((Double) at(json, "plan/seed")).isEqualTo(1);
        assertThat((String) at(json, "input/source")).isEqualTo("standard input");
        assertThat((Double) at(json, "input/entries")).isEqualTo(6);
        assertThat((List<?>) at(json, "subjects")).hasSize(3);
        for (String name : List.of("views", "tornViews", "writesPerSecond", "entriesReadPerSecond", "seconds")) {
            assertThat((Double) at(json, "subjects/0/transfers/" + name)).isNotNegative();
            assertThat((Double) at(json, "subjects/2/indexing/" + name)).isNotNegative();
        }
        assertThat((Double) at(json, "subjects/0/transfers/tornViews")).isZero();
        assertThat((Double) at(json, "subjects/0/nodes/copiedPerTransfer")).isPositive();
        assertThat((Double) at(json, "subjects/0/nodes/bytesOfLastSnapshot")).isPositive();
        assertThat((Object) at(json, "subjects/1/nodes")).isNull();
        assertThat((String) at(json, "list/leftOut")).isEqualTo("--list 0");
        assertThat((String) at(json, "volume/leftOut")).isEqualTo("--volume none");
    }

    @Test
    void unwritableFilesAreRefusedBeforeTheTour() throws IOException {
        assertThat(run(folder).isRefused("cannot write --json").out()).isEmpty();
        assertThat(run(folder.resolve("no/such/folder.json"))
                        .isRefused("cannot write --json", "no such file or folder")
                        .out())
                .isEmpty();
        run(Path.of("")).isRefused("--json");
        TourRun.of("--json", "a\0b").isRefused("--json is not a path");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aRefusedTourLeavesTheFileAsItWas() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.json"), "{}");
        Path never = folder.resolve("never.json");
        for (Path file : List.of(kept, never)) {
            TourRun.of(TourRun.ALL, "", "--input", "-", "--json", file.toString())
                    .isRefused("empty");
        }
        assertThat(kept).hasContent("{}");
        assertThat(never).doesNotExist();
    }

    @Test
    void everyStringComesBack() {
        StringBuilder all = new StringBuilder();
        for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++) {
            all.append((char) c);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("all", all.toString());
        map.put("a \"quoted\\\n\ud800 key", List.of());
        map.put("pair", "\ud83d\udc04");
        map.put("list", List.of(1, 2L, true, Map.of()));
        map.put("none", null);
        String text = Json.of(map);
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
        map.put("list", List.of(1.0, 2.0, true, Map.of()));
        assertThat(JsonText.parse(text)).isEqualTo(map);
    }

    @Test
    void numbersWithoutJsonAreNull() {
        assertThat(JsonText.parse(Json.of(List.of(Double.MIN_VALUE, Double.MAX_VALUE, Long.MIN_VALUE, 1e7, -0.0))))
                .isEqualTo(List.of(Double.MIN_VALUE, Double.MAX_VALUE, (double) Long.MIN_VALUE, 1e7, -0.0));
        assertThat(Json.of(Double.NaN)).isEqualTo("null\n");
        assertThat(Json.of(Double.NEGATIVE_INFINITY)).isEqualTo("null\n");
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
