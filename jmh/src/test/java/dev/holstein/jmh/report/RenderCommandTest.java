package dev.holstein.jmh.report;

import static dev.holstein.jmh.report.MadeUp.file;
import static dev.holstein.jmh.report.MadeUp.keys;
import static dev.holstein.jmh.report.MadeUp.report;
import static dev.holstein.jmh.report.MadeUp.result;
import static dev.holstein.jmh.report.MadeUp.size;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** A report of made-up results says what they say. */
class RenderCommandTest {
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>.*?</tr>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private String page;
    private String summary;

    private void render(Object... arguments) throws IOException {
        Path out = folder.resolve("out");
        Object[] all = Stream.concat(Stream.of("render", "--out", out), Stream.of(arguments))
                .toArray();
        MadeUp.Said said = report(all);
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        page = Files.readString(out.resolve("index.html"));
        summary = Files.readString(out.resolve("summary.md"));
    }

    /** A win at 10⁶ (0.10), a loss at 10³ (1.50), and the same map beside a persistent peer. */
    private Path maps() throws IOException {
        return file(
                folder,
                "maps.json",
                result("op.Get.get", "COW", keys("INTEGER", 1_000_000), 90, 100, 110),
                result("op.Get.get", "TREE_MAP", keys("INTEGER", 1_000_000), 900, 1000, 1100),
                result("op.Get.get", "HASH_MAP", keys("INTEGER", 1_000_000), 10, 10, 10),
                result("op.Get.get", "COW", keys("INTEGER", 1000), 30, 30, 30),
                result("op.Get.get", "TREE_MAP", keys("INTEGER", 1000), 20, 20, 20),
                result("op.Get.get", "VAVR", keys("INTEGER", 1000), 40, 40, 40));
    }

    private List<String> rows(String... parts) {
        return ROW.matcher(page)
                .results()
                .map(row -> row.group().replace("\n", ""))
                .filter(row -> Stream.of(parts).allMatch(row::contains))
                .toList();
    }

    @Test
    void aTargetThatIsMetHasItsRatio() throws IOException {
        render(maps());

        assertThat(rows("<code>Get.get</code>", "integer, 10⁶"))
                .singleElement()
                .asString()
                .contains("CowBTreeMap, 100 ns", "TreeMap, 1.00 µs", ">0.10<", "≤ 0.15", "✓ met");
    }

    @Test
    void aTargetThatIsMissedIsMarkedInWordsAndColour() throws IOException {
        render(maps());

        assertThat(rows("<code>Get.get</code>", "integer, 10³"))
                .singleElement()
                .asString()
                .contains(">1.50<", "class=\"missed\"", "✗ MISSED");
        assertThat(summary).contains("**1.50**", "**✗ missed**").contains("| 0.10 | ≤ 0.15 | ✓ |");
    }

    @Test
    void whereForksDisagreeNothingIsClear() throws IOException {
        render(file(
                folder,
                "maps.json",
                result("op.Get.get", "COW", keys("INTEGER", 1_000_000), 100, 200)
                        .replace("[[100.0, 200.0]]", "[[100, 100], [200, 200]]"),
                result("op.Get.get", "TREE_MAP", keys("INTEGER", 1_000_000), 1000, 1000)
                        .replace("[[1000.0, 1000.0]]", "[[1000, 1000], [1000, 1000]]")));

        assertThat(rows("<code>Get.get</code>", "integer, 10⁶"))
                .singleElement()
                .asString()
                .contains(">0.15 (0.10, 0.20)<", "class=\"unclear\"", "forks disagree");
        assertThat(summary).contains("| **0.15 (0.10, 0.20)** | ≤ 0.15 | **≈ unclear** |");
        assertThat(page).contains("0 of " + Targets.all().size() + " met, 0 missed, 1 unclear");
    }

    @Test
    void aTargetWithoutResultsIsShown() throws IOException {
        render(maps());

        assertThat(rows("<code>ListGet.get</code>", "10⁶"))
                .singleElement()
                .asString()
                .contains("– not measured");
        assertThat(page).contains("1 of " + Targets.all().size() + " met, 1 missed");
        assertThat(summary).contains("Not measured: ").contains("CowList get (10⁶)");
    }

    @Test
    void aLossAgainstTheBestPeerIsMarked() throws IOException {
        render(maps());

        assertThat(rows("class=\"ours\"", "CowBTreeMap"))
                .singleElement()
                .asString()
                .contains("<span class=\"ratio loss\">▲ 1.50 of TreeMap</span>")
                .contains("<span class=\"ratio\">0.10 of TreeMap</span>") // not of HashMap, which has no order
                .contains("<span class=\"range\">90.0 ns to 110 ns</span>")
                .contains("24.5 B");
        assertThat(rows(">Vavr<")).singleElement().asString().contains("<span class=\"ratio\">0.75</span>");
    }

    @Test
    void whatPersistsIsComparedWithWhatPersists() throws IOException {
        render(file(
                folder,
                "maps.json",
                result("op.Put.put", "PERSISTENT", keys("INTEGER", 1000), 50),
                result("op.Put.put", "TREE_MAP", keys("INTEGER", 1000), 10),
                result("op.Put.put", "SCALA", keys("INTEGER", 1000), 100)));

        assertThat(rows("class=\"ours\"")).singleElement().asString().contains("0.50 of Scala");
        assertThat(rows("persistent put", "10³"))
                .singleElement()
                .asString()
                .contains("Scala, 100 ns (best of 1, of 6 peers)", "0.50", "✓ met");
    }

    @Test
    void ratesAreComparedTheOtherWayRound() throws IOException {
        String view = "op.concurrent.ViewWhileWriting.viewAndWrite";
        render(file(
                folder,
                "shared.json",
                result(view, "thrpt", "ops/s", "CONCURRENT", size(100_000), sides(3_000_000, 3000, 0), 1),
                result(view, "thrpt", "ops/s", "SKIP_LIST", size(100_000), sides(1_000_000, 9000, 7), 1),
                result(view, "thrpt", "ops/s", "MV_MAP", size(100_000), sides(2_000_000, 2000, 0), 1)));

        assertThat(rows("(put)")).singleElement().asString().contains(">1.50<", "≥ 1.2", "✓ met");
        assertThat(rows("(view)")).singleElement().asString().contains(">1.50<", "≥ 3", "✗ MISSED");
        assertThat(rows("(torn)")).singleElement().asString().contains(">0<", "≤ 0", "✓ met");
    }

    @Test
    void oneTornViewIsTooMany() throws IOException {
        String view = "op.concurrent.ViewWhileWriting.viewAndWrite";
        String torn = sides(1, 1, 0).replace("[[0, 0, 0]]", "[[0, 0, 1]]");
        render(file(folder, "shared.json", result(view, "thrpt", "ops/s", "CONCURRENT", size(100_000), torn, 1)));

        assertThat(rows("(torn)")).singleElement().asString().contains("✗ MISSED");
    }

    @Test
    void noTornViewIsNothingWhereNoneWasChecked() throws IOException {
        String view = "op.concurrent.ViewWhileWriting.viewAndWrite";
        String unchecked = sides(1, 1, 0).replace("[[20, 20, 20]]", "[[0, 0, 0]]");
        render(file(folder, "shared.json", result(view, "thrpt", "ops/s", "CONCURRENT", size(100_000), unchecked, 1)));

        assertThat(rows("(torn)")).singleElement().asString().contains("– not measured");
    }

    private static String sides(double put, double view, int torn) {
        return """
                "put": {"score": 1, "scoreUnit": "ops/s", "rawData": [[%s]]},
                "view": {"score": 1, "scoreUnit": "ops/s", "rawData": [[%s]]},
                "checked": {"score": 60, "scoreUnit": "#", "rawData": [[20, 20, 20]]},
                "torn": {"score": %d, "scoreUnit": "#", "rawData": [[%d, %d, %d]]},
                """.formatted(put, view, 3 * torn, torn, torn, torn);
    }

    @Test
    void footprintsAreShown() throws IOException {
        Path footprints = Files.writeString(folder.resolve("footprint.json"), """
                [{"structure": "map", "subject": "TREE_MAP", "state": "random", "size": 1000000, "bytesPerElement": 40.0}]
                """);
        render(maps(), "--footprint", footprints);

        assertThat(page).contains("40.0 B", "Footprint");
    }

    @Test
    @Timeout(60)
    void nextToNothingIsDrawnToo() throws IOException {
        Path footprints = Files.writeString(folder.resolve("footprint.json"), """
                [{"structure": "map", "subject": "COW", "state": "a write", "size": 1000000, "bytesPerElement": 0.002},
                 {"structure": "map", "subject": "H2", "state": "a write", "size": 1000000, "bytesPerElement": 0.001}]
                """);
        render(maps(), "--footprint", footprints);

        assertThat(page).contains("0.0020 B", "0.0010 B");
    }

    @Test
    void thePageNeedsNoNetwork() throws IOException {
        render(maps());

        Matcher outside = Pattern.compile("(?:src|href)\\s*+=\\s*+[\"']?+(?!#)[^\\s>]*|@import|url\\((?!#)")
                .matcher(page);
        assertThat(outside.results().map(found -> found.group())).isEmpty();
        assertThat(page).contains("<svg").doesNotContain("<link", "<script");
        assertThat(page.replaceAll("http://www\\.w3\\.org/(2000/svg|1999/xlink)", ""))
                .doesNotContain("://");
    }

    @Test
    void chartsAreWellFormed() throws Exception {
        render(maps());

        List<Path> charts;
        try (Stream<Path> files = Files.list(folder.resolve("out/charts"))) {
            charts = files.toList();
        }
        assertThat(charts).isNotEmpty();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path chart : charts) {
            var root = parser.parse(new InputSource(Files.newBufferedReader(chart)))
                    .getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("svg");
            assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 800 420");
            assertThat(root.getElementsByTagName("path").getLength()).isPositive();
        }
    }

    @Test
    void whatComesFromAFileIsEscaped() throws IOException {
        render(file(folder, "odd.json", result("op.Get.get", "<b>&", keys("<i>", 1000), 1)));

        assertThat(page).doesNotContain("<b>&", "<i>").contains("&lt;b&gt;&amp;", "&lt;i&gt;");
    }

    @Test
    void brokenInputIsOneLineAndExitCodeTwo() throws IOException {
        complains("is not JSON", Files.writeString(folder.resolve("broken.json"), "[{\"benchmark\": \"a"));
        complains("is not JSON", Files.writeString(folder.resolve("text.json"), "Benchmark Mode Cnt"));
        complains("is not an array", Files.writeString(folder.resolve("object.json"), "{}"));
        complains("no result of JMH", Files.writeString(folder.resolve("other.json"), "[{\"a\": 1}, 2]"));
        complains("is not an array", Files.writeString(folder.resolve("empty.json"), ""));
        complains("no such file", folder.resolve("missing.json"));
    }

    private void complains(String of, Path file) {
        MadeUp.Said said = report("render", file, "--out", folder.resolve("out"));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains(of, file.getFileName().toString());
        assertThat(said.err().lines()).hasSize(1);
    }

    @Test
    void noResultsAreNoReport() throws IOException {
        MadeUp.Said said = report("render", file(folder, "none.json"), "--out", folder.resolve("out"));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).isEqualToIgnoringNewLines("report: there is no result in these files");
    }

    @Test
    void badOptionsAreOneLine() {
        for (MadeUp.Said said : List.of(report(), report("render"), report("quick", "--out", "x", "--only", "("))) {
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.err().lines()).hasSize(1);
        }
    }
}
