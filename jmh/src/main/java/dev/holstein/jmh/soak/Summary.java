package dev.holstein.jmh.soak;

import dev.holstein.jmh.tour.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a run did, as lines of text in columns. */
final class Summary {
    private static final String GAP = "  ";

    private Summary() {}

    /** What was done to each type. */
    static List<String> ofTallies(List<Tally> tallies) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Mixed operations", "kinds", "operations", "snapshots", "checks"));
        long operations = 0;
        long snapshots = 0;
        long checks = 0;
        for (Tally tally : tallies) {
            rows.add(List.of(
                    tally.name(),
                    Numbers.count(tally.kinds()),
                    Numbers.count(tally.operations()),
                    Numbers.count(tally.snapshots()),
                    Numbers.count(tally.checks())));
            operations += tally.operations();
            snapshots += tally.snapshots();
            checks += tally.checks();
        }
        rows.add(List.of("all", "", Numbers.count(operations), Numbers.count(snapshots), Numbers.count(checks)));
        return aligned(rows);
    }

    /** What was in use. */
    static List<String> ofGauge(Gauge gauge, Dropped dropped) {
        return aligned(List.of(
                List.of("In use, medians of " + gauge.readings() + " readings", "first third", "last third"),
                row("bytes of the heap", gauge.heap()),
                row("bytes of direct memory", gauge.direct()),
                row("pages of arrays", gauge.pages()),
                List.of("dropped, and found collected", "", Numbers.count(dropped.total()))));
    }

    private static List<String> row(String label, Gauge.Medians medians) {
        return List.of(label, Numbers.count(medians.first()), Numbers.count(medians.last()));
    }

    /** What was measured of several collections, one in a column. */
    static List<String> ofFigures(String title, List<Figures> figures) {
        Set<String> labels = new LinkedHashSet<>();
        figures.forEach(each -> labels.addAll(each.values.keySet()));
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of(title));
        figures.forEach(each -> heading.add(each.name));
        rows.add(heading);
        for (String label : labels) {
            List<String> row = new ArrayList<>(List.of(label));
            figures.forEach(each -> row.add(each.values.getOrDefault(label, "-")));
            rows.add(row);
        }
        return aligned(rows);
    }

    /** The first column to the left, the others to the right. */
    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + space : GAP + space + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
