package dev.holstein.jmh.migration;

import dev.holstein.examples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an example of each row of the page: what stands before the table, then both calls, which must come to the same, and leave
 * {@code theirs} and {@code ours} the same; in a row of class {@code differs} they must not come to the same.
 */
final class MigrationRows {
    private static final Pattern TABLE =
            Pattern.compile("<pre>\\{@code\\s(.*?)\\}</pre>\\s*<table class=\"striped\">(.*?)</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile(
            "<tr( class=\"differs\")?>\\s*<td>\\{@code (.*?)\\}</td>\\s*<td>\\{@code (.*?)\\}</td>\\s*<td>(.*?)</td>\\s*</tr>",
            Pattern.DOTALL);

    private MigrationRows() {}

    static List<Example> of(String document, String page) {
        List<Example> rows = new ArrayList<>();
        int tables = 0;
        Matcher table = TABLE.matcher(page);
        while (table.find()) {
            tables++;
            Matcher row = ROW.matcher(table.group(2));
            int inTable = 0;
            while (row.find()) {
                inTable++;
                int line = 1
                        + (int) page.substring(0, table.start(2) + row.start())
                                .lines()
                                .count();
                rows.add(new Example(
                        document, line, code(table.group(1), row.group(2), row.group(3), row.group(1) != null)));
            }
            requireAll(table.group(2), "<td>", 3 * inTable);
        }
        requireAll(page, "<table", tables);
        return rows;
    }

    private static String code(String setup, String theirs, String ours, boolean differ) {
        String compare = differ
                ? "assert !theirOutcome.equals(ourOutcome) : \"no difference: \" + ourOutcome;\n"
                : "assert theirOutcome.equals(ourOutcome) : \"theirs \" + theirOutcome + \", ours \" + ourOutcome;\n"
                        + "assert Outcome.plain(theirs).equals(Outcome.plain(ours)) : \"afterwards theirs \" + theirs + \", ours \" + ours;\n";
        return setup + "Outcome theirOutcome = Outcome.of(() -> " + call(theirs) + ");\n"
                + "Outcome ourOutcome = Outcome.of(() -> " + call(ours) + ");\n" + compare;
    }

    private static String call(String cell) {
        return cell.endsWith(";") || cell.endsWith("}") ? "{ " + cell + " }" : cell;
    }

    /** A row that is written in another way would not be looked at. */
    private static void requireAll(String text, String part, int read) {
        int there = text.split(Pattern.quote(part), -1).length - 1;
        if (there != read) {
            throw new IllegalArgumentException(there + " of " + part + ", " + read + " of them were read in:\n" + text);
        }
    }
}
