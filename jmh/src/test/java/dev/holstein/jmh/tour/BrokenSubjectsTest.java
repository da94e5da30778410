package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every check of the tour finds the fault that it is there for: a check that cannot fail shows nothing. */
@Timeout(60)
class BrokenSubjectsTest {
    private static final int NAMES = 4000;
    private static final int LAST = NAMES - 1;
    private static final Plan PLAN = new Plan(0.3, 2, 1, 7);
    private static final Progress SILENT = new Progress(new PrintWriter(Writer.nullWriter()));

    private static final Input FILES = new Input(
            "a test",
            "files",
            "bytes",
            IntStream.range(0, NAMES)
                    .mapToObj(i -> new Input.Item("name " + i, LAST - i))
                    .toList());

    private static Phase indexing(Subject subject) throws InterruptedException {
        return new Indexing(subject, Ledger.of(FILES, PLAN.seed()), PLAN.readers()).run(SILENT);
    }

    private static Phase transfers(Subject subject) throws InterruptedException {
        Ledger ledger = Ledger.of(FILES, PLAN.seed());
        FILES.items().forEach(item -> subject.add(item.name(), item.amount()));
        return new Transfers(subject, ledger, PLAN).run(SILENT);
    }

    private static void foundOnly(Defect defect, Phase phase) {
        assertThat(phase.failure()).isNull();
        assertThat(phase.seen().torn()).isPositive();
        assertThat(phase.seen().torn(defect)).isEqualTo(phase.seen().torn());
        assertThat(phase.seen().firstTorn()).startsWith(defect.words);
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws InterruptedException {
        for (Phase phase : List.of(indexing(new BrokenSubjects.Sound()), transfers(new BrokenSubjects.Sound()))) {
            assertThat(phase.failure()).isNull();
            assertThat(phase.seen().views()).isPositive();
            assertThat(phase.seen().torn()).isZero();
            assertThat(phase.seen().firstTorn()).isNull();
        }
    }

    @Test
    void tornTransfers() throws InterruptedException {
        foundOnly(Defect.STATE, transfers(new BrokenSubjects.Owing()));
    }

    /** The fault that nobody makes on purpose. On a busy machine a reader may not meet it at once. */
    @Test
    void tornTransfersByChance() throws InterruptedException {
        Phase phase;
        do {
            phase = transfers(new BrokenSubjects.TwoPuts());
        } while (phase.seen().torn() == 0);
        foundOnly(Defect.STATE, phase);
    }

    @Test
    void lostQuantities() throws InterruptedException {
        foundOnly(Defect.STATE, transfers(new BrokenSubjects.Leaking()));
    }

    @Test
    void tornItems() throws InterruptedException {
        foundOnly(Defect.STATE, indexing(new BrokenSubjects.HalfAdds()));
    }

    @Test
    void staleViews() throws InterruptedException {
        foundOnly(Defect.STALE, indexing(new BrokenSubjects.Stale()));
    }

    @Test
    void keysOutOfOrder() throws InterruptedException {
        foundOnly(Defect.ORDER, indexing(new BrokenSubjects.Backwards()));
        foundOnly(Defect.ORDER, transfers(new BrokenSubjects.Backwards()));
    }

    @Test
    void wrongSizes() throws InterruptedException {
        foundOnly(Defect.SIZE, indexing(new BrokenSubjects.Miscounted()));
        foundOnly(Defect.SIZE, transfers(new BrokenSubjects.Miscounted()));
    }

    @Test
    void missingEntries() throws InterruptedException {
        BrokenSubjects.Sound forgetful = new BrokenSubjects.Sound();
        FILES.items().forEach(item -> forgetful.add(item.name(), item.amount()));
        assertThat(forgetful.map.remove("name " + LAST)).isZero(); // of amount 0, so that only the count can tell
        foundOnly(Defect.SIZE, new Transfers(forgetful, Ledger.of(FILES, 1), PLAN).run(SILENT));
    }

    @Test
    void changedSnapshots() throws InterruptedException {
        foundOnly(Defect.CHANGED, transfers(new BrokenSubjects.Thawing()));
    }

    @Test
    void exceptionsAreKept() throws InterruptedException {
        assertThat(indexing(new BrokenSubjects.ThrowingView()).failure()).hasMessage("no view today");
        assertThat(indexing(new BrokenSubjects.ThrowingAdd()).failure()).hasMessage("no item today");
        assertThat(transfers(new BrokenSubjects.ThrowingTransfer()).failure()).hasMessage("no transfer today");
    }

    // ---- from the command line ----

    private static TourRun tour(Supplier<Subject> subject) {
        return TourRun.of(List.of(subject), words(), "--input", "-", "--seconds", "0.3");
    }

    private static String words() {
        return String.join(" ", IntStream.range(0, NAMES).mapToObj(i -> "w" + i).toList());
    }

    @Test
    void theExitCodeTells() {
        tour(BrokenSubjects.Sound::new).passes();
        TourRun torn = tour(BrokenSubjects.Owing::new);
        assertThat(torn.exitCode()).isEqualTo(Tour.TORN).isEqualTo(1);
        assertThat(torn.err()).isEmpty();
        assertThat(torn.out())
                .contains("First torn view of Owing: " + Defect.STATE.words)
                .containsPattern("Owing: [0-9,]+ views, [0-9,]+ torn")
                .contains("In the rehearsal, Owing: ");
    }

    @Test
    void theExitCodeDoesNotDependOnOthers() {
        assertThat(tour(BrokenSubjects.OwingUnjudged::new).passes().out())
                .containsPattern("OwingUnjudged: [0-9,]+ views, [1-9][0-9,]* torn");
    }

    @Test
    void failuresAreNoSuccess() {
        for (Supplier<Subject> subject : List.<Supplier<Subject>>of(
                BrokenSubjects.ThrowingAdd::new,
                BrokenSubjects.ThrowingView::new,
                BrokenSubjects.ThrowingTransfer::new)) {
            TourRun run = tour(subject);
            assertThat(run.exitCode()).isEqualTo(Tour.TORN);
            assertThat(run.out()).contains("failed with ", "today");
        }
    }
}
