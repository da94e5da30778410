package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the lists may be, and what is said of them. */
@Timeout(120)
class TourListTest {
    private static final String[] SHORT = {"--input", "-", "--seconds", "0.2", "--volume", VolumeFile.NONE};

    @TempDir
    Path folder;

    private static TourRun run(String... more) {
        String[] all = new String[SHORT.length + more.length];
        System.arraycopy(SHORT, 0, all, 0, SHORT.length);
        System.arraycopy(more, 0, all, SHORT.length, more.length);
        return TourRun.of(TourRun.ALL.subList(0, 1), TourRun.LISTS, CowVolumes::new, "a b c d e", all);
    }

    @Test
    void theDefaultIsAHundredThousandElements() {
        TourRun run = run().passes();
        assertThat(run.out())
                .contains("Lists: 100,000 elements, written for 0.10 s each")
                .contains("ConcurrentList, writing: ", "CopyOnWriteArrayList, writing: ")
                .containsPattern(
                        "ConcurrentList: [0-9,]+ views, none torn; CopyOnWriteArrayList: [0-9,]+ views, .* torn; "
                                + "synchronized ArrayList: [0-9,]+ views, none torn");
        String[] table = run.out()
                .lines()
                .dropWhile(line -> !line.contains("CopyOnWrite  synchronized"))
                .takeWhile(line -> !line.contains("ConcurrentList: "))
                .toArray(String[]::new);
        assertThat(table).hasSizeGreaterThan(10).allMatch(line -> line.length() == table[0].length());
        assertThat(table[0].length()).isLessThanOrEqualTo(80);
        assertThat(String.join("\n", table))
                .contains("whole lists read per second", "elements read per second", "writes per second", "torn views")
                .contains("Bytes allocated per write", "Nodes copied per write");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 257, 5000})
    void anyLengthWillDo(int size) {
        assertThat(run("--list", "" + size).passes().out()).contains("Lists: " + Numbers.count(size) + " elements");
    }

    @Test
    void severalReadersAndWritersShareTheWork() {
        run("--list", "2000", "--readers", "3", "--writers", "2").passes();
    }

    @Test
    void theyCanBeLeftOut() {
        assertThat(run("--list", "0").passes().out())
                .contains("Lists: left out, --list 0")
                .doesNotContain("CopyOnWriteArrayList");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "10000001", "99999999999", "1.5", "many", ""})
    void badLengthsAreRefused(String size) {
        run("--list", size).isRefused("--list");
    }

    @Test
    void allFiguresAreThere() throws IOException {
        int size = 20_000;
        Path file = folder.resolve("tour.json");
        TourRun run = run("--list", "" + size, "--json", file.toString()).passes();
        Map<?, ?> list = (Map<?, ?>) ((Map<?, ?>) JsonText.parse(Files.readString(file))).get("list");
        assertThat(list.get("elements")).isEqualTo((double) size);
        assertThat(list.get("secondsPerSubject")).isEqualTo(0.1);
        assertThat(list.get("consistent")).isEqualTo(true);
        assertThat(run.out()).contains((String) list.get("summary"));
        List<?> subjects = (List<?>) list.get("subjects");
        assertThat(subjects).hasSize(3);
        for (Object subject : subjects) {
            Map<?, ?> figures = (Map<?, ?>) subject;
            boolean ours = figures.get("name").equals("ConcurrentList");
            assertThat(figures.get("judged")).isEqualTo(ours);
            Map<?, ?> writing = (Map<?, ?>) figures.get("writing");
            for (String name : List.of("views", "viewsPerSecond", "entriesRead", "writes", "writesPerSecond")) {
                assertThat((Double) writing.get(name)).as(name).isPositive();
            }
            Map<?, ?> kinds = (Map<?, ?>) figures.get("writesOfKind");
            assertThat(kinds).hasSize(ListWrites.Kind.values().length);
            assertThat(kinds.values().stream()
                            .mapToDouble(count -> (Double) count)
                            .sum())
                    .isEqualTo(writing.get("writes"));
            for (String name : List.of("nodesCopiedPerWrite", "nodesAfterwards", "bytesOfNodesAfterwards")) {
                assertThat(figures.get(name) != null).as(name).isEqualTo(ours);
            }
        }
        Map<?, ?> ours = (Map<?, ?>) subjects.get(0);
        assertThat((Double) ours.get("nodesCopiedPerWrite")).isBetween(2.0, 20.0);
        assertThat((Double) ours.get("nodesAfterwards")).isGreaterThan(size / 256.0);
        assertThat((Double) ours.get("bytesOfNodesAfterwards")).isGreaterThan(4.0 * size);
        Double copied = (Double) ((Map<?, ?>) subjects.get(1)).get("bytesAllocatedPerWrite");
        if (copied != null) { // not every JVM counts
            assertThat(copied).isGreaterThan(2 * 4.0 * size);
            assertThat((Double) ours.get("bytesAllocatedPerWrite")).isLessThan(copied / 2);
        }
    }
}
