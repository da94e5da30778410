package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayRange;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import dev.holstein.progress.Standstill;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk image that several virtual machines begin with, each of which writes its own blocks, and that is saved while it is written.
 *
 * <p>A copy of the image for each machine takes all of it each time, for the few blocks that a machine changes. A table of changed
 * blocks in front of a base takes little, but has to be asked at each read, is a chain after a few forks, and leaves open when a block
 * may be freed. And a save that reads the image while it is written puts blocks of several moments into the file ({@link
 * #savedWhileWritten}); one that locks it stops the machine.
 *
 * <p>The recipe is a {@link CowByteArray} with pages as long as a block. A fork is {@code snapshot()}, in O(1); a first write to a
 * block that others show copies that block; {@code exclusiveBytes} is what closing a fork would free; what a fork has changed are the
 * ranges of a {@code diff}, which are also what is committed. Images may be closed in any order, and what nobody shows any more goes
 * back to the {@link PagePool}. One image is for one thread at a time; two forks may be written by two.
 */
@Timeout(60)
class DiskImageTest {
    private static final int BLOCKS = 64;
    private static final int ROUNDS = 2_000;

    private final PagePool pool = PagePool.heap(1 << 20);

    /** The recipe. */
    static final class DiskImage implements AutoCloseable {
        static final int BLOCK = 4096;

        private final CowByteArray bytes;

        private DiskImage(CowByteArray bytes) {
            this.bytes = bytes;
        }

        /** An image of zeros, which takes no memory. */
        static DiskImage blank(long blocks, PagePool pool) {
            return new DiskImage(CowByteArray.ofLength(
                    blocks * BLOCK, ArrayOptions.defaults().withPageSize(BLOCK).withPool(pool)));
        }

        static DiskImage load(Path file, PagePool pool) throws IOException {
            DiskImage image = blank(Files.size(file) / BLOCK, pool);
            try {
                Files.copy(file, image.bytes.outputStream());
                return image;
            } catch (Throwable e) {
                image.close();
                throw e;
            }
        }

        /** An image with the same contents, to be written and closed by itself. O(1). */
        DiskImage fork() {
            return new DiskImage(bytes.snapshot());
        }

        byte[] read(long block) {
            byte[] contents = new byte[BLOCK];
            bytes.read(block * BLOCK, contents);
            return contents;
        }

        void write(long block, byte[] contents) {
            if (contents.length != BLOCK) {
                throw new IllegalArgumentException("a block has " + BLOCK + " bytes, not " + contents.length);
            }
            bytes.write(block * BLOCK, contents);
        }

        /** What closing this image would free. */
        long exclusiveBytes() {
            return bytes.exclusiveBytes();
        }

        /** The ranges of bytes in which this image differs from what it was forked from. */
        List<ArrayRange> changedSince(DiskImage origin) {
            return bytes.diff(origin.bytes).toList();
        }

        /**
         * Writes to another image what was written to this one since it was forked from its origin, and leaves there what was written
         * elsewhere meanwhile; answers how many bytes that were. The ranges are known before the first one is written: a diff reads as
         * it goes.
         */
        long commitTo(DiskImage target, DiskImage origin) {
            long committed = 0;
            for (ArrayRange range : changedSince(origin)) {
                target.bytes.copyFrom(bytes, range.from(), range.from(), range.length());
                committed += range.length();
            }
            return committed;
        }

        void save(OutputStream file) throws IOException {
            bytes.inputStream().transferTo(file);
        }

        /** Saves what the image is now, in another thread; it may be written at once. */
        Future<Path> saveInBackground(Path file, ExecutorService threads) {
            DiskImage frozen = fork();
            try {
                return threads.submit(() -> {
                    try (frozen;
                            OutputStream out = Files.newOutputStream(file)) {
                        frozen.save(out);
                    }
                    return file;
                });
            } catch (RejectedExecutionException e) {
                frozen.close();
                throw e;
            }
        }

        @Override
        public void close() {
            bytes.close();
        }
    }

    @AfterEach
    void allPagesAreBack() {
        assertThat(pool.stats().livePages()).isZero();
    }

    /** A block that says which version of which block it is, so that a torn one would show. */
    private static byte[] block(int number, int version) {
        byte[] contents = new byte[DiskImage.BLOCK];
        ByteBuffer ints = ByteBuffer.wrap(contents);
        while (ints.hasRemaining()) {
            ints.putInt(number * 1_000_000 + version);
        }
        return contents;
    }

    /** The version that a block says it is. */
    private static int version(byte[] block, int number) {
        int version = ByteBuffer.wrap(block).getInt() - number * 1_000_000;
        assertThat(block).isEqualTo(block(number, version));
        return version;
    }

    private static int version(DiskImage image, int number) {
        return version(image.read(number), number);
    }

    private static void write(DiskImage image, int version, int... numbers) {
        for (int number : numbers) {
            image.write(number, block(number, version));
        }
    }

    private DiskImage base() {
        DiskImage base = DiskImage.blank(BLOCKS, pool);
        for (int i = 0; i < BLOCKS; i++) {
            write(base, 0, i);
        }
        return base;
    }

    // ---- forks

    @Test
    void aForkReadsItsOwnBlocksAndThoseOfTheBase() {
        try (DiskImage base = base();
                DiskImage first = base.fork();
                DiskImage second = base.fork()) {
            write(first, 1, 1, 2);
            write(second, 2, 2, 3, 4);
            write(base, 3, 5);
            assertThat(versions(base)).startsWith(0, 0, 0, 0, 0, 3, 0).hasSize(BLOCKS);
            assertThat(versions(first)).startsWith(0, 1, 1, 0, 0, 0, 0);
            assertThat(versions(second)).startsWith(0, 0, 2, 2, 2, 0, 0);
            assertThatThrownBy(() -> first.write(0, new byte[1])).hasMessageContaining("4096 bytes");
        }
    }

    private static List<Integer> versions(DiskImage image) {
        List<Integer> versions = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            versions.add(version(image, i));
        }
        return versions;
    }

    @Test
    void aForkTakesTheBlocksItHasWritten() {
        try (DiskImage base = base();
                DiskImage first = base.fork();
                DiskImage second = base.fork()) {
            assertThat(pool.stats().livePages()).isEqualTo(BLOCKS);
            assertThat(base.exclusiveBytes() + first.exclusiveBytes() + second.exclusiveBytes())
                    .isZero();
            write(first, 1, 1, 2);
            write(first, 2, 1, 2); // in place
            write(second, 1, 2, 3, 4);
            assertThat(pool.stats().livePages()).isEqualTo(BLOCKS + 5);
            assertThat(first.exclusiveBytes()).isEqualTo(2 * DiskImage.BLOCK);
            assertThat(second.exclusiveBytes()).isEqualTo(3 * DiskImage.BLOCK);
            assertThat(base.exclusiveBytes())
                    .as("block 2, which both have replaced")
                    .isEqualTo(DiskImage.BLOCK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void imagesMayBeClosedInAnyOrder(String order) {
        List<DiskImage> images = new ArrayList<>();
        images.add(base());
        images.add(images.get(0).fork());
        images.add(images.get(1).fork());
        for (int i = 0; i < 3; i++) {
            write(images.get(i), i + 1, i, 10);
        }
        List<List<Integer>> expected =
                images.stream().map(DiskImageTest::versions).toList();
        for (char next : order.toCharArray()) {
            DiskImage closed = images.get(next - '0');
            long before = pool.stats().livePages();
            long exclusive = closed.exclusiveBytes();
            closed.close();
            assertThat(before - pool.stats().livePages()).isEqualTo(exclusive / DiskImage.BLOCK);
            for (int i = 0; i < 3; i++) {
                if (!images.get(i).bytes.isClosed()) {
                    assertThat(versions(images.get(i))).isEqualTo(expected.get(i));
                }
            }
        }
    }

    /** The check at the end of each test can fail: an image that is left open holds its pages. */
    @Test
    void anImageThatIsLeftOpenHoldsItsPages() {
        DiskImage base = base();
        DiskImage forgotten = base.fork();
        base.close();
        assertThat(pool.stats().livePages()).isEqualTo(BLOCKS);
        forgotten.close();
        assertThat(pool.stats().livePages()).isZero();
        assertThat(pool.stats().freePages()).isEqualTo(BLOCKS);
    }

    /** A fork whose base is closed has all blocks for itself: there is nothing to flatten. */
    @Test
    void aForkOutlivesItsBase() {
        try (DiskImage base = base();
                DiskImage fork = base.fork()) {
            write(fork, 1, 7);
            base.close();
            assertThat(fork.bytes.isUnique()).isTrue();
            assertThat(fork.exclusiveBytes()).isEqualTo((long) BLOCKS * DiskImage.BLOCK);
            long copied = fork.bytes.stats().copiedPages();
            write(fork, 2, 8);
            assertThat(fork.bytes.stats().copiedPages()).isEqualTo(copied);
        }
    }

    // ---- commit

    @Test
    void aForkIsCommittedByWhatItHasChanged() {
        try (DiskImage base = base();
                DiskImage origin = base.fork();
                DiskImage fork = base.fork()) {
            write(fork, 1, 3, 4, 20);
            write(base, 2, 40);
            assertThat(fork.changedSince(origin)).hasSizeBetween(2, 3 * DiskImage.BLOCK / 4);
            assertThat(fork.commitTo(base, origin)).isPositive().isLessThanOrEqualTo(3 * DiskImage.BLOCK);
            assertThat(versions(base)).isEqualTo(expectedAfterCommit());
            assertThat(fork.commitTo(base, fork)).isZero();
        }
    }

    private static List<Integer> expectedAfterCommit() {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            expected.add(i == 40 ? 2 : i == 3 || i == 4 || i == 20 ? 1 : 0);
        }
        return expected;
    }

    /** The usual way compares with the present base, and takes back what was written there meanwhile. */
    @Test
    void aCommitThatComparesWithTheBaseUndoesWhatItHasGot() {
        try (DiskImage base = base();
                DiskImage fork = base.fork()) {
            write(fork, 1, 3, 4, 20);
            write(base, 2, 40);
            assertThat(fork.commitTo(base, base)).isPositive();
            assertThat(versions(base)).isNotEqualTo(expectedAfterCommit());
            assertThat(version(base, 40)).isZero();
        }
    }

    // ---- two forks, two threads

    /** What an image says of a block that it wrote before another image wrote it in another thread. */
    private static int readBack(DiskImage mine, DiskImage theirs) throws Exception {
        int[] read = new int[1];
        try (Standstill standstill = new Standstill()) {
            Future<?> first = standstill.of(stop -> {
                write(mine, 1, 9);
                stop.run();
                read[0] = version(mine, 9);
            });
            boolean written = standstill.beside(() -> {
                write(theirs, 2, 9);
                return true;
            });
            assertThat(written).isTrue();
            standstill.goOn();
            Standstill.finish(first);
        }
        return read[0];
    }

    @Test
    void forksAreWrittenByDifferentThreads() throws Exception {
        try (DiskImage base = base();
                DiskImage first = base.fork();
                DiskImage second = base.fork()) {
            assertThat(readBack(first, second)).isEqualTo(1);
            assertThat(readBack(first, first)).as("a fork that is none").isEqualTo(2);
            assertThat(WhileWritten.check(
                            () -> assertThat(versions(base)).containsOnly(0),
                            () -> writeAll(first, 100),
                            () -> writeAll(second, 200)))
                    .isPositive();
            assertThat(versions(first)).containsOnly(119);
            assertThat(versions(second)).containsOnly(219);
        }
    }

    private static void writeAll(DiskImage fork, int from) {
        for (int version = from; version < from + 20; version++) {
            for (int i = 0; i < BLOCKS; i++) {
                write(fork, version, i);
                assertThat(version(fork, i)).isEqualTo(version);
            }
        }
    }

    // ---- a save while the image is written

    /** What is saved of an image if the save stands still after its first blocks while a machine writes the first and the last one. */
    private static byte[] savedWhileWritten(DiskImage saved, DiskImage machine) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Standstill standstill = new Standstill()) {
            Future<?> save = standstill.of(stop -> {
                try {
                    saved.save(new OutputStream() {
                        @Override
                        public void write(int single) {
                            file.write(single);
                        }

                        @Override
                        public void write(byte[] source, int from, int count) {
                            file.write(source, from, count);
                            stop.run();
                        }
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            write(machine, 1, 0, BLOCKS - 1);
            standstill.goOn();
            Standstill.finish(save);
        }
        return file.toByteArray();
    }

    /** Whether the first and the last block, which are written together, are of one version. */
    private static boolean isWhole(byte[] file) {
        byte[] first = Arrays.copyOf(file, DiskImage.BLOCK);
        byte[] last = Arrays.copyOfRange(file, file.length - DiskImage.BLOCK, file.length);
        return version(first, 0) == version(last, BLOCKS - 1);
    }

    @Test
    void aSavedForkIsOfOneMoment() throws Exception {
        try (DiskImage machine = base();
                DiskImage frozen = machine.fork()) {
            assertThat(isWhole(savedWhileWritten(frozen, machine))).isTrue();
            assertThat(version(machine, 0)).isEqualTo(1);
        }
    }

    @Test
    void anImageThatIsSavedWhileItIsWrittenIsTorn() throws Exception {
        try (DiskImage machine = base()) {
            assertThat(isWhole(savedWhileWritten(machine, machine))).isFalse();
        }
    }

    @Test
    void savesGoOnInTheBackground(@TempDir Path directory) throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (DiskImage machine = base()) {
            List<Future<Path>> saves = new ArrayList<>();
            for (int i = 1; i <= ROUNDS; i++) {
                write(machine, i, 0, BLOCKS - 1);
                if (i % 100 == 0) {
                    saves.add(machine.saveInBackground(directory.resolve("image " + i), threads));
                }
            }
            for (int i = 0; i < saves.size(); i++) {
                Path file = saves.get(i).get();
                assertThat(isWhole(Files.readAllBytes(file))).isTrue();
                try (DiskImage loaded = DiskImage.load(file, pool)) {
                    assertThat(version(loaded, 0)).isEqualTo(100 * (i + 1));
                    assertThat(version(loaded, 1)).isZero();
                }
            }
            assertThat(machine.bytes.isUnique())
                    .as("all that was saved is closed")
                    .isTrue();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aSaveThatIsRefusedLeavesNoFork(@TempDir Path directory) {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        threads.shutdown();
        try (DiskImage machine = base()) {
            assertThatThrownBy(() -> machine.saveInBackground(directory.resolve("image"), threads))
                    .isInstanceOf(RejectedExecutionException.class);
            assertThat(machine.bytes.isUnique()).isTrue();
        }
    }
}
