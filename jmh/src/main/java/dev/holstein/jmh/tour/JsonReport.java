package dev.holstein.jmh.tour;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tour has found, for programs: all figures, under names that say their units. */
final class JsonReport {
    private JsonReport() {}

    /** The whole report, as an object of JSON. */
    static String of(Report report) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("tool", "Holstein tour");
        whole.put("version", Platform.version());
        whole.put("consistent", report.passed());
        whole.put("summary", Verdict.inWords(report.verdicts()));
        whole.put("platform", platform());
        whole.put("plan", plan(report.plan()));
        whole.put("input", input(report.input(), report.ledger()));
        whole.put(
                "subjects", report.verdicts().stream().map(JsonReport::subject).toList());
        return Json.of(whole);
    }

    private static Map<String, @Nullable Object> platform() {
        Map<String, @Nullable Object> platform = new LinkedHashMap<>();
        platform.put("java", Platform.java());
        platform.put("jvm", Platform.jvm());
        platform.put("os", Platform.os());
        platform.put("cores", Platform.cores());
        platform.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
        return platform;
    }

    private static Map<String, @Nullable Object> plan(Plan plan) {
        Map<String, @Nullable Object> planned = new LinkedHashMap<>();
        planned.put("secondsPerSubject", plan.seconds());
        planned.put("readers", plan.readers());
        planned.put("writers", plan.writers());
        planned.put("seed", plan.seed());
        return planned;
    }

    private static Map<String, @Nullable Object> input(Input input, Ledger ledger) {
        Map<String, @Nullable Object> indexed = new LinkedHashMap<>();
        indexed.put("source", input.source());
        indexed.put("things", input.things());
        indexed.put("items", input.items().size());
        indexed.put("entries", ledger.names().size());
        indexed.put("quantity", input.quantity());
        indexed.put("total", ledger.total());
        return indexed;
    }

    private static Map<String, @Nullable Object> subject(Verdict verdict) {
        Map<String, @Nullable Object> subject = new LinkedHashMap<>();
        subject.put("name", verdict.name());
        subject.put("judged", verdict.judged());
        subject.put("consistent", verdict.consistent());
        subject.put("firstTornView", verdict.seen().firstTorn());
        subject.put(
                "failure", verdict.failure() == null ? null : verdict.failure().toString());
        subject.put("indexing", phase(verdict.indexing()));
        subject.put("transfers", phase(verdict.transfers()));
        subject.put("nodes", verdict.nodes() == null ? null : nodes(verdict.nodes()));
        return subject;
    }

    private static Map<String, @Nullable Object> phase(Phase phase) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("seconds", phase.seconds());
        figures.put("writes", phase.writes());
        figures.put("writesPerSecond", phase.writesPerSecond());
        figures.put("views", phase.seen().views());
        figures.put("microsecondsToTakeAView", phase.seen().microsToTake());
        figures.put("shareOfReadingTimeToTakeViews", phase.seen().shareToTake());
        figures.put("entriesRead", phase.seen().entriesRead());
        figures.put("entriesReadPerSecond", phase.entriesReadPerSecond());
        figures.put("tornViews", phase.seen().torn());
        Map<String, @Nullable Object> defects = new LinkedHashMap<>();
        for (Defect defect : Defect.values()) {
            defects.put(defect.name().toLowerCase(Locale.ROOT), phase.seen().torn(defect));
        }
        figures.put("tornBy", defects);
        return figures;
    }

    private static Map<String, @Nullable Object> nodes(NodeCosts costs) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("copiedPerTransfer", costs.copiedPerTransfer());
        figures.put("inLastSnapshot", costs.nodes());
        figures.put("sharedByFirstAndLastSnapshot", costs.sharedNodes());
        figures.put("bytesOfLastSnapshot", costs.bytes());
        figures.put("bytesKeptForFirstSnapshotAlone", costs.keptByFirst());
        return figures;
    }
}
