package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Text in columns: the first to the left, the others to the right, under headings of two lines. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> headings = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Makes a table with a column of labels, and one for each heading. */
    Table(List<String> columns) {
        headings.add(labelled(
                "", columns, heading -> heading.substring(0, breakOf(heading)).strip()));
        headings.add(labelled(
                "", columns, heading -> heading.substring(breakOf(heading)).strip()));
    }

    /** Adds a row: a label, and one cell for each thing in a column. */
    <T> void row(String label, List<T> columns, Function<? super T, String> cell) {
        rows.add(labelled(label, columns, cell));
    }

    private static <T> List<String> labelled(String label, List<T> columns, Function<? super T, String> cell) {
        List<String> row = new ArrayList<>();
        row.add(label);
        columns.forEach(column -> row.add(cell.apply(column)));
        return row;
    }

    /** Where a long name is broken in two: the beginning of the word, or number, next to its middle. */
    private static int breakOf(String name) {
        int best = 0;
        for (int i = 1; i < name.length(); i++) {
            boolean begins = Character.isUpperCase(name.charAt(i)) && !Character.isUpperCase(name.charAt(i - 1))
                    || Character.isDigit(name.charAt(i)) && !Character.isDigit(name.charAt(i - 1));
            if (begins && Math.abs(2 * i - name.length()) < Math.abs(2 * best - name.length())) {
                best = i;
            }
        }
        return best;
    }

    /** The lines of the table. */
    List<String> lines() {
        int[] widths = new int[headings.get(0).size()];
        List<List<String>> all = new ArrayList<>(headings);
        all.addAll(rows);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        headings.forEach(heading -> lines.add(line(heading, widths)));
        lines.add("-".repeat(lines.get(lines.size() - 1).length()));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? cells.get(i) + space : GAP + space + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
