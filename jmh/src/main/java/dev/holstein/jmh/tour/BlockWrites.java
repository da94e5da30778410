package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The writes of one round, which depend on nothing but the seed: within a block, of a whole block, or across the border
 * of two. The first is to the last block. One of four goes to a block that the round has met before, so that not every
 * write is a first one.
 */
final class BlockWrites {
    private static final int KINDS = 4;
    private static final int REPEATED_PART = 4;

    private final VolumeFile file;
    private final SplittableRandom random;
    private final List<Integer> met = new ArrayList<>();

    BlockWrites(VolumeFile file, long seed, int round) {
        this.file = file;
        random = new SplittableRandom(31 * seed + round);
    }

    /**
     * One write.
     *
     * @param at the offset of the first byte
     * @param bytes the bytes
     */
    record Write(long at, byte[] bytes) {}

    Write next() {
        if (met.isEmpty()) {
            // The last block is as good as any, but may be short, which chance would hardly ever try.
            met.add(file.blocks() - 1);
            return write(VolumeFile.startOf(file.blocks() - 1), 1);
        }
        int block =
                random.nextInt(REPEATED_PART) > 0 ? random.nextInt(file.blocks()) : met.get(random.nextInt(met.size()));
        met.add(block);
        long start = VolumeFile.startOf(block);
        int size = file.bytesOf(block);
        return switch (random.nextInt(KINDS)) {
            case 0 -> write(start, size);
            case 1 -> {
                long from = start + random.nextInt(size);
                // up to the middle of the block after the next, as far as there are so many
                yield write(from, VolumeFile.BLOCK / 2 + random.nextInt(VolumeFile.BLOCK));
            }
            default -> {
                int from = random.nextInt(size);
                yield write(start + from, 1 + random.nextInt(size - from));
            }
        };
    }

    private Write write(long at, int count) {
        byte[] bytes = new byte[(int) Math.min(count, file.length() - at)];
        random.nextBytes(bytes);
        return new Write(at, bytes);
    }
}
