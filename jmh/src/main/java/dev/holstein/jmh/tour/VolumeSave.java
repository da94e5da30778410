package dev.holstein.jmh.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Saves a snapshot to a file on a thread of its own, while the volume is written; Redis has a process for that. */
final class VolumeSave {
    private static final int CHUNK = 64 << 10;
    private static final long WAIT_NANOS = 20_000;

    private final Volume snapshot;
    private final Path file;
    private final Thread thread = new Thread(this::runGuarded, "tour-save");

    /** The bytes that are in the file; all that there will ever be as soon as the thread has ended. */
    private volatile long saved;

    private volatile boolean ended;
    private volatile @Nullable Throwable failure;
    private volatile long nanos;

    /** Begins to save a snapshot, which belongs to the thread until {@link #join} returns. */
    VolumeSave(Volume snapshot, Path file) {
        this.snapshot = snapshot;
        this.file = file;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void runGuarded() {
        long start = System.nanoTime();
        try (InputStream in = snapshot.inputStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            long total = 0;
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, count);
                total += count;
                saved = total;
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } finally {
            nanos = System.nanoTime() - start;
            ended = true;
        }
    }

    /**
     * Waits until so many bytes are saved, or there will be no more.
     *
     * @return whether the thread is still at work
     */
    boolean await(long bytes) {
        while (saved < bytes && !ended) {
            LockSupport.parkNanos(WAIT_NANOS);
        }
        return !ended;
    }

    /**
     * Waits for the end.
     *
     * @throws IOException if the file could not be written
     */
    void join() throws IOException, InterruptedException {
        thread.join();
        Throwable failed = failure;
        if (failed instanceof IOException e) {
            throw e;
        }
        if (failed != null) {
            throw new IllegalStateException("while a snapshot was saved: " + failed, failed);
        }
    }

    long nanos() {
        return nanos;
    }
}
