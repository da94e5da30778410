package dev.holstein.jmh.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All measurements of one score of one benchmark: subjects by columns. */
final class Operation implements Comparable<Operation> {
    /** The parts of a report. */
    enum Part {
        /** Sorted maps, one thread. */
        MAPS("Sorted maps"),
        /** Maps and lists, many threads. */
        SHARED("Several threads"),
        /** Lists, one thread. */
        LISTS("Lists"),
        /** Arrays, one thread. */
        ARRAYS("Arrays"),
        /** Bytes. */
        FOOTPRINTS("Footprint: bytes of the structure alone");

        final String title;

        Part(String title) {
            this.title = title;
        }
    }

    /**
     * What the columns differ in.
     *
     * @param variant the kind of keys, or whatever parameters there are
     * @param size of the collection
     */
    record Column(String variant, long size) {}

    /**
     * Ours by another's.
     *
     * @param value below one is better
     * @param other with whom it is compared
     */
    record Ratio(double value, Contender other) {
        /** Where a ratio of two decimals is no longer 1.00. */
        private static final double LOST = 1.005;

        boolean isLoss() {
            return value >= LOST;
        }
    }

    private final List<Measurement> measurements;
    private final Measurement any;

    /**
     * Makes an operation.
     *
     * @param measurements at least one
     */
    Operation(List<Measurement> measurements) {
        this.measurements = List.copyOf(measurements);
        any = measurements.get(0);
    }

    Part part() {
        if (any.benchmark().startsWith(Target.FOOTPRINT)) {
            return Part.FOOTPRINTS;
        }
        if (any.benchmark().startsWith("op.concurrent.")) {
            return Part.SHARED;
        }
        if (any.benchmark().startsWith("op.list.")) {
            return Part.LISTS;
        }
        return any.benchmark().startsWith("op.array.") ? Part.ARRAYS : Part.MAPS;
    }

    /** Class and method, and which score of it. */
    String title() {
        return any.benchmark().replaceFirst("^(op|footprint)\\.((list|array|concurrent)\\.)?", "")
                + (any.metric().isEmpty() ? "" : ": " + any.metric());
    }

    /** What no other operation of a report is called, for links and files. */
    String anchor() {
        return (any.benchmark() + "-" + any.metric() + "-" + any.mode() + "-" + any.threads())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    /** What a number of this operation is. */
    String meaning() {
        String threads = any.threads() == 1 ? "" : ", " + any.threads() + " threads";
        return switch (any.unit()) {
            case NANOS ->
                (any.percentiles().isEmpty() ? "time of an operation" : "time of single operations") + threads;
            case RATE -> "operations per second: more is better" + threads;
            case BYTES -> "bytes of an element";
            case COUNT -> "number in an iteration" + threads;
        };
    }

    Unit unit() {
        return any.unit();
    }

    List<Column> columns() {
        return measurements.stream()
                .map(Operation::column)
                .distinct()
                .sorted(Comparator.comparing(Column::variant).thenComparing(Column::size))
                .toList();
    }

    List<String> variants() {
        return columns().stream().map(Column::variant).distinct().toList();
    }

    private static Column column(Measurement measurement) {
        return new Column(measurement.variant(), measurement.size());
    }

    /** The constants of all subjects: ours first. */
    List<String> subjects() {
        return measurements.stream()
                .map(Measurement::subject)
                .distinct()
                .sorted(Comparator.comparing(
                                (String subject) -> !contender(subject).isOurs())
                        .thenComparing(subject -> contender(subject).marker())
                        .thenComparing(subject -> subject))
                .toList();
    }

    Contender contender(String subject) {
        return Contender.of(any.benchmark(), subject);
    }

    Optional<Measurement> at(String subject, Column column) {
        return measurements.stream()
                .filter(m -> m.subject().equals(subject) && column(m).equals(column))
                .findFirst();
    }

    /**
     * The ratio that a cell shows. Of ours: to the best of those that a program could take instead. Of a peer: that of ours of
     * its own kind, or else of any that it could replace. None if nothing is there to compare with.
     */
    @Nullable
    Ratio ratio(String subject, Column column) {
        Measurement own = at(subject, column).orElse(null);
        if (own == null || unit() == Unit.COUNT) {
            return null;
        }
        Contender contender = contender(subject);
        List<Measurement> here =
                measurements.stream().filter(m -> column(m).equals(column)).toList();
        if (contender.isOurs()) {
            return here.stream()
                    .filter(m -> !contender(m.subject()).isOurs())
                    .filter(m -> contender.canBeReplacedBy(contender(m.subject())))
                    .min(Verdict.byCost())
                    .map(best -> ratio(own, best, contender(best.subject())))
                    .orElse(null);
        }
        return here.stream()
                .filter(m -> contender(m.subject()).isOurs())
                .filter(m -> contender(m.subject()).canBeReplacedBy(contender))
                .min(Comparator.comparing(m -> contender(m.subject()).kind() != contender.kind()))
                .map(ours -> ratio(ours, own, contender(ours.subject())))
                .orElse(null);
    }

    private static Ratio ratio(Measurement ours, Measurement other, Contender named) {
        return new Ratio(ours.unit().costRatio(ours.median(), other.median()), named);
    }

    @Override
    public int compareTo(Operation other) {
        return Comparator.comparing(Operation::part)
                .thenComparing(Operation::title)
                .thenComparing(Operation::anchor)
                .compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Operation operation && compareTo(operation) == 0;
    }

    @Override
    public int hashCode() {
        return anchor().hashCode();
    }
}
