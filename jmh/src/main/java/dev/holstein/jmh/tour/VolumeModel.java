package dev.holstein.jmh.tour;

import dev.holstein.array.ArrayRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a volume must show and have cost, worked out apart from it: no page, no tree and no count of references, but for
 * each state the contents of the blocks that are no longer those of the file, and for each block the round in which it
 * was written last. Two open states refer to the same page exactly if these rounds are equal.
 */
final class VolumeModel {
    private final VolumeFile file;
    private final State live;
    private final List<State> open = new ArrayList<>();
    private int round;
    private long copiedPages;
    private long copiedBytes;
    private long inPlaceWrites;

    /** The model of a volume that was just loaded. */
    VolumeModel(VolumeFile file) {
        this.file = file;
        live = new State(new int[file.blocks()], Map.of());
        open.add(live);
    }

    /** The volume at one moment. */
    static final class State {
        private final int[] writtenIn;
        private final Map<Integer, byte[]> contents;

        private State(int[] writtenIn, Map<Integer, byte[]> contents) {
            this.writtenIn = writtenIn.clone();
            this.contents = new HashMap<>(contents);
        }

        /** All of a block, not to be changed; null if it is still that of the file. */
        byte @Nullable [] block(int block) {
            return contents.get(block);
        }
    }

    /**
     * A number of pages.
     *
     * @param pages how many
     * @param bytes their size
     */
    record Amount(long pages, long bytes) {}

    /** The state that writes change. */
    State live() {
        return live;
    }

    State snapshot() {
        State snapshot = new State(live.writtenIn, live.contents);
        open.add(snapshot);
        round++;
        return snapshot;
    }

    void close(State state) {
        open.remove(state);
    }

    /**
     * Writes to the live state.
     *
     * @param fileBlock all of a block as it is in the file
     * @return how many pages must have been copied, or replaced, for that
     */
    int write(long at, byte[] bytes, BlockReader fileBlock) throws IOException {
        int copied = 0;
        for (int done = 0; done < bytes.length; ) {
            int block = VolumeFile.blockOf(at + done);
            int offset = (int) (at + done - VolumeFile.startOf(block));
            int count = Math.min(bytes.length - done, file.bytesOf(block) - offset);
            byte[] before = live.contents.get(block);
            byte[] after = (before == null ? fileBlock.read(block) : before).clone();
            System.arraycopy(bytes, done, after, offset, count);
            live.contents.put(block, after);
            if (isAlone(live, block)) {
                inPlaceWrites++;
            } else {
                copied++;
                copiedBytes += file.bytesOf(block);
            }
            live.writtenIn[block] = round;
            done += count;
        }
        copiedPages += copied;
        return copied;
    }

    /** Reads blocks of the file. */
    interface BlockReader {
        byte[] read(int block) throws IOException;
    }

    private boolean isAlone(State state, int block) {
        for (State other : open) {
            if (other != state && other.writtenIn[block] == state.writtenIn[block]) {
                return false;
            }
        }
        return true;
    }

    /** The pages that only one state refers to. */
    Amount aloneIn(State state) {
        long pages = 0;
        long bytes = 0;
        for (int block = 0; block < state.writtenIn.length; block++) {
            if (isAlone(state, block)) {
                pages++;
                bytes += file.bytesOf(block);
            }
        }
        return new Amount(pages, bytes);
    }

    /** All pages that open states refer to, each once. */
    long pages() {
        long pages = 0;
        for (int block = 0; block < live.writtenIn.length; block++) {
            Set<Integer> different = new HashSet<>();
            for (State state : open) {
                different.add(state.writtenIn[block]);
            }
            pages += different.size();
        }
        return pages;
    }

    /** The blocks of which some contents that are no longer live are in two snapshots or more. */
    int pinnedTwice() {
        int pinned = 0;
        for (int block = 0; block < live.writtenIn.length; block++) {
            Set<Integer> seen = new HashSet<>(Set.of(live.writtenIn[block]));
            boolean twice = false;
            for (State state : open) {
                int written = state.writtenIn[block];
                twice |= written != live.writtenIn[block] && !seen.add(written);
            }
            pinned += twice ? 1 : 0;
        }
        return pinned;
    }

    /** Where two states differ: in order, each range as long as possible. */
    List<ArrayRange> diff(State one, State other, BlockReader fileBlock) throws IOException {
        TreeSet<Integer> blocks = new TreeSet<>(one.contents.keySet());
        blocks.addAll(other.contents.keySet());
        List<ArrayRange> ranges = new ArrayList<>();
        for (int block : blocks) {
            if (one.block(block) != other.block(block)) {
                byte[] a = orOfFile(one.block(block), block, fileBlock);
                byte[] b = orOfFile(other.block(block), block, fileBlock);
                for (int i = 0; i < a.length; i++) {
                    if (a[i] != b[i]) {
                        append(ranges, VolumeFile.startOf(block) + i);
                    }
                }
            }
        }
        return ranges;
    }

    private static byte[] orOfFile(byte @Nullable [] contents, int block, BlockReader fileBlock) throws IOException {
        return contents == null ? fileBlock.read(block) : contents;
    }

    private static void append(List<ArrayRange> ranges, long at) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).to() == at) {
            ranges.set(last, new ArrayRange(ranges.get(last).from(), at + 1));
        } else {
            ranges.add(new ArrayRange(at, at + 1));
        }
    }

    /** What the live handle must have counted: pages copied, or replaced as a whole, because they were shared. */
    Amount copied() {
        return new Amount(copiedPages, copiedBytes);
    }

    /** Writes to pages that were the live handle's alone. */
    long inPlaceWrites() {
        return inPlaceWrites;
    }
}
