package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of the Javadoc agree with the README and with the tests that they name. */
class PagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path OF_MAPS = ROOT.resolve("btree/src/main/java/doc-files");
    private static final Path OF_LISTS = ROOT.resolve("collections/src/main/java/doc-files");
    private static final Pattern PROMISE = Pattern.compile("\\{@code\\s+(array|btree|cow|list)\\.([A-Z]\\w+)\\}");
    private static final Pattern LINK = Pattern.compile("href=\"\\{@docRoot\\}/([\\w.]+)/(doc-files/[\\w-]+\\.html)\"");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([\\w./-]*doc-files/[\\w-]+\\.html)\\)");

    /** Whoever changes what a call costs changes it in both. */
    @Test
    void everyCostOfTheReadmeIsInAPage() throws IOException {
        List<String> pages = new ArrayList<>(rowsOfHtml(Files.readString(OF_MAPS.resolve("costs.html"))));
        pages.addAll(rowsOfHtml(Files.readString(OF_LISTS.resolve("costs.html"))));
        List<String> readme = costsOfReadme(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme).hasSizeGreaterThanOrEqualTo(37);
        assertThat(pages).containsAll(readme);
    }

    @Test
    void everyPromiseNamedIsThere() throws IOException {
        Matcher promise = PROMISE.matcher(Files.readString(OF_LISTS.resolve("memory-model.html")));
        int found = 0;
        while (promise.find()) {
            found++;
            assertThat(ROOT.resolve("jcstress-tests/src/main/java/dev/holstein/jcstress")
                            .resolve(promise.group(1))
                            .resolve(promise.group(2) + ".java"))
                    .isRegularFile();
        }
        assertThat(found).isGreaterThanOrEqualTo(60);
    }

    @Test
    void everyPageIsLinked() throws IOException {
        List<String> linked = new ArrayList<>();
        for (String module : List.of("btree", "collections")) {
            Matcher link = LINK.matcher(Files.readString(ROOT.resolve(module + "/src/main/java/module-info.java")));
            while (link.find()) {
                assertThat(link.group(1)).isEqualTo("dev.holstein." + module);
                linked.add(module + "/src/main/java/" + link.group(2));
            }
        }
        assertThat(linked)
                .hasSize(5)
                .allSatisfy(page -> assertThat(ROOT.resolve(page)).isRegularFile());

        List<String> linkedByReadme = new ArrayList<>();
        Matcher link = MARKDOWN_LINK.matcher(Files.readString(ROOT.resolve("README.md")));
        while (link.find()) {
            linkedByReadme.add(link.group(1));
        }
        assertThat(linkedByReadme).containsAll(linked);
        assertThat(linked).containsAll(linkedByReadme);
    }

    /** The three tables of what a call costs, each row as its cells without marks. */
    private static List<String> costsOfReadme(String readme) {
        String section = readme.substring(readme.indexOf("\n## What a call costs\n"));
        List<String> rows = new ArrayList<>();
        int tables = 0;
        String before = "";
        for (String line : section.lines().toList()) {
            if (line.startsWith("| call ")) {
                tables++;
            } else if (line.startsWith("| ") && before.startsWith("|")) {
                if (tables == 3 && line.contains("benchmark")) {
                    break;
                }
                rows.add(Arrays.stream(line.substring(1).split("\\|"))
                        .map(PagesTest::plain)
                        .toList()
                        .toString());
            } else if (line.startsWith("| ")) {
                break;
            }
            before = line;
        }
        return rows;
    }

    private static List<String> rowsOfHtml(String page) {
        List<String> rows = new ArrayList<>();
        Matcher row = Pattern.compile("<tr>\\s*<td>(.*?)</td>\\s*</tr>", Pattern.DOTALL)
                .matcher(page);
        while (row.find()) {
            rows.add(Arrays.stream(row.group(1).split("</td>\\s*<td>", -1))
                    .map(cell -> plain(cell.replaceAll("\\{@code\\s+([^}]*)\\}", "$1")))
                    .toList()
                    .toString());
        }
        return rows;
    }

    private static String plain(String cell) {
        return cell.replace("`", "").strip().replaceAll("\\s+", " ");
    }
}
