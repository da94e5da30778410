package dev.holstein.jmh.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a target.
 *
 * @param target the target
 * @param ours what was measured of ours, if anything
 * @param reference the best of the references that were measured, if any
 * @param referencesMeasured how many of the references were measured
 * @param outcome what became of it
 * @param figure what is compared with the limit; NaN if it was not measured
 * @param ofForks the same of each fork; of a ratio, of the first fork of ours and of the reference, and so on
 */
record Verdict(
        Target target,
        @Nullable Measurement ours,
        @Nullable Measurement reference,
        int referencesMeasured,
        Outcome outcome,
        double figure,
        List<Double> ofForks) {
    /** How it ended. */
    enum Outcome {
        /** The limit is kept. */
        MET("✓ met"),
        /** The limit is not kept. */
        MISSED("✗ MISSED"),
        /** It is kept in one fork and not in another. */
        UNCLEAR("≈ unclear: forks disagree"),
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
        List<Double> ofForks = ours.map(m -> ofForks(target.rule(), m, best)).orElse(List.of());
        return new Verdict(
                target,
                ours.orElse(null),
                best.orElse(null),
                references.size(),
                outcome(target, figure, ofForks),
                figure,
                ofForks);
    }

    private static Outcome outcome(Target target, double figure, List<Double> ofForks) {
        if (Double.isNaN(figure)) {
            return Outcome.NOT_MEASURED;
        }
        long met = ofForks.stream()
                .filter(each -> target.rule().isMet(each, target.limit()))
                .count();
        if (met > 0 && met < ofForks.size()) {
            return Outcome.UNCLEAR;
        }
        return target.rule().isMet(figure, target.limit()) ? Outcome.MET : Outcome.MISSED;
    }

    /** None where forks cannot be paired, and where numbers have no noise: those of bytes, and what is counted. */
    private static List<Double> ofForks(Target.Rule rule, Measurement ours, Optional<Measurement> best) {
        if (rule == Target.Rule.TIME) {
            return ours.forks();
        }
        List<Double> others = best.map(Measurement::forks).orElse(List.of());
        if (!rule.isRatio() || others.size() != ours.forks().size()) {
            return List.of();
        }
        return IntStream.range(0, others.size())
                .mapToObj(i -> ratio(rule, ours.unit(), ours.forks().get(i), others.get(i)))
                .toList();
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
            case TIME_RATIO, RATE_RATIO ->
                best.map(m -> ratio(rule, ours.unit(), ours.median(), m.median()))
                        .orElse(Double.NaN);
        };
    }

    private static double ratio(Target.Rule rule, Unit unit, double ours, double other) {
        return rule == Target.Rule.TIME_RATIO ? unit.costRatio(ours, other) : unit.costRatio(other, ours);
    }

    /** How many of some verdicts have an outcome. */
    static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    /** The figure, or a dash; those of the forks beside it if they disagree. */
    String shownFigure() {
        String shown = Double.isNaN(figure) ? "–" : target.rule().show(figure);
        return outcome == Outcome.UNCLEAR
                ? shown + ofForks.stream().map(target.rule()::show).collect(Collectors.joining(", ", " (", ")"))
                : shown;
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
