package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Write amplification is a promise: exact counts of nodes, by identity and by the map's own counter. */
class WriteAmplificationTest {
    private static final int ENTRIES = 20_000;

    private static PersistentBTreeMap<Integer, String> evens(int entries) {
        return PersistentBTreeMap.fromSorted(IntStream.range(0, entries)
                .mapToObj(i -> java.util.Map.entry(2 * i, "v"))
                .toList());
    }

    @Test
    void aPersistentReplaceCopiesExactlyThePath() {
        PersistentBTreeMap<Integer, String> map = evens(ENTRIES);
        int height = BTreeProbe.height(map);
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            int key = 2 * random.nextInt(ENTRIES);
            assertThat(BTreeProbe.newNodes(map, map.plus(key, "w"))).isEqualTo(height);
        }
    }

    @Test
    void aPersistentPutCopiesThePathAndWhatSplits() {
        PersistentBTreeMap<Integer, String> map = PersistentBTreeMap.empty();
        Random random = new Random(2);
        for (int i = 0; i < ENTRIES; i++) {
            PersistentBTreeMap<Integer, String> next = map.plus(random.nextInt(), "v");
            int nodesGained = BTreeProbe.nodes(map).size();
            if (i % 50 == 0) {
                int splits = BTreeProbe.nodes(next).size() - nodesGained;
                assertThat(BTreeProbe.newNodes(map, next))
                        .isLessThanOrEqualTo(BTreeProbe.height(map) + Math.max(splits, 0));
            }
            map = next;
        }
    }

    @Test
    void aPersistentMinusCopiesThePathAndItsNeighboursAtMost() {
        PersistentBTreeMap<Integer, String> map = evens(ENTRIES);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            PersistentBTreeMap<Integer, String> next = map.minus(2 * random.nextInt(ENTRIES));
            if (i % 20 == 0) {
                assertThat(BTreeProbe.newNodes(map, next)).isLessThanOrEqualTo(2 * BTreeProbe.height(map));
            }
            map = next;
        }
    }

    @Test
    void aWriteWithoutEffectCopiesNothingAndAnswersTheSameMap() {
        String value = "v";
        PersistentBTreeMap<Integer, String> map = evens(ENTRIES).plus(10, value);
        assertThat(map.plus(10, value)).isSameAs(map);
        assertThat(map.minus(11)).isSameAs(map);
        assertThat(map.minusAll(java.util.List.of(1, 3, 5))).isSameAs(map);
        assertThat(map.plusAll(java.util.Map.of(10, value))).isSameAs(map);
        assertThat(map.plusAll(java.util.Map.of())).isSameAs(map);
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>(map);
        concurrent.put(10, value);
        concurrent.remove(11);
        concurrent.putIfAbsent(10, "other");
        concurrent.compute(10, (k, v) -> v);
        concurrent.replace(10, "other", "third");
        assertThat(BTreeProbe.newNodes(map, concurrent)).isZero();
        assertThat(concurrent.nodesCopied()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1_000, ENTRIES})
    void aSnapshotCopiesNoNode(int entries) {
        CowBTreeMap<Integer, String> cow = evens(entries).mutableCopy();
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>(evens(entries));
        assertThat(BTreeProbe.newNodes(cow, cow.snapshot())).isZero();
        assertThat(BTreeProbe.newNodes(cow, cow.copy())).isZero();
        assertThat(BTreeProbe.newNodes(concurrent, concurrent.snapshot())).isZero();
        assertThat(cow.nodesCopied()).isZero();
        assertThat(concurrent.nodesCopied()).isZero();
    }

    @Test
    void theFirstWriteAfterASnapshotCopiesOnePathAndTheSecondNone() {
        CowBTreeMap<Integer, String> map = evens(ENTRIES).mutableCopy();
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            int key = 2 * random.nextInt(ENTRIES);
            PersistentBTreeMap<Integer, String> snapshot = map.snapshot();
            long copied = map.nodesCopied();
            map.put(key, "w" + i);
            assertThat(map.nodesCopied() - copied).isEqualTo(BTreeProbe.height(map));
            assertThat(BTreeProbe.newNodes(snapshot, map)).isEqualTo(BTreeProbe.height(map));
            copied = map.nodesCopied();
            map.put(key, "x" + i);
            map.merge(key, "y", String::concat);
            assertThat(map.nodesCopied()).isEqualTo(copied);
            assertThat(snapshot.get(key)).isNotEqualTo(map.get(key));
        }
    }

    @Test
    void aConcurrentWriteCopiesThePathEachTime() {
        ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>(evens(ENTRIES));
        int height = BTreeProbe.height(map);
        for (int i = 1; i <= 100; i++) {
            map.put(2 * i, "w" + i);
            assertThat(map.nodesCopied()).isEqualTo((long) i * height);
        }
    }

    @Test
    void aUniqueMapIsBuiltAlmostInPlace() {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        Random random = new Random(5);
        for (int i = 0; i < ENTRIES; i++) {
            map.put(random.nextInt(), i);
        }
        // Only splits make nodes: two halves for each node that the map gained, and the first leaf.
        assertThat(map.nodesCopied())
                .isLessThanOrEqualTo(2L * BTreeProbe.nodes(map).size() + 1);
    }

    @Test
    void aBulkWriteCopiesEachNodeOnce() {
        PersistentBTreeMap<Integer, String> map = evens(ENTRIES);
        java.util.Map<Integer, String> replacements = new java.util.TreeMap<>();
        map.keySet().forEach(key -> replacements.put(key, "w"));
        PersistentBTreeMap<Integer, String> next = map.plusAll(replacements);
        assertThat(BTreeProbe.newNodes(map, next))
                .isEqualTo(BTreeProbe.nodes(map).size());
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>(map);
        concurrent.putAll(replacements);
        assertThat(concurrent.nodesCopied()).isEqualTo(BTreeProbe.nodes(map).size());
    }
}
