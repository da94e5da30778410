package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * All that the tour has found, and what it says of that to people.
 *
 * @param plan what was asked for
 * @param input what was indexed
 * @param ledger what there was to find
 * @param rehearsals what became of each subject in the rehearsal
 * @param verdicts what became of it afterwards
 */
record Report(Plan plan, Input input, Ledger ledger, List<Verdict> rehearsals, List<Verdict> verdicts) {
    private static final String NONE = "-";

    /** The table, a column for each subject. */
    List<String> table() {
        Table table = new Table(verdicts.stream().map(Verdict::name).toList());
        row(
                table,
                "Indexing: seconds",
                verdict -> Numbers.decimal(verdict.indexing().seconds()));
        phaseRows(table, Verdict::indexing);
        row(
                table,
                "Transfers: seconds",
                verdict -> Numbers.decimal(verdict.transfers().seconds()));
        phaseRows(table, Verdict::transfers);
        row(
                table,
                "  entries read per second",
                verdict -> Numbers.rounded(verdict.transfers().entriesReadPerSecond()));
        row(
                table,
                "  transfers (writes) per second",
                verdict -> Numbers.rounded(verdict.transfers().writesPerSecond()));
        row(
                table,
                "  reading time lost on copying",
                verdict -> Numbers.percent(verdict.transfers().seen().shareToTake()));
        nodeRow(table, "Nodes copied per transfer", nodes -> Numbers.decimal(nodes.copiedPerTransfer()));
        nodeRow(table, "Nodes in the last snapshot", nodes -> Numbers.count(nodes.nodes()));
        nodeRow(table, "  shared with the first", nodes -> Numbers.count(nodes.sharedNodes()));
        nodeRow(table, "Bytes of the last snapshot", nodes -> Numbers.count(nodes.bytes()));
        nodeRow(table, "  kept for the first alone", nodes -> Numbers.count(nodes.keptByFirst()));
        return table.lines();
    }

    private void phaseRows(Table table, Function<Verdict, Phase> phase) {
        row(
                table,
                "  views taken",
                verdict -> Numbers.count(phase.apply(verdict).seen().views()));
        row(
                table,
                "  torn views",
                verdict -> Numbers.count(phase.apply(verdict).seen().torn()));
    }

    private void row(Table table, String label, Function<Verdict, String> cell) {
        table.row(label, verdicts, cell);
    }

    private void nodeRow(Table table, String label, Function<NodeCosts, String> cell) {
        row(table, label, verdict -> verdict.nodes() == null ? NONE : cell.apply(verdict.nodes()));
    }

    /** What was seen, in words: a line for each judged subject that is torn, and one for all at the end. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Verdict verdict : rehearsals) {
            if (verdict.judged() && !verdict.consistent()) {
                sentences.add("In the rehearsal, " + verdict.inWords());
            }
        }
        for (Verdict verdict : verdicts) {
            String torn = verdict.seen().firstTorn();
            if (verdict.judged() && torn != null) {
                sentences.add("First torn view of " + verdict.name() + ": " + torn);
            }
        }
        sentences.add(Verdict.inWords(verdicts));
        return sentences;
    }

    /** Whether the library has kept its promise, also in the rehearsal: no torn view is passed over. */
    boolean passed() {
        return Verdict.passed(rehearsals) && Verdict.passed(verdicts);
    }
}
