package dev.holstein.list.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.SharingReport;
import dev.holstein.list.ListProbe;
import java.util.Arrays;
import java.util.List;

/** What any list may look like, by how large the largest was that it was made from. */
final class ListShape {
    private static final int HEADER = 24;
    private static final int REFERENCE = 8;

    private ListShape() {}

    /** The numbers from 0 on. */
    static Integer[] numbers(int size) {
        Integer[] numbers = new Integer[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /**
     * Levels of branches that a list can have. Cutting leaves a tree as high as it is; a tree becomes higher only when its root has
     * more children than fit, and all of them but the two at the edges are half full.
     *
     * @param largest the elements of the largest list that had a part in it
     */
    static int mostHeight(long largest) {
        int height = 1;
        for (long inside = ListProbe.LEAF / 2; (ListProbe.FAN - 1) * inside <= largest; inside *= ListProbe.FAN / 2) {
            height++;
        }
        return height;
    }

    /** Bytes that a tree of a size can have: half full leaves under half full branches, and two small nodes at each level. */
    static long mostBytes(int size, int height) {
        long leafBytes = HEADER + (ListProbe.LEAF + 1L) * REFERENCE;
        long branchBytes = 2 * HEADER + (ListProbe.FAN + 2L) * REFERENCE + ListProbe.FAN * (long) Integer.BYTES;
        long nodes = size / (ListProbe.LEAF / 2) + 3;
        long bytes = nodes * leafBytes;
        for (int level = 0; level < height; level++) {
            nodes = nodes / (ListProbe.FAN / 2) + 2;
            bytes += nodes * branchBytes;
        }
        return bytes;
    }

    /** Checks the invariants, the height and the bytes of a list. */
    static void check(List<?> list, long largest) {
        ListProbe.check(list);
        int height = ListProbe.height(list);
        assertThat(height).isLessThanOrEqualTo(mostHeight(largest));
        if (height > 0) {
            assertThat(SharingReport.of(list).total().bytes()).isLessThanOrEqualTo(mostBytes(list.size(), height));
            assertThat(ListProbe.leaves(list)).isLessThanOrEqualTo(list.size() / (ListProbe.LEAF / 2) + 3);
        }
    }
}
