package dev.holstein.jmh.report;

import java.util.List;
import java.util.stream.Collectors;

/** The targets as a table in Markdown, for a README: what is not met is bold, and what was not measured is named below. */
final class Summary {
    private Summary() {}

    static String of(Results results, List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        results.facts().forEach((fact, values) -> {
            if (!values.isEmpty()) {
                text.append("- ")
                        .append(fact)
                        .append(": ")
                        .append(String.join("; ", values))
                        .append('\n');
            }
        });
        text.append('\n').append(Page.counts(verdicts)).append("\n\n");
        text.append("| what | benchmark | for | ours | reference | figure | target | |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() != Verdict.Outcome.NOT_MEASURED) {
                text.append(row(verdict));
            }
        }
        String missing = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Verdict.Outcome.NOT_MEASURED)
                .map(verdict -> verdict.target().row() + " (" + verdict.target().where() + ")")
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            text.append("\nNot measured: ").append(missing).append(".\n");
        }
        return text.toString();
    }

    private static String row(Verdict verdict) {
        Target target = verdict.target();
        Measurement ours = verdict.ours();
        String figure = verdict.shownFigure();
        boolean isMet = verdict.outcome() == Verdict.Outcome.MET;
        String outcome = verdict.outcome() == Verdict.Outcome.UNCLEAR ? "≈ unclear" : "✗ missed";
        return "| "
                + String.join(
                        " | ",
                        target.row(),
                        "`" + target.shortName() + "`",
                        target.where(),
                        Contender.of(target.benchmark(), target.ours()).label()
                                + (ours == null ? "" : ", " + Figures.of(ours.unit(), ours.median())),
                        verdict.shownReference(),
                        isMet ? figure : "**" + figure + "**",
                        target.rule().showLimit(target.limit()),
                        isMet ? "✓" : "**" + outcome + "**")
                + " |\n";
    }
}
