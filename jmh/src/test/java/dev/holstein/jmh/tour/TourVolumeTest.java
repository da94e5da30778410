package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holstein.array.PagePool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be loaded as a volume, what cannot, and what is said of it. */
@Timeout(120)
class TourVolumeTest {
    private static final String[] SHORT = {"--input", "-", "--seconds", "0.1", "--list", "0"};

    @TempDir
    Path folder;

    private static TourRun run(String... more) {
        String[] all = new String[SHORT.length + more.length];
        System.arraycopy(SHORT, 0, all, 0, SHORT.length);
        System.arraycopy(more, 0, all, SHORT.length, more.length);
        return TourRun.of(TourRun.ALL, TourRun.LISTS, CowVolumes::new, "a b c d", all);
    }

    private Path file(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (31 * i + i / VolumeFile.BLOCK);
        }
        return Files.write(folder.resolve("of " + length), bytes);
    }

    @Test
    void theDefaultIsTheImageOfTheJdk() {
        assumeTrue(Files.isRegularFile(Path.of(System.getProperty("java.home"), "lib", "modules")), "needs an image");
        TourRun run = run().passes();
        assertThat(run.out())
                .containsPattern("Volume: [0-9]{2,},[0-9]{3} blocks of JDK "
                        + Runtime.version().feature() + ", lib/modules, 5 snapshots, none wrong")
                .containsPattern("CowByteArray: all bytes compared 18 times, [0-9]+ numbers checked, none wrong");
        assertThat(run.out()
                        .lines()
                        .dropWhile(line -> !line.contains("Snapshot  "))
                        .takeWhile(line -> !line.isEmpty()))
                .hasSizeGreaterThan(8)
                .allMatch(line -> line.length() <= 80);
    }

    /** A byte, less than a block, a block, one byte more, and a tree of three levels with a rest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, VolumeFile.BLOCK, VolumeFile.BLOCK + 1, 5_000 * VolumeFile.BLOCK + 17})
    void anyFileWillDo(int length) throws IOException {
        assertThat(run("--volume", file(length).toString()).passes().out()).contains("none wrong");
    }

    @Test
    void theVolumeMayBeOffTheHeap() throws IOException {
        assertThat(run("--off-heap", "--volume", file(1_000_000).toString())
                        .passes()
                        .out())
                .contains("CowByteArray off the heap: ");
    }

    @Test
    void itCanBeLeftOut() {
        assertThat(run("--volume", "none").passes().out()).contains("Volume: left out, --volume none");
    }

    @Test
    void withoutAnImageItIsLeftOutAndSaid() throws BadInput {
        VolumeFile.Choice choice = VolumeFile.image(folder.resolve("modules"), false);
        assertThat(choice.file()).isNull();
        assertThat(VolumeReport.leftOut(choice.reason()).sentences())
                .containsExactly("Volume: left out, this JDK has no lib/modules, another big file can be named by "
                        + "--volume");
    }

    @Test
    void whatIsNoVolumeIsRefused() throws IOException {
        run("--volume", folder.resolve("nowhere").toString())
                .isRefused("cannot read --volume", "nowhere", "no such file or folder");
        run("--volume", folder.toString()).isRefused("--volume needs a file", "is none");
        run("--volume", file(0).toString()).isRefused("--volume is empty");
        run("--volume", " ").isRefused("--volume needs");
        run("--volume", "a\0b").isRefused("--volume is not a path");
        run("--volume").isRefused("--volume");
    }

    @Test
    void aFileThatDoesNotFitIsRefused() throws IOException {
        Path huge = folder.resolve("huge");
        try (var out = Files.newByteChannel(
                huge, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.position(Runtime.getRuntime().maxMemory()).write(java.nio.ByteBuffer.allocate(1));
        }
        run("--volume", huge.toString()).isRefused("do not fit", "--off-heap");
    }

    @Test
    void aFileThatChangesIsRefused() throws Exception {
        Path file = file(100_000);
        VolumeFile chosen = VolumeFile.chosen(file.toString(), false).file();
        assertThat(chosen).isNotNull();
        Files.write(file, new byte[1], StandardOpenOption.APPEND);
        Progress silent = new Progress(new PrintWriter(Writer.nullWriter()));
        assertThatThrownBy(() -> VolumeStep.run(new CowVolumes(PagePool.heap(0)), chosen, 1, silent))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has changed");
        Files.write(file, new byte[99_000]);
        assertThatThrownBy(() -> VolumeStep.run(new CowVolumes(PagePool.heap(0)), chosen, 1, silent))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("shorter than it was");
    }

    @Test
    void theSameSeedGivesTheSameFigures() throws IOException {
        Path file = file(3_000_000);
        List<?> once = snapshots(file, "5");
        assertThat(snapshots(file, "5")).isEqualTo(once);
        assertThat(snapshots(file, "6")).isNotEqualTo(once);
    }

    private List<?> snapshots(Path file, String seed) throws IOException {
        return (List<?>) json(file, "--seed", seed).get("snapshots");
    }

    private Map<?, ?> json(Path file, String... more) throws IOException {
        Path json = folder.resolve("tour.json");
        String[] all = new String[more.length + 4];
        System.arraycopy(more, 0, all, 4, more.length);
        all[0] = "--volume";
        all[1] = file.toString();
        all[2] = "--json";
        all[3] = json.toString();
        run(all).passes();
        return (Map<?, ?>) ((Map<?, ?>) JsonText.parse(Files.readString(json))).get("volume");
    }

    @Test
    void allFiguresAreThere() throws IOException {
        int blocks = 2_000;
        Map<?, ?> volume = json(file(blocks * VolumeFile.BLOCK));
        assertThat(volume.get("consistent")).isEqualTo(true);
        assertThat((String) volume.get("summary")).startsWith("CowByteArray: ").endsWith("none wrong");
        assertThat(volume.get("bytes")).isEqualTo((double) blocks * VolumeFile.BLOCK);
        assertThat(volume.get("blocks")).isEqualTo((double) blocks);
        assertThat((List<?>) volume.get("findings")).isEmpty();
        assertThat((Double) volume.get("blocksPinnedByTwoSnapshots")).isPositive();
        assertThat(volume.get("copiedPagesWithoutSnapshots")).isEqualTo(0.0);
        List<?> snapshots = (List<?>) volume.get("snapshots");
        assertThat(snapshots).hasSize(VolumeStep.ROUNDS);
        double reclaimed = 0;
        double copied = 0;
        for (Object snapshot : snapshots) {
            Map<?, ?> figures = (Map<?, ?>) snapshot;
            assertThat((Double) figures.get("copiedPages")).isBetween(1.0, 2.0 * 60);
            assertThat(figures.get("copiedBytes")).isEqualTo((Double) figures.get("copiedPages") * VolumeFile.BLOCK);
            copied += (Double) figures.get("copiedBytes");
            reclaimed += (Double) figures.get("bytesReclaimedByClose");
        }
        assertThat(reclaimed).isEqualTo(copied).isPositive();
        Map<?, ?> times = (Map<?, ?>) volume.get("times");
        assertThat(times.values()).hasSize(7).allMatch(nanos -> (Double) nanos > 0);
        Map<?, ?> pool = (Map<?, ?>) volume.get("pool");
        assertThat(pool.get("livePages")).isEqualTo(0.0);
        assertThat((Double) pool.get("reusedPages")).isPositive();
    }

    @Test
    void theCopyIsDeleted() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        run("--volume", file(100_000).toString()).passes();
        try (var left = Files.newDirectoryStream(temporary, "holstein-tour-*.volume")) {
            assertThat(left).isEmpty();
        }
    }
}
