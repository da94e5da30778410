package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * A volume of blocks with snapshots, as LVM and ZFS have: freezing it shares all blocks, a block is copied on its first write, a
 * snapshot takes what has changed since, and deleting it gives that space back. A page is a block.
 */
class VolumeSnapshotTest {
    private static final int BLOCK = 4_096;
    private static final int BLOCKS = 6;
    private static final byte OLD = 1;
    private static final byte NEW = 2;

    private final PagePool pool = PagePool.heap(1 << 20);
    private final ArrayOptions options =
            ArrayOptions.defaults().withPageSize(BLOCK).withPool(pool);

    private CowByteArray volume() {
        byte[] contents = new byte[BLOCKS * BLOCK];
        Arrays.fill(contents, OLD);
        return CowByteArray.copyOf(contents, options);
    }

    private static void writeBlock(CowByteArray volume, int block, byte value) {
        byte[] contents = new byte[BLOCK];
        Arrays.fill(contents, value);
        volume.write((long) block * BLOCK, contents);
    }

    @Test
    void aSnapshotTakesTheSpaceOfWhatChangedSince() {
        CowByteArray volume = volume();
        CowByteArray snapshot = volume.snapshot();
        assertThat(volume.stats().copiedPages()).isZero();
        assertThat(volume.stats().sharedPages()).isEqualTo(BLOCKS);
        assertThat(snapshot.exclusiveBytes()).isZero();

        writeBlock(volume, 2, NEW);
        writeBlock(volume, 4, NEW);
        ArrayProbe.check(volume, snapshot);
        assertThat(volume.stats().copiedPages()).isEqualTo(2);
        assertThat(snapshot.exclusiveBytes()).isEqualTo(2 * BLOCK);
        assertThat(snapshot.get(2L * BLOCK)).isEqualTo(OLD);
        assertThat(snapshot.get(4L * BLOCK + BLOCK - 1)).isEqualTo(OLD);
        assertThat(volume.get(2L * BLOCK)).isEqualTo(NEW);

        writeBlock(volume, 2, (byte) 3);
        assertThat(volume.stats().copiedPages()).isEqualTo(2);
        assertThat(volume.stats().inPlaceWrites()).isEqualTo(1);
        assertThat(pool.stats().freePages()).isZero();

        snapshot.close();
        ArrayProbe.check(volume);
        assertThat(pool.stats().freePages()).isEqualTo(2);
        assertThat(pool.stats().livePages()).isEqualTo(BLOCKS);

        volume.close();
        assertThat(pool.stats().livePages()).isZero();
    }

    @Test
    void aSparseVolumeTakesNoBlocks() {
        try (CowByteArray volume = CowByteArray.ofLength(500_000_000_000L, options);
                CowByteArray snapshot = volume.snapshot()) {
            assertThat(volume.stats().pages()).isZero();
            assertThat(snapshot.stats().pages()).isZero();
            assertThat(pool.stats().allocated()).isZero();
            assertThat(volume.get(499_999_999_999L)).isZero();

            volume.set(300_000_000_000L, NEW);
            assertThat(snapshot.get(300_000_000_000L)).isZero();
            assertThat(pool.stats().allocated()).isEqualTo(1);
            ArrayProbe.check(volume, snapshot);
        }
        assertThat(pool.stats().livePages()).isZero();
    }

    @Test
    void aBlockThatTwoSnapshotsPinReturnsWithTheLast() {
        try (CowByteArray volume = volume()) {
            CowByteArray first = volume.snapshot();
            CowByteArray second = volume.snapshot();
            writeBlock(volume, 3, NEW);
            ArrayProbe.check(volume, first, second);
            assertThat(first.exclusiveBytes()).isZero();

            first.close();
            assertThat(pool.stats().freePages()).isZero();
            assertThat(second.exclusiveBytes()).isEqualTo(BLOCK);
            second.close();
            assertThat(pool.stats().freePages()).isEqualTo(1);
            ArrayProbe.check(volume);
        }
    }
}
