package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check of lists finds the fault that it is there for, and where the fault is narrow, no other does. */
@Timeout(60)
class BrokenListsTest {
    private static final int SIZE = 3000;
    private static final Plan PLAN = new Plan(0.2, 2, 1, 7);
    private static final Plan ONE_READER = new Plan(0.2, 1, 1, 7);
    private static final Progress SILENT = new Progress(new PrintWriter(Writer.nullWriter()));

    private static final List<Element> ELEMENTS = IntStream.range(0, SIZE)
            .mapToObj(i -> Element.of(new Input.Item("name " + i % 700, i % 700), i))
            .toList();

    private static ListVerdict written(Function<Collection<Element>, ListSubject> twin) throws InterruptedException {
        return written(twin, PLAN);
    }

    private static ListVerdict written(Function<Collection<Element>, ListSubject> twin, Plan plan)
            throws InterruptedException {
        return new ListWriting(twin.apply(ELEMENTS), ELEMENTS, plan).run(SILENT);
    }

    private static ListVerdict foundOnly(Defect defect, ListVerdict verdict) {
        assertThat(verdict.writing().failure()).isNull();
        assertThat(verdict.consistent()).isFalse();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.seen().torn()).isPositive();
        assertThat(verdict.seen().torn(defect)).isEqualTo(verdict.seen().torn());
        assertThat(verdict.seen().firstTorn()).startsWith(defect.words);
        return verdict;
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws InterruptedException {
        for (Function<Collection<Element>, ListSubject> sound : List.<Function<Collection<Element>, ListSubject>>of(
                BrokenLists.Sound::new, ConcurrentListSubject::new, LockedListSubject::new)) {
            for (int writers = 1; writers <= 3; writers++) {
                ListVerdict verdict = written(sound, new Plan(0.1, 2, writers, 1));
                assertThat(verdict.writing().failure()).isNull();
                assertThat(verdict.writing().writes()).isPositive();
                assertThat(verdict.seen().views()).isGreaterThan(2 + ListWalk.Way.values().length);
                assertThat(verdict.seen().firstTorn()).isNull();
                assertThat(verdict.consistent()).isTrue();
                assertThat(verdict.passed()).isTrue();
            }
        }
    }

    /** Its views are whole, its writes are not. On a busy machine a reader may not meet one half-done at once. */
    @Test
    void writesOfTheCopyOnWriteArrayListAreSeenHalfDone() throws InterruptedException {
        ListVerdict verdict;
        do {
            verdict = written(CopyOnWriteListSubject::new);
        } while (verdict.seen().torn() == 0);
        assertThat(verdict.writing().failure()).isNull();
        assertThat(verdict.seen().torn(Defect.SIZE) + verdict.seen().torn(Defect.STATE))
                .isEqualTo(verdict.seen().torn());
        assertThat(verdict.consistent()).isFalse();
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void halfWritesByChance() throws InterruptedException {
        ListVerdict verdict;
        do {
            verdict = written(BrokenLists.StepByStep::new);
        } while (verdict.seen().torn() == 0);
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void halfWrites() throws InterruptedException {
        Sightings seen = written(BrokenLists.Halfway::new).seen();
        assertThat(seen.torn(Defect.SIZE)).isPositive();
        assertThat(seen.torn(Defect.STATE)).isPositive();
        assertThat(seen.torn(Defect.SIZE) + seen.torn(Defect.STATE)).isEqualTo(seen.torn());
    }

    @Test
    void lostAmounts() throws InterruptedException {
        foundOnly(Defect.STATE, written(BrokenLists.Leaking::new));
    }

    @Test
    void wrongAmountsWithTheRightTotal() throws InterruptedException {
        foundOnly(Defect.STATE, written(BrokenLists.Embezzling::new));
    }

    @Test
    void lostAmountsUnderAForgedSeal() throws InterruptedException {
        foundOnly(Defect.STATE, written(BrokenLists.Forging::new));
    }

    @Test
    void elementsInWrongPlaces() throws InterruptedException {
        foundOnly(Defect.ORDER, written(BrokenLists.Misplacing::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, SIZE / 2, SIZE - 2})
    void elementsThatChangedPlaces(int at) throws InterruptedException {
        ListVerdict verdict = foundOnly(Defect.ORDER, written(elements -> new BrokenLists.Swapped(elements, at)));
        assertThat(verdict.seen().torn()).isEqualTo(verdict.seen().views() - 1); // the first snapshot was right
    }

    @ParameterizedTest
    @EnumSource
    void missingElementsInOneWayOfReading(ListWalk.Way way) throws InterruptedException {
        ListVerdict verdict =
                foundOnly(Defect.SIZE, written(elements -> new BrokenLists.Shortened(elements, way), ONE_READER));
        long turns = verdict.seen().views() - 1 - ListWalk.Way.values().length;
        long thisWay = turns / 3 + (turns % 3 > way.ordinal() ? 1 : 0);
        assertThat(verdict.seen().torn()).isEqualTo(thisWay + 1); // and once at rest
    }

    @Test
    void wrongSizes() throws InterruptedException {
        ListVerdict verdict = foundOnly(Defect.SIZE, written(BrokenLists.Miscounted::new));
        assertThat(verdict.seen().torn()).isEqualTo(verdict.seen().views() - 1); // in every way of reading
    }

    @Test
    void staleViews() throws InterruptedException {
        foundOnly(Defect.STALE, written(BrokenLists.Stale::new));
    }

    @Test
    void viewsThatGoBack() throws InterruptedException {
        foundOnly(Defect.STALE, written(BrokenLists.GoingBack::new, ONE_READER));
    }

    @Test
    void whatIsLeftInTheEnd() throws InterruptedException {
        ListVerdict verdict = foundOnly(Defect.STALE, written(BrokenLists.ForgettingAtRest::new));
        assertThat(verdict.seen().torn()).isEqualTo(ListWalk.Way.values().length);
    }

    @Test
    void changedSnapshots() throws InterruptedException {
        assertThat(foundOnly(Defect.CHANGED, written(BrokenLists.Thawing::new))
                        .seen()
                        .torn())
                .isEqualTo(1);
    }

    @Test
    void exceptionsAreKept() throws InterruptedException {
        ListVerdict view = written(BrokenLists.ThrowingView::new);
        assertThat(view.writing().failure()).hasMessage("no view today");
        ListVerdict write = written(BrokenLists.ThrowingWrite::new);
        assertThat(write.writing().failure()).hasMessage("no write today");
        assertThat(view.passed() || write.passed()).isFalse();
    }

    // ---- from the command line ----

    private static TourRun tour(Function<Collection<Element>, ListSubject> list) {
        return TourRun.of(
                TourRun.ALL.subList(0, 1),
                List.of(list),
                CowVolumes::new,
                "a b c",
                "--input",
                "-",
                "--seconds",
                "0.2",
                "--volume",
                VolumeFile.NONE,
                "--list",
                "" + SIZE);
    }

    @Test
    void theExitCodeTells() {
        tour(BrokenLists.Sound::new).passes();
        TourRun torn = tour(BrokenLists.Leaking::new);
        assertThat(torn.exitCode()).isEqualTo(Tour.TORN).isEqualTo(1);
        assertThat(torn.err()).isEmpty();
        assertThat(torn.out())
                .contains("First torn view of Leaking: " + Defect.STATE.words)
                .containsPattern("Leaking: [0-9,]+ views, [0-9,]+ torn")
                .contains("In the rehearsal of lists, Leaking: ");
    }

    @Test
    void aFaultInTheRehearsalIsNotPassedOver() {
        Iterator<Function<Collection<Element>, ListSubject>> twins =
                List.<Function<Collection<Element>, ListSubject>>of(BrokenLists.Leaking::new, BrokenLists.Sound::new)
                        .iterator();
        TourRun run = tour(elements -> twins.next().apply(elements));
        assertThat(run.exitCode()).isEqualTo(Tour.TORN);
        assertThat(run.out())
                .contains("In the rehearsal of lists, Leaking: ")
                .containsPattern("Sound: [0-9,]+ views, none torn");
    }

    @Test
    void theExitCodeDoesNotDependOnOthers() {
        assertThat(tour(BrokenLists.HalfwayUnjudged::new).passes().out())
                .containsPattern("HalfwayUnjudged: [0-9,]+ views, [1-9][0-9,]* torn");
    }

    @Test
    void failuresAreNoSuccess() {
        for (Function<Collection<Element>, ListSubject> list : List.<Function<Collection<Element>, ListSubject>>of(
                BrokenLists.ThrowingView::new, BrokenLists.ThrowingWrite::new)) {
            TourRun run = tour(list);
            assertThat(run.exitCode()).isEqualTo(Tour.TORN);
            assertThat(run.out()).contains("failed with ", "today");
        }
    }
}
