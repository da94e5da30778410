package dev.holstein.jmh.tour;

import dev.holstein.array.PoolStats;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tour has found, for programs: all figures, under names that say their units. */
final class JsonReport {
    private JsonReport() {}

    /** The whole report, as an object of JSON. */
    static String of(Report report, ListReport list, VolumeReport volume) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("tool", "Holstein tour");
        whole.put("version", Platform.version());
        whole.put("consistent", report.passed() && list.passed() && volume.passed());
        whole.put("summary", Verdict.inWords(report.verdicts()));
        whole.put("platform", platform());
        whole.put("plan", plan(report.plan()));
        whole.put("input", input(report.input(), report.ledger()));
        whole.put(
                "subjects", report.verdicts().stream().map(JsonReport::subject).toList());
        whole.put("list", list(list));
        whole.put("volume", volume(volume));
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
        figures.put("viewsPerSecond", phase.viewsPerSecond());
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

    private static Map<String, @Nullable Object> list(ListReport list) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        if (list.isLeftOut()) {
            whole.put("leftOut", ListStep.LEFT_OUT);
            return whole;
        }
        whole.put("elements", list.size());
        whole.put("secondsPerSubject", list.seconds());
        whole.put("consistent", list.passed());
        whole.put("summary", list.inWords());
        whole.put("subjects", list.verdicts().stream().map(JsonReport::written).toList());
        return whole;
    }

    private static Map<String, @Nullable Object> written(ListVerdict verdict) {
        Map<String, @Nullable Object> subject = new LinkedHashMap<>();
        Phase writing = verdict.writing();
        subject.put("name", verdict.name());
        subject.put("judged", verdict.judged());
        subject.put("consistent", verdict.consistent());
        subject.put("firstTornView", verdict.seen().firstTorn());
        subject.put(
                "failure", writing.failure() == null ? null : writing.failure().toString());
        subject.put("writing", phase(writing));
        Map<String, @Nullable Object> writes = new LinkedHashMap<>();
        verdict.writes().forEach((kind, count) -> writes.put(kind.name().toLowerCase(Locale.ROOT), count));
        subject.put("writesOfKind", writes);
        subject.put("bytesAllocatedPerWrite", verdict.bytesPerWrite());
        ListCosts costs = verdict.costs();
        subject.put("nodesCopiedPerWrite", costs == null ? null : costs.copiedPerWrite());
        subject.put("nodesAfterwards", costs == null ? null : costs.nodes());
        subject.put("bytesOfNodesAfterwards", costs == null ? null : costs.bytes());
        return subject;
    }

    private static Map<String, @Nullable Object> volume(VolumeReport volume) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        VolumeReport.Figures figures = volume.figures();
        if (figures == null) {
            whole.put("leftOut", volume.leftOut());
            return whole;
        }
        whole.put("name", figures.name());
        whole.put("source", figures.source());
        whole.put("bytes", figures.bytes());
        whole.put("blocks", figures.blocks());
        whole.put("consistent", volume.passed());
        whole.put("summary", volume.inWords());
        whole.put(
                "findings",
                volume.findings().stream().map(VolumeFinding::inWords).toList());
        whole.put("timesAllBytesWereCompared", figures.comparisons());
        whole.put("numbersChecked", figures.accounts());
        whole.put(
                "snapshots", figures.snapshots().stream().map(JsonReport::taken).toList());
        whole.put("blocksPinnedByTwoSnapshots", figures.pinnedTwice());
        whole.put("savedSnapshot", figures.savedSnapshot());
        whole.put("writesBesideSaving", figures.writesWhileSaving());
        whole.put("copiedPagesWithoutSnapshots", figures.copiedAlone());
        whole.put("times", times(figures.times()));
        whole.put("pool", pool(figures.pool()));
        return whole;
    }

    private static Map<String, @Nullable Object> taken(VolumeReport.Taken taken) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("number", taken.number());
        figures.put("writesAfterwards", taken.writes());
        figures.put("copiedPages", taken.copiedPages());
        figures.put("copiedBytes", taken.copiedBytes());
        figures.put("bytesKeptAlone", taken.keptAlone());
        figures.put("bytesReclaimedByClose", taken.reclaimed());
        return figures;
    }

    private static Map<String, @Nullable Object> times(VolumeReport.Times times) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("loadNanoseconds", times.load());
        figures.put("snapshotNanoseconds", times.snapshot());
        figures.put("closeNanoseconds", times.close());
        figures.put("cloneOfArrayNanoseconds", times.cloned() == 0 ? null : times.cloned());
        figures.put("firstWriteNanoseconds", times.firstWrite());
        figures.put("laterWriteNanoseconds", times.laterWrite());
        figures.put("saveNanoseconds", times.save());
        return figures;
    }

    private static Map<String, @Nullable Object> pool(PoolStats pool) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("livePages", pool.livePages());
        figures.put("freePages", pool.freePages());
        figures.put("allocatedPages", pool.allocated());
        figures.put("reusedPages", pool.reused());
        figures.put("givenUpPages", pool.givenUp());
        return figures;
    }
}
