package dev.holstein.jmh.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a target.
 *
 * @param target the target
 * @param ours what was measured of ours, if anything
 * @param reference the best of the references that were measured, if any
 * @param referencesMeasured how many of the references were measured
 * @param outcome met, missed or not measured
 * @param figure what is compared with the limit; NaN if it was not measured
 */
record Verdict(
        Target target,
        @Nullable Measurement ours,
        @Nullable Measurement reference,
        int referencesMeasured,
        Outcome outcome,
        double figure) {
    /** How it ended. */
    enum Outcome {
        /** The limit is kept. */
        MET("✓ met"),
        /** The limit is not kept. */
        MISSED("✗ MISSED"),
        /** Ours or every reference is absent from the results. */
        NOT_MEASURED("– not measured");

        final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    static List<Verdict> all(List<Target> targets, Results results) {
        return targets.stream().map(target -> of(target, results)).toList();
    }

    static Verdict of(Target target, Results results) {
        Optional<Measurement> ours = results.find(target, target.ours());
        List<Measurement> references = target.references().stream()
                .flatMap(subject -> results.find(target, subject).stream())
                .toList();
        Optional<Measurement> best = references.stream().min(byCost());
        double figure = ours.map(m -> figure(target.rule(), m, best)).orElse(Double.NaN);
        if (target.rule() == Target.Rule.COUNT && results.checks(target) == 0) {
            figure = Double.NaN; // nothing found is nothing proved where nobody looked
        }
        Outcome outcome = Double.isNaN(figure)
                ? Outcome.NOT_MEASURED
                : target.rule().isMet(figure, target.limit()) ? Outcome.MET : Outcome.MISSED;
        return new Verdict(target, ours.orElse(null), best.orElse(null), references.size(), outcome, figure);
    }

    /** The best first. */
    static Comparator<Measurement> byCost() {
        return (first, second) -> first.unit().lessIsBetter
                ? Double.compare(first.median(), second.median())
                : Double.compare(second.median(), first.median());
    }

    private static double figure(Target.Rule rule, Measurement ours, Optional<Measurement> best) {
        return switch (rule) {
            case TIME, BYTES -> ours.median();
            case COUNT -> ours.highest(); // one is too many, in whatever iteration
            case TIME_RATIO ->
                best.map(m -> ours.unit().costRatio(ours.median(), m.median())).orElse(Double.NaN);
            case RATE_RATIO ->
                best.map(m -> ours.unit().costRatio(m.median(), ours.median())).orElse(Double.NaN);
        };
    }

    /** How many of some verdicts have an outcome. */
    static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    /** The figure, or a dash. */
    String shownFigure() {
        return Double.isNaN(figure) ? "–" : target.rule().show(figure);
    }

    /** Who the reference is: if several were to be measured and some were not, this is said, for the best may be among them. */
    String shownReference() {
        List<String> wanted = target.references();
        if (wanted.isEmpty()) {
            return "–";
        }
        if (reference == null) {
            return wanted.size() == 1
                    ? Contender.of(target.benchmark(), wanted.get(0)).label()
                    : "best peer";
        }
        String name = Contender.of(target.benchmark(), reference.subject()).label() + ", "
                + Figures.of(reference.unit(), reference.median());
        return referencesMeasured == wanted.size()
                ? name
                : name + " (best of " + referencesMeasured + ", of " + wanted.size() + " peers)";
    }
}
