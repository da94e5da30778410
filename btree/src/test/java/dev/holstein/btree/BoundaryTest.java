package dev.holstein.btree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a walk is split: between two nodes side by side, as near the middle as they allow, beside a search by the book. */
class BoundaryTest {
    private static final int PAIRS = 20_000;

    private static BNode tree(int size) {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < size; i++) {
            map.put(i * 37 % size, i); // leaves of all fills
        }
        return map.state().root;
    }

    /** Of all children of the lowest node that has both ends, the first whose first entry is nearest to the middle. */
    private static int byTheBook(BNode node, int base, int from, int to) {
        if (!(node instanceof BInner inner)) {
            return -1;
        }
        int middle = (from + to) >>> 1;
        int nearest = -1;
        int start = base;
        for (int slot = 0; slot < inner.count(); slot++) {
            int end = start + inner.sizes[slot];
            if (start <= from && to <= end) {
                return byTheBook(inner.children[slot], start, from, to);
            }
            if (start > from && start < to && (nearest < 0 || Math.abs(start - middle) < Math.abs(nearest - middle))) {
                nearest = start;
            }
            start = end;
        }
        return nearest;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 65, 66, 129, 200, 1_000, 8_191, 30_011})
    void isTheNearestToTheMiddle(int size) {
        BNode root = tree(size);
        Random random = new Random(size);
        for (int i = 0; i < PAIRS; i++) {
            int from = random.nextInt(size);
            int to = from + 1 + random.nextInt(i % 2 == 0 ? size - from : Math.min(size - from, 200));
            assertThat(BTreeSearch.boundary(root, from, to))
                    .as("from %d to %d", from, to)
                    .isEqualTo(byTheBook(root, 0, from, to));
        }
    }
}
