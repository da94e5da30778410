package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the lists, and what is said of that to people.
 *
 * @param size the elements of each list; 0 if the step was left out
 * @param seconds how long each was written
 * @param rehearsals what became of each list in the rehearsal
 * @param verdicts what became of it afterwards
 */
record ListReport(int size, double seconds, List<ListVerdict> rehearsals, List<ListVerdict> verdicts) {
    private static final String NONE = "-";

    /** The report of a tour without lists. */
    static final ListReport LEFT_OUT = new ListReport(0, 0, List.of(), List.of());

    boolean isLeftOut() {
        return size == 0;
    }

    /** The table, a column for each list; empty if there is nothing to show. */
    List<String> table() {
        if (isLeftOut()) {
            return List.of();
        }
        Table table = new Table(verdicts.stream().map(ListVerdict::name).toList());
        row(table, "Lists: seconds", list -> Numbers.decimal(list.writing().seconds()));
        row(table, "  views taken", list -> Numbers.count(list.seen().views()));
        row(table, "  torn views", list -> Numbers.count(list.seen().torn()));
        row(
                table,
                "  whole lists read per second",
                list -> Numbers.rounded(list.writing().viewsPerSecond()));
        row(
                table,
                "  elements read per second",
                list -> Numbers.rounded(list.writing().entriesReadPerSecond()));
        row(table, "  writes per second", list -> Numbers.rounded(list.writing().writesPerSecond()));
        row(
                table,
                "  reading time lost on copying",
                list -> Numbers.percent(list.seen().shareToTake()));
        row(table, "Bytes allocated per write", list -> bytes(list.bytesPerWrite()));
        costRow(table, "Nodes copied per write", costs -> Numbers.decimal(costs.copiedPerWrite()));
        costRow(table, "Nodes of the list afterwards", costs -> Numbers.count(costs.nodes()));
        costRow(table, "  their bytes", costs -> Numbers.count(costs.bytes()));
        return table.lines();
    }

    private void row(Table table, String label, Function<ListVerdict, String> cell) {
        table.row(label, verdicts, cell);
    }

    private void costRow(Table table, String label, Function<ListCosts, String> cell) {
        row(table, label, list -> list.costs() == null ? NONE : cell.apply(list.costs()));
    }

    private static String bytes(double count) {
        return Double.isNaN(count) ? NONE : Numbers.rounded(count);
    }

    /** What was seen, in words: a line for each judged list that is torn, and one for all at the end. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (ListVerdict verdict : rehearsals) {
            if (!verdict.passed()) {
                sentences.add("In the rehearsal of lists, " + verdict.inWords());
            }
        }
        for (ListVerdict verdict : verdicts) {
            String torn = verdict.seen().firstTorn();
            if (verdict.judged() && torn != null) {
                sentences.add("First torn view of " + verdict.name() + ": " + torn);
            }
        }
        sentences.add(inWords());
        return sentences;
    }

    /** What was seen, on one line. */
    String inWords() {
        return isLeftOut()
                ? "Lists: left out, " + ListStep.LEFT_OUT
                : verdicts.stream().map(ListVerdict::inWords).collect(Collectors.joining("; "));
    }

    /** Whether the library has kept its promise, also in the rehearsal. */
    boolean passed() {
        return rehearsals.stream().allMatch(ListVerdict::passed)
                && verdicts.stream().allMatch(ListVerdict::passed);
    }
}
