package dev.holstein.btree.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** COW B-tree (shadowing): copy the leaf and its path, publish the new root. */
class CowBTreeShadowingTest {
    @Test
    void oldAndNewRootDifferInExactlyHeightNodes() {
        PersistentBTreeMap<Integer, String> old = PersistentBTreeMap.fromSorted(
                IntStream.range(0, 1_000_000).mapToObj(i -> Map.entry(i, "v")).toList());
        PersistentBTreeMap<Integer, String> shadow = old.plus(123_456, "w");
        assertThat(BTreeProbe.newNodes(old, shadow)).isEqualTo(BTreeProbe.height(old));
        assertThat(BTreeProbe.newNodes(shadow, old)).isEqualTo(BTreeProbe.height(old));
        assertThat(old.get(123_456)).isEqualTo("v");
        assertThat(shadow.get(123_456)).isEqualTo("w");
        if (BTreeProbe.LEAF_CAPACITY >= 32) {
            assertThat(BTreeProbe.height(old)).isBetween(3, 5);
        }
    }

    @Test
    void aSplitAddsTheNodesItMust() {
        // Bulk load leaves full nodes: the next put in a full leaf splits it, and nothing above it but full parents.
        int entries = BTreeProbe.LEAF_CAPACITY * 3;
        PersistentBTreeMap<Integer, String> old = PersistentBTreeMap.fromSorted(
                IntStream.range(0, entries).mapToObj(i -> Map.entry(2 * i, "v")).toList());
        PersistentBTreeMap<Integer, String> split = old.plus(7, "w");
        assertThat(BTreeProbe.newNodes(old, split)).isEqualTo(BTreeProbe.height(old) + 1);
    }
}
