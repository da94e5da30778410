package dev.holstein.jmh.tour;

import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.PoolStats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares a volume with the file, all bytes of it, and its accounts with those of the {@link VolumeModel}. */
final class VolumeChecks {
    private static final int CHUNK = 64 * VolumeFile.BLOCK;

    private final VolumeFile file;
    private final FileChannel original;
    private final VolumeModel model;
    private final List<VolumeFinding> findings = new ArrayList<>();
    private int comparisons;
    private int accounts;

    VolumeChecks(VolumeFile file, FileChannel original, VolumeModel model) {
        this.file = file;
        this.original = original;
        this.model = model;
    }

    // ---- bytes

    /** Expects that a channel shows a state from its first byte to its last one. */
    void bytes(VolumeDefect defect, String moment, ReadableByteChannel shown, VolumeModel.State expected)
            throws IOException {
        comparisons++;
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (long at = 0; at < file.length(); at += CHUNK) {
            byte[] right = expectedChunk(at, expected);
            readFully(shown, buffer.clear().limit(right.length));
            int count = buffer.position();
            int wrong = Arrays.mismatch(right, 0, right.length, buffer.array(), 0, count);
            if (wrong >= 0) {
                add(defect, moment + ", " + place(at + wrong));
                return;
            }
        }
        if (shown.read(buffer.clear().limit(1)) > 0) {
            add(defect, moment + ", longer than " + Numbers.count(file.length()) + " bytes");
        }
    }

    private byte[] expectedChunk(long at, VolumeModel.State expected) throws IOException {
        byte[] chunk = ofFile(at, (int) Math.min(CHUNK, file.length() - at));
        for (int i = 0; i < chunk.length; i += VolumeFile.BLOCK) {
            byte[] rewritten = expected.block(VolumeFile.blockOf(at + i));
            if (rewritten != null) {
                System.arraycopy(rewritten, 0, chunk, i, rewritten.length);
            }
        }
        return chunk;
    }

    private byte[] ofFile(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (original.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("it is shorter than it was");
            }
        }
        return bytes;
    }

    /** All of a block as it is in the file. */
    byte[] blockOfFile(int block) throws IOException {
        return ofFile(VolumeFile.startOf(block), file.bytesOf(block));
    }

    /** Reads until the buffer is full or nothing is left. */
    static void readFully(ReadableByteChannel from, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining() && from.read(buffer) > 0) {
            // on to the rest
        }
    }

    /** Expects the exact ranges that were changed since a snapshot. */
    void diff(String moment, Volume volume, Volume before, VolumeModel.State stateBefore) throws IOException {
        List<ArrayRange> right = model.diff(stateBefore, model.live(), this::blockOfFile);
        List<ArrayRange> said = volume.diff(before).toList();
        for (int i = 0; i < Math.max(right.size(), said.size()); i++) {
            ArrayRange rightOne = i < right.size() ? right.get(i) : null;
            ArrayRange saidOne = i < said.size() ? said.get(i) : null;
            if (saidOne == null || !saidOne.equals(rightOne)) {
                long at = Math.min(
                        rightOne == null ? Long.MAX_VALUE : rightOne.from(),
                        saidOne == null ? Long.MAX_VALUE : saidOne.from());
                add(VolumeDefect.DIFF, moment + ", " + place(at) + ": " + saidOne + " instead of " + rightOne);
                return;
            }
        }
    }

    private static String place(long offset) {
        return "block " + Numbers.count(VolumeFile.blockOf(offset)) + ", offset " + Numbers.count(offset);
    }

    // ---- accounts

    /** Expects the right account of a handle's pages, its own and shared ones, and of what was done to them. */
    void account(String moment, Volume volume, VolumeModel.State state) {
        VolumeModel.Amount alone = model.aloneIn(state);
        ArrayStats stats = volume.stats();
        same(VolumeDefect.OWN, moment, "exclusiveBytes", alone.bytes(), volume.exclusiveBytes());
        same(VolumeDefect.OWN, moment, "ownPages", alone.pages(), stats.ownPages());
        same(VolumeDefect.OWN, moment, "sharedPages", file.blocks() - alone.pages(), stats.sharedPages());
        same(VolumeDefect.OWN, moment, "pages", file.blocks(), stats.pages());
        boolean written = state == model.live();
        VolumeModel.Amount copied = model.copied();
        same(VolumeDefect.COPIED, moment, "copiedPages", written ? copied.pages() : 0, stats.copiedPages());
        same(VolumeDefect.COPIED, moment, "copiedBytes", written ? copied.bytes() : 0, stats.copiedBytes());
        same(VolumeDefect.COPIED, moment, "inPlaceWrites", written ? model.inPlaceWrites() : 0, stats.inPlaceWrites());
    }

    /** Expects that the pool has as many pages in use as open handles refer to, and that none of the others is lost. */
    void pool(String moment, PoolStats pool) {
        same(VolumeDefect.POOL, moment, "livePages", model.pages(), pool.livePages());
        same(
                VolumeDefect.POOL,
                moment,
                "allocated pages",
                pool.livePages() + pool.freePages() + pool.givenUp(),
                pool.allocated());
        same(VolumeDefect.POOL, moment, "freeBytes", pool.freePages() * VolumeFile.BLOCK, pool.freeBytes());
    }

    /** Expects that two numbers are the same. */
    void same(VolumeDefect defect, String moment, String what, long right, long said) {
        accounts++;
        if (right != said) {
            add(defect, moment + ", " + what + " is " + Numbers.count(said) + " instead of " + Numbers.count(right));
        }
    }

    // ---- findings

    void add(VolumeDefect defect, String where) {
        findings.add(new VolumeFinding(defect, where));
    }

    List<VolumeFinding> findings() {
        return findings;
    }

    /** How many times the whole volume, a snapshot or a saved file was read and compared. */
    int comparisons() {
        return comparisons;
    }

    /** How many numbers were compared. */
    int accounts() {
        return accounts;
    }
}
