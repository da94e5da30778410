package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Saving a data set in the background, as Redis does: a frozen view goes to a file while the parent writes on. It
 * costs as many pages as the parent modifies meanwhile: 5% here.
 */
class RedisBgsaveTest {
    private static final int PAGE = 4_096;
    private static final int PAGES = 2_000;
    private static final int MODIFIED = PAGES / 20;
    private static final int LENGTH = PAGES * PAGE;
    private static final long SEED = 20_090_510;

    private final PagePool pool = PagePool.heap(1 << 20);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final CowByteArray data = data();

    @TempDir
    Path folder;

    private CowByteArray data() {
        byte[] contents = new byte[LENGTH];
        new Random(SEED).nextBytes(contents);
        return CowByteArray.copyOf(
                contents, ArrayOptions.defaults().withPageSize(PAGE).withPool(pool));
    }

    @AfterEach
    void everyPageReturns() {
        background.shutdownNow();
        data.close();
        assertThat(pool.stats().livePages()).isZero();
    }

    /** 5% of the pages, each several times. */
    private void modify() {
        Random random = new Random(SEED + 1);
        List<Integer> pages = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            pages.add(page);
        }
        Collections.shuffle(pages, random);
        for (int round = 0; round < 3; round++) {
            for (int page : pages.subList(0, MODIFIED)) {
                long index = (long) page * PAGE + random.nextInt(PAGE);
                data.set(index, (byte) (data.get(index) + 1));
            }
        }
    }

    /** Saves half, lets the parent write to both halves, and saves the other half: by a channel. */
    @Test
    void theFileIsTheStateAtTheSnapshot() throws Exception {
        byte[] atTheSnapshot = data.toArray();
        Path file = folder.resolve("dump");
        CountDownLatch halfSaved = new CountDownLatch(1);
        CountDownLatch modified = new CountDownLatch(1);
        CowByteArray frozen = data.snapshot();

        Future<?> saving = background.submit(() -> {
            try (SeekableByteChannel from = frozen.channel();
                    FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                save(from, to, LENGTH / 2);
                halfSaved.countDown();
                modified.await();
                save(from, to, LENGTH);
            }
            return null;
        });
        halfSaved.await();
        modify();
        modified.countDown();
        saving.get();

        assertThat(Files.readAllBytes(file)).isEqualTo(atTheSnapshot);
        assertCostIsWhatWasModified(frozen);
        assertThat(data.toArray()).isNotEqualTo(atTheSnapshot);
        frozen.close();
        assertThat(pool.stats().livePages()).isEqualTo(PAGES);

        // saved: the parent writes in place again, everywhere
        long copied = data.stats().copiedPages();
        data.fill((byte) 1);
        assertThat(data.stats().copiedPages()).isEqualTo(copied);
    }

    private static void save(SeekableByteChannel from, FileChannel to, long end) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(10_000); // in no step with the pages
        while (from.position() < end) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), end - from.position()));
            assertThat(from.read(chunk)).isPositive();
            chunk.flip();
            while (chunk.hasRemaining()) {
                assertThat(to.write(chunk)).isPositive();
            }
        }
    }

    /** Nobody waits for anybody, and the snapshot is closed by the thread that saves it. */
    @Test
    void savingByAStreamBesideTheParent() throws Exception {
        byte[] atTheSnapshot = data.toArray();
        Path file = folder.resolve("dump");
        CowByteArray frozen = data.snapshot();
        Future<Long> saving = background.submit(() -> {
            try (frozen;
                    InputStream from = frozen.inputStream();
                    OutputStream to = Files.newOutputStream(file)) {
                return from.transferTo(to);
            }
        });
        modify();
        assertThat(saving.get()).isEqualTo(LENGTH);
        assertThat(Files.readAllBytes(file)).isEqualTo(atTheSnapshot);
        assertThat(data.stats().copiedPages()).isLessThanOrEqualTo(MODIFIED);
        assertThat(data.stats().ownPages()).isEqualTo(PAGES);
        assertThat(pool.stats().livePages()).isEqualTo(PAGES);
        ArrayProbe.check(data);

        // and loaded again, after a crash that lost what was written since
        try (CowByteArray loaded = CowByteArray.ofLength(LENGTH);
                InputStream from = Files.newInputStream(file);
                OutputStream to = loaded.outputStream()) {
            assertThat(from.transferTo(to)).isEqualTo(LENGTH);
            assertThat(loaded.toArray()).isEqualTo(atTheSnapshot);
        }
    }

    /** The next save is of what changed since the last one. */
    @Test
    void theDifferenceIsWhatWasModified() {
        try (CowByteArray saved = data.snapshot()) {
            modify();
            assertThat(data.diff(saved).map(range -> range.from() / PAGE).distinct())
                    .hasSize(MODIFIED);
        }
    }

    private void assertCostIsWhatWasModified(CowByteArray frozen) {
        ArrayStats stats = data.stats();
        assertThat(stats.copiedPages()).isEqualTo(MODIFIED);
        assertThat(stats.copiedBytes()).isEqualTo((long) MODIFIED * PAGE);
        assertThat(stats.copiedBytes()).as("5%").isEqualTo(LENGTH / 20);
        assertThat(stats.inPlaceWrites()).isEqualTo(2L * MODIFIED);
        assertThat(stats.sharedPages()).isEqualTo(PAGES - MODIFIED);
        assertThat(frozen.exclusiveBytes()).isEqualTo((long) MODIFIED * PAGE);
        assertThat(pool.stats().livePages()).isEqualTo(PAGES + MODIFIED);
        ArrayProbe.check(data, frozen);
    }
}
