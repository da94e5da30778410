package dev.holstein.jmh.tour;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The volume: a file in an array, snapshots of it while blocks are rewritten, one of them saved meanwhile, and all
 * closed in an order in which old blocks have more than one snapshot to wait for. Every state is compared with the file, every
 * number with a model.
 */
final class VolumeStep {
    /** Snapshots that are taken, each followed by a round of writes. */
    static final int ROUNDS = 5;

    /** The snapshot that is saved during its round. */
    static final int SAVED = 3;

    /** The snapshot that is closed between two rounds: what it alone kept is used again by the next one. */
    private static final int CLOSED_EARLY = 2;

    private static final int EARLY = 3;
    private static final List<Integer> CLOSED_LATER = List.of(4, 1, 5, 3);

    /** Writes of a round, per hundred blocks. */
    private static final int PERCENT = 3;

    private static final int FEWEST_WRITES = 8;
    private static final int LOAD_CHUNK = 64 * VolumeFile.BLOCK;
    private static final int TIMED_SNAPSHOTS = 2_001;
    private static final int TIMED_CLONES = 3;
    private static final int STEPS = ROUNDS + CLOSED_LATER.size() + 3;

    private final VolumeSubject subject;
    private final VolumeFile file;
    private final FileChannel original;
    private final long seed;
    private final Progress progress;
    private final VolumeModel model;
    private final VolumeChecks checks;
    private final Volume volume;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Nanos snapshotTimes = new Nanos();
    private final Nanos closeTimes = new Nanos();
    private final Nanos cloneTimes = new Nanos();
    private final Nanos firstWriteTimes = new Nanos();
    private final Nanos laterWriteTimes = new Nanos();
    private long loadNanos;
    private long saveNanos;
    private int writesWhileSaving;
    private int pinnedTwice;
    private long copiedAlone;
    private int stepsDone;

    private VolumeStep(VolumeSubject subject, VolumeFile file, FileChannel original, long seed, Progress progress) {
        this.subject = subject;
        this.file = file;
        this.original = original;
        this.seed = seed;
        this.progress = progress;
        model = new VolumeModel(file);
        checks = new VolumeChecks(file, original, model);
        volume = subject.ofLength(file.length());
    }

    /** A snapshot that was taken, and what is known of it so far. */
    private static final class Snapshot {
        final int number;
        final Volume volume;
        final VolumeModel.State state;
        int writes;
        long copiedPages;
        long copiedBytes;
        long keptAlone;
        long reclaimed;

        Snapshot(int number, Volume volume, VolumeModel.State state) {
            this.number = number;
            this.volume = volume;
            this.state = state;
        }

        String name() {
            return "snapshot " + number;
        }

        VolumeReport.Taken figures() {
            return new VolumeReport.Taken(number, writes, copiedPages, copiedBytes, keptAlone, reclaimed);
        }
    }

    /**
     * Does all of it.
     *
     * @throws BadInput if the file cannot be read or is written by somebody else, or the copy of it cannot be saved
     */
    static VolumeReport run(VolumeSubject subject, VolumeFile file, long seed, Progress progress)
            throws BadInput, InterruptedException {
        progress.begin("Volume", STEPS);
        VolumeReport report;
        try (FileChannel original = FileChannel.open(file.path())) {
            VolumeStep step = new VolumeStep(subject, file, original, seed, progress);
            step.runGuarded();
            report = step.report();
            if (!file.isUnchanged()) {
                throw new BadInput("--volume " + file.name() + " has changed while it was compared");
            }
        } catch (IOException e) {
            throw new BadInput("cannot read the volume, or save it: " + file.name(), e);
        } catch (OutOfMemoryError e) {
            throw new BadInput("the volume does not fit: " + file.name() + " (java -Xmx, --off-heap, --volume "
                    + VolumeFile.NONE + ")");
        }
        progress.end(Numbers.count(file.blocks()) + " blocks of " + file.name() + ", "
                + Numbers.plural(ROUNDS, "snapshot") + ", " + report.findingsInWords());
        return report;
    }

    private void runGuarded() throws IOException, InterruptedException {
        try {
            tour();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            checks.add(VolumeDefect.FAILED, "after step " + stepsDone + " of " + STEPS + ", " + e);
        }
    }

    private void tour() throws IOException, InterruptedException {
        timeClones();
        load();
        checks.account("after loading", volume, model.live());
        checkLive("after loading");
        timeSnapshots();
        for (int number = 1; number <= ROUNDS; number++) {
            round(number);
            if (number == EARLY) {
                close(snapshots.get(CLOSED_EARLY - 1));
            }
        }
        pinnedTwice = model.pinnedTwice();
        for (int number : CLOSED_LATER) {
            close(snapshots.get(number - 1));
        }
        writeAlone();
        closeVolume();
    }

    private void stepDone() {
        progress.reached(++stepsDone);
    }

    // ---- before the first snapshot

    /** What a snapshot is compared with. Given up before the volume is loaded: the heap need not hold both. */
    private void timeClones() throws IOException {
        if (file.length() > Runtime.getRuntime().maxMemory() / 4 || file.length() > Integer.MAX_VALUE - 8) {
            return;
        }
        byte[] plain = new byte[(int) file.length()];
        VolumeChecks.readFully(original.position(0), ByteBuffer.wrap(plain));
        for (int i = 0; i < TIMED_CLONES; i++) {
            long start = System.nanoTime();
            byte[] clone = plain.clone();
            cloneTimes.add(System.nanoTime() - start);
            plain = clone;
        }
    }

    private void load() throws IOException {
        long start = System.nanoTime();
        ByteBuffer buffer = ByteBuffer.allocateDirect(LOAD_CHUNK);
        original.position(0);
        try (SeekableByteChannel target = volume.channel()) {
            while (target.position() < file.length()) {
                long rest = file.length() - target.position();
                VolumeChecks.readFully(original, buffer.clear().limit((int) Math.min(LOAD_CHUNK, rest)));
                if (buffer.flip().remaining() == 0) {
                    throw new IOException("it is shorter than it was");
                }
                while (buffer.hasRemaining()) {
                    target.write(buffer);
                }
            }
        }
        loadNanos = System.nanoTime() - start;
        checks.pool("after loading", subject.pool());
        stepDone();
    }

    private void timeSnapshots() {
        for (int i = 0; i < TIMED_SNAPSHOTS; i++) {
            long start = System.nanoTime();
            Volume snapshot = volume.snapshot();
            long taken = System.nanoTime();
            snapshot.close();
            snapshotTimes.add(taken - start);
            closeTimes.add(System.nanoTime() - taken);
        }
        checks.pool("after snapshots that were closed at once", subject.pool());
    }

    // ---- rounds

    private void round(int number) throws IOException, InterruptedException {
        Snapshot snapshot = new Snapshot(number, volume.snapshot(), model.snapshot());
        snapshots.add(snapshot);
        checks.account("after " + snapshot.name() + ", the volume", volume, model.live());
        checks.account("after " + snapshot.name() + ", it", snapshot.volume, snapshot.state);
        VolumeModel.Amount before = model.copied();
        BlockWrites writes = new BlockWrites(file, seed, number);
        snapshot.writes = Math.max(file.blocks() * PERCENT / 100, FEWEST_WRITES);
        if (number == SAVED) {
            save(snapshot, writes);
        } else {
            write(writes, snapshot.writes);
        }
        snapshot.copiedPages = model.copied().pages() - before.pages();
        snapshot.copiedBytes = model.copied().bytes() - before.bytes();
        snapshot.keptAlone = snapshot.volume.exclusiveBytes();

        String moment = "in round " + number;
        checks.account(moment + ", the volume", volume, model.live());
        checks.account(moment + ", " + snapshot.name(), snapshot.volume, snapshot.state);
        checks.pool(moment, subject.pool());
        checks.diff(moment, volume, snapshot.volume, snapshot.state);
        checkLive(moment);
        check(snapshot, moment);
        stepDone();
    }

    private void write(BlockWrites writes, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write(writes.next());
        }
    }

    private void write(BlockWrites.Write write) throws IOException {
        long start = System.nanoTime();
        volume.write(write.at(), write.bytes());
        long nanos = System.nanoTime() - start;
        int copied = model.write(write.at(), write.bytes(), checks::blockOfFile);
        long last = write.at() + write.bytes().length - 1;
        if (write.bytes().length < VolumeFile.BLOCK && VolumeFile.blockOf(write.at()) == VolumeFile.blockOf(last)) {
            (copied > 0 ? firstWriteTimes : laterWriteTimes).add(nanos);
        }
    }

    /**
     * Saves a snapshot while the writes of its round go on. They are spread over the time that it takes: each waits for
     * its part of the bytes to be saved; the other thread waits for none.
     */
    private void save(Snapshot snapshot, BlockWrites writes) throws IOException, InterruptedException {
        Path copy = Files.createTempFile("holstein-tour-", ".volume");
        try {
            copy.toFile().deleteOnExit(); // should the tour be interrupted
            VolumeSave save = new VolumeSave(snapshot.volume, copy);
            save.start();
            for (int i = 0; i < snapshot.writes; i++) {
                boolean beside = save.await(file.length() * i / snapshot.writes);
                write(writes.next());
                writesWhileSaving += beside ? 1 : 0;
            }
            save.join();
            saveNanos = save.nanos();
            try (SeekableByteChannel saved = Files.newByteChannel(copy)) {
                checks.bytes(VolumeDefect.SAVED, snapshot.name(), saved, snapshot.state);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void checkLive(String moment) throws IOException {
        try (SeekableByteChannel shown = volume.channel()) {
            checks.bytes(VolumeDefect.LIVE, moment, shown, model.live());
        }
    }

    private void check(Snapshot snapshot, String moment) throws IOException {
        try (SeekableByteChannel shown = snapshot.volume.channel()) {
            checks.bytes(VolumeDefect.SNAPSHOT, snapshot.name() + " " + moment, shown, snapshot.state);
        }
    }

    // ---- closing

    private void close(Snapshot snapshot) throws IOException {
        String moment = "before its close";
        check(snapshot, moment);
        checks.account(snapshot.name() + " " + moment, snapshot.volume, snapshot.state);
        snapshot.reclaimed = close(snapshot.name(), snapshot.volume, snapshot.state);
        stepDone();
    }

    /** Closes a handle; answers the bytes that came back. */
    private long close(String name, Volume handle, VolumeModel.State state) {
        VolumeModel.Amount alone = model.aloneIn(state);
        long before = subject.pool().livePages();
        handle.close();
        long freed = before - subject.pool().livePages();
        checks.same(VolumeDefect.RECLAIMED, "close of " + name, "the number of pages", alone.pages(), freed);
        model.close(state);
        return freed == alone.pages() ? alone.bytes() : freed * VolumeFile.BLOCK;
    }

    /** When the last snapshot is gone, writes are in place again. */
    private void writeAlone() throws IOException {
        VolumeModel.Amount before = model.copied();
        write(new BlockWrites(file, seed, ROUNDS + 1), snapshots.get(0).writes);
        copiedAlone = model.copied().pages() - before.pages();
        String moment = "without snapshots";
        checks.account(moment, volume, model.live());
        checks.pool(moment, subject.pool());
        checkLive(moment);
        stepDone();
    }

    private void closeVolume() {
        long unused = close("the volume", volume, model.live());
        checks.pool("after all", subject.pool());
    }

    private VolumeReport report() {
        VolumeReport.Times times = new VolumeReport.Times(
                loadNanos,
                snapshotTimes.median(),
                closeTimes.median(),
                cloneTimes.median(),
                firstWriteTimes.median(),
                laterWriteTimes.median(),
                saveNanos);
        return new VolumeReport(
                "",
                new VolumeReport.Figures(
                        subject.name(),
                        file.name(),
                        file.length(),
                        file.blocks(),
                        snapshots.stream().map(Snapshot::figures).toList(),
                        pinnedTwice,
                        SAVED,
                        writesWhileSaving,
                        copiedAlone,
                        times,
                        checks.comparisons(),
                        checks.accounts(),
                        subject.pool()),
                checks.findings());
    }
}
