package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.PagePool;
import dev.holstein.array.PoolStats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check of the volume finds the fault that it is there for; where the fault is narrow, no other check does. */
@Timeout(60)
class BrokenVolumesTest {
    private static final int BLOCKS = 700;
    private static final int LENGTH = BLOCKS * VolumeFile.BLOCK + 123;
    private static final Progress SILENT = new Progress(new PrintWriter(Writer.nullWriter()));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        byte[] bytes = new byte[LENGTH];
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("volume"), bytes);
    }

    private VolumeReport tour(Function<PagePool, VolumeSubject> twin) throws Exception {
        VolumeFile chosen = VolumeFile.chosen(file.toString(), false).file();
        assertThat(chosen).isNotNull();
        return VolumeStep.run(twin.apply(PagePool.heap(1 << 20)), chosen, 1, SILENT);
    }

    private List<VolumeFinding> findsOnly(VolumeDefect defect, Function<PagePool, VolumeSubject> twin)
            throws Exception {
        VolumeReport report = tour(twin);
        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).isNotEmpty().allMatch(finding -> finding.defect() == defect);
        return report.findings();
    }

    private Set<VolumeDefect> defects(Function<PagePool, VolumeSubject> twin) throws Exception {
        Set<VolumeDefect> defects = EnumSet.noneOf(VolumeDefect.class);
        tour(twin).findings().forEach(finding -> defects.add(finding.defect()));
        return defects;
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws Exception {
        for (Function<PagePool, VolumeSubject> sound :
                List.<Function<PagePool, VolumeSubject>>of(BrokenVolumes.Sound::new, CowVolumes::new)) {
            VolumeReport report = tour(sound);
            assertThat(report.findings()).isEmpty();
            assertThat(report.passed()).isTrue();
        }
    }

    // ---- bytes

    @ParameterizedTest
    @ValueSource(ints = {0, 5000, LENGTH / 2, LENGTH - 1})
    void changedSnapshots(int at) throws Exception {
        List<VolumeFinding> found =
                findsOnly(VolumeDefect.SNAPSHOT, pool -> new BrokenVolumes.WrongByte(pool, false, at));
        assertThat(found).hasSize(2 * VolumeStep.ROUNDS); // after its round, and before its close
        assertThat(found.get(0).where()).isEqualTo("snapshot 1 in round 1, " + place(at));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5000, LENGTH / 2, LENGTH - 1})
    void lostWrites(int at) throws Exception {
        List<VolumeFinding> found = findsOnly(VolumeDefect.LIVE, pool -> new BrokenVolumes.WrongByte(pool, true, at));
        assertThat(found).hasSize(VolumeStep.ROUNDS + 2); // after loading, after each round, without snapshots
        assertThat(found.get(1).where()).isEqualTo("in round 1, " + place(at));
    }

    private static String place(int at) {
        return "block " + Numbers.count(at / VolumeFile.BLOCK) + ", offset " + Numbers.count(at);
    }

    @Test
    void realFaultsAreFoundByMoreThanOneCheck() throws Exception {
        assertThat(defects(BrokenVolumes.Thawing::new)).contains(VolumeDefect.SNAPSHOT);
        assertThat(defects(BrokenVolumes.Losing::new)).contains(VolumeDefect.LIVE, VolumeDefect.DIFF);
        assertThat(defects(BrokenVolumes.CopyingTooMuch::new)).contains(VolumeDefect.COPIED, VolumeDefect.OWN);
        assertThat(defects(BrokenVolumes.Leaking::new))
                .containsExactlyInAnyOrder(VolumeDefect.RECLAIMED, VolumeDefect.POOL);
    }

    @Test
    void wrongSaves() throws Exception {
        assertThat(findsOnly(VolumeDefect.SAVED, pool -> saving(pool, BrokenVolumes::withWrongByte)))
                .containsExactly(new VolumeFinding(VolumeDefect.SAVED, "snapshot 3, " + place(0)));
        assertThat(findsOnly(VolumeDefect.SAVED, pool -> saving(pool, BrokenVolumesTest::withoutLastByte)))
                .containsExactly(new VolumeFinding(VolumeDefect.SAVED, "snapshot 3, " + place(LENGTH - 1)));
        assertThat(findsOnly(VolumeDefect.SAVED, pool -> saving(pool, BrokenVolumesTest::withOneByteMore)))
                .hasSize(1)
                .allMatch(finding -> finding.where().contains("longer than " + Numbers.count(LENGTH)));
    }

    private static VolumeSubject saving(PagePool pool, UnaryOperator<InputStream> fault) {
        return new BrokenVolumes.Saving(pool, fault);
    }

    private static InputStream withoutLastByte(InputStream right) {
        try (right) {
            return new ByteArrayInputStream(right.readAllBytes(), 0, LENGTH - 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream withOneByteMore(InputStream right) {
        return new SequenceInputStream(right, new ByteArrayInputStream(new byte[1]));
    }

    @Test
    void wrongDiffs() throws Exception {
        List<UnaryOperator<List<ArrayRange>>> faults = List.of(
                right -> right.subList(1, right.size()),
                right -> right.subList(0, right.size() - 1),
                right -> changedFirst(right, 0, 1),
                right -> changedFirst(right, -1, 0),
                right -> with(right, new ArrayRange(LENGTH - 1, LENGTH)),
                right -> List.of());
        for (UnaryOperator<List<ArrayRange>> fault : faults) {
            List<VolumeFinding> found = findsOnly(VolumeDefect.DIFF, pool -> new BrokenVolumes.Differing(pool, fault));
            assertThat(found).hasSize(VolumeStep.ROUNDS);
            assertThat(found.get(0).where()).startsWith("in round 1, block ");
        }
    }

    private static List<ArrayRange> changedFirst(List<ArrayRange> right, int earlier, int longer) {
        List<ArrayRange> wrong = new ArrayList<>(right);
        wrong.set(0, new ArrayRange(right.get(0).from() + earlier, right.get(0).to() + longer));
        return wrong;
    }

    private static List<ArrayRange> with(List<ArrayRange> right, ArrayRange more) {
        List<ArrayRange> wrong = new ArrayList<>(right);
        wrong.add(more);
        return wrong;
    }

    // ---- accounts

    private static ArrayStats plus(ArrayStats right, int... more) {
        return new ArrayStats(
                right.pages() + more[0],
                right.ownPages() + more[1],
                right.sharedPages() + more[2],
                right.copiedPages() + more[3],
                right.copiedBytes() + more[4],
                right.inPlaceWrites() + more[5]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wrongAccounts(boolean ofLive) throws Exception {
        List<UnaryOperator<ArrayStats>> own = List.of(
                all -> plus(all, 1, 0, 0, 0, 0, 0),
                all -> plus(all, 0, 1, 0, 0, 0, 0),
                all -> plus(all, 0, 0, 1, 0, 0, 0));
        for (UnaryOperator<ArrayStats> fault : own) {
            findsOnly(VolumeDefect.OWN, pool -> new BrokenVolumes.Accounting(pool, ofLive, fault));
        }
        List<UnaryOperator<ArrayStats>> copied = List.of(
                all -> plus(all, 0, 0, 0, 1, 0, 0),
                all -> plus(all, 0, 0, 0, 0, 1, 0),
                all -> plus(all, 0, 0, 0, 0, 0, 1));
        for (UnaryOperator<ArrayStats> fault : copied) {
            findsOnly(VolumeDefect.COPIED, pool -> new BrokenVolumes.Accounting(pool, ofLive, fault));
        }
    }

    @Test
    void wrongPredictions() throws Exception {
        List<VolumeFinding> found = findsOnly(VolumeDefect.OWN, BrokenVolumes.Boasting::new);
        assertThat(found.get(0).where()).contains("exclusiveBytes is ", " instead of ");
    }

    @Test
    void lateCloses() throws Exception {
        List<VolumeFinding> found = findsOnly(VolumeDefect.RECLAIMED, BrokenVolumes.ClosingLate::new);
        assertThat(found).anyMatch(finding -> finding.where().startsWith("close of snapshot 1, "));
    }

    @Test
    void lostPages() throws Exception {
        List<UnaryOperator<PoolStats>> faults = List.of(
                all -> pool(all, 1, 0, 0, 1), // in use by nobody
                all -> pool(all, 0, 0, 0, 1), // neither in use nor waiting
                all -> pool(all, 0, 0, 1, 0)); // more memory than pages
        for (UnaryOperator<PoolStats> fault : faults) {
            findsOnly(VolumeDefect.POOL, pool -> new BrokenVolumes.Pooling(pool, fault));
        }
    }

    private static PoolStats pool(PoolStats all, int live, int free, int freeBytes, int allocated) {
        return new PoolStats(
                all.livePages() + live,
                all.freePages() + free,
                all.freeBytes() + freeBytes,
                all.allocated() + allocated,
                all.reused(),
                all.givenUp());
    }

    @Test
    void exceptionsAreKept() throws Exception {
        assertThat(findsOnly(VolumeDefect.FAILED, BrokenVolumes.ThrowingWrite::new))
                .singleElement()
                .matches(finding -> finding.where().endsWith("no write today"));
        assertThat(findsOnly(VolumeDefect.FAILED, BrokenVolumes.ThrowingStream::new))
                .singleElement()
                .matches(finding -> finding.where().endsWith("no stream today"));
        assertThat(findsOnly(VolumeDefect.FAILED, BrokenVolumes.ThrowingClose::new))
                .singleElement()
                .matches(finding -> finding.where().endsWith("no close today"));
    }

    // ---- from the command line

    private TourRun run(Function<PagePool, VolumeSubject> twin) {
        return TourRun.of(
                TourRun.ALL,
                TourRun.LISTS,
                twin,
                "to be or not to be",
                "--input",
                "-",
                "--seconds",
                "0.1",
                "--list",
                "0",
                "--volume",
                "" + file);
    }

    @Test
    void theExitCodeTells() {
        assertThat(run(BrokenVolumes.Sound::new).passes().out())
                .containsPattern("Sound: all bytes compared 18 times, [0-9]+ numbers checked, none wrong");
        TourRun broken = run(pool -> new BrokenVolumes.WrongByte(pool, false, 5000));
        assertThat(broken.exitCode()).isEqualTo(Tour.TORN);
        assertThat(broken.err()).isEmpty();
        assertThat(broken.out())
                .contains("Volume, a snapshot is not what it was: snapshot 1 in round 1, block 1, offset 5,000")
                .contains("10 wrong");
    }

    @Test
    void failuresAreNoSuccess() {
        for (Function<PagePool, VolumeSubject> twin : List.<Function<PagePool, VolumeSubject>>of(
                BrokenVolumes.ThrowingWrite::new,
                BrokenVolumes.ThrowingStream::new,
                BrokenVolumes.ThrowingClose::new)) {
            TourRun run = run(twin);
            assertThat(run.exitCode()).isEqualTo(Tour.TORN);
            assertThat(run.out()).contains("Volume, failed: after step ", "today", "1 wrong");
        }
    }
}
