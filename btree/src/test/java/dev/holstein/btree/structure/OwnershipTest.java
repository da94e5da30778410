package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may edit in place: snapshots, copies and unfinished iterators take the right away, finished iterators give it back. */
class OwnershipTest {
    private static final int ENTRIES = 1_000;

    private static CowBTreeMap<Integer, Integer> unique() {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            map.put(i, i);
        }
        return map;
    }

    @Test
    void isUniqueUntilShared() {
        CowBTreeMap<Integer, Integer> map = unique();
        assertThat(map.isUnique()).isTrue();
        map.snapshot();
        assertThat(map.isUnique()).isFalse();
        map.put(1, -1);
        assertThat(map.isUnique()).isTrue();
        CowBTreeMap<Integer, Integer> copy = map.copy();
        assertThat(map.isUnique()).isFalse();
        assertThat(copy.isUnique()).isFalse();
        assertThat(new CowBTreeMap<>().isUnique()).isTrue();
    }

    @Test
    void bothSidesOfACopyCopyWhatTheyWrite() {
        CowBTreeMap<Integer, Integer> map = unique();
        CowBTreeMap<Integer, Integer> copy = map.copy();
        map.put(1, -1);
        copy.put(1, -2);
        assertThat(map.get(1)).isEqualTo(-1);
        assertThat(copy.get(1)).isEqualTo(-2);
        CowBTreeMap<Integer, Integer> clone = copy.clone();
        clone.remove(1);
        assertThat(copy.get(1)).isEqualTo(-2);
        BTreeProbe.check(map);
        BTreeProbe.check(copy);
        BTreeProbe.check(clone);
    }

    @Test
    void aFinishedIteratorGivesUniquenessBack() {
        CowBTreeMap<Integer, Integer> map = unique();
        long copied = map.nodesCopied();
        for (int round = 0; round < 5; round++) {
            int sum = 0;
            for (int value : map.values()) {
                sum += value;
            }
            map.forEach((key, value) -> assertThat(key).isNotNull());
            assertThat(map.toString()).isNotEmpty();
            map.put(round, sum);
        }
        assertThat(map.nodesCopied()).isEqualTo(copied);
    }

    @Test
    void anUnfinishedIteratorIsPaidForOnce() {
        CowBTreeMap<Integer, Integer> map = unique();
        Iterator<Integer> iterator = map.keySet().iterator();
        iterator.next();
        long copied = map.nodesCopied();
        map.put(5, -5);
        assertThat(map.nodesCopied() - copied).isEqualTo(BTreeProbe.height(map));
        map.put(5, -6);
        assertThat(map.nodesCopied() - copied).isEqualTo(BTreeProbe.height(map));
        int seen = 1;
        while (iterator.hasNext()) {
            assertThat(iterator.next()).isEqualTo(seen++);
        }
        assertThat(seen).isEqualTo(ENTRIES);
    }

    @Test
    void aFinishedIteratorStillRemovesTheRightKey() {
        CowBTreeMap<Integer, Integer> map = unique();
        Iterator<Integer> iterator = map.keySet().iterator();
        int last = -1;
        while (iterator.hasNext()) {
            last = iterator.next();
        }
        map.put(ENTRIES - 2, 0);
        map.remove(ENTRIES - 3); // in place: slots of the last leaf move
        iterator.remove();
        assertThat(map).doesNotContainKey(last).hasSize(ENTRIES - 2);
        BTreeProbe.check(map);
    }

    @Test
    void internalIterationsAreIterationsToo() {
        CowBTreeMap<Integer, Integer> map = unique();
        List<Integer> seen = new ArrayList<>();
        map.forEach((key, value) -> {
            seen.add(key);
            map.remove(key);
            map.put(-key - 1, key);
        });
        assertThat(seen).hasSize(ENTRIES).isSorted();
        assertThat(BTreeProbe.check(map)).hasSize(ENTRIES);
        long copied = map.nodesCopied();
        Object writing = new Object() {
            @Override
            public boolean equals(Object other) {
                map.remove(-(Integer) other - 1);
                return false;
            }

            @Override
            public int hashCode() {
                return 0;
            }
        };
        assertThat(map.containsValue(writing)).isFalse();
        assertThat(BTreeProbe.check(map)).isEmpty();
        assertThat(map.nodesCopied()).isGreaterThan(copied);
    }

    @Test
    void anIterationThatThrowsGivesUniquenessBack() {
        CowBTreeMap<Integer, Integer> map = unique();
        long copied = map.nodesCopied();
        try {
            map.forEach((key, value) -> {
                throw new IllegalStateException();
            });
        } catch (IllegalStateException expected) {
            map.put(1, -1);
        }
        assertThat(map.nodesCopied()).isEqualTo(copied);
    }

    @Test
    void anOldIteratorThatFinishesLaterGivesNothingBack() {
        CowBTreeMap<Integer, Integer> map = unique();
        Iterator<Integer> old = map.values().iterator();
        map.put(0, -1);
        Iterator<Integer> open = map.values().iterator();
        old.forEachRemaining(value -> {});
        assertThat(map.isUnique()).isFalse();
        map.put(0, -2);
        assertThat(open.next()).isEqualTo(-1);
    }

    @Test
    void anIteratorOpenedInsideAFunctionSeesItsVersion() {
        CowBTreeMap<Integer, Integer> map = unique();
        List<Iterator<Integer>> opened = new ArrayList<>();
        map.compute(0, (key, value) -> {
            opened.add(map.values().iterator());
            return -1;
        });
        assertThat(opened.get(0).next()).isZero();
        assertThat(map.get(0)).isEqualTo(-1);
    }

    @Test
    void aSnapshotOfASnapshotOfACopyNeverChanges() {
        CowBTreeMap<Integer, Integer> map = unique();
        List<PersistentBTreeMap<Integer, Integer>> snapshots = new ArrayList<>();
        List<Map<Integer, Integer>> expected = new ArrayList<>();
        CowBTreeMap<Integer, Integer> present = map;
        for (int i = 0; i < 50; i++) {
            present.put(i * 7 % ENTRIES, -i);
            present.remove(i * 13 % ENTRIES);
            snapshots.add(present.snapshot());
            expected.add(new TreeMap<>(present));
            if (i % 5 == 0) {
                present = present.copy();
            } else if (i % 7 == 0) {
                present = present.snapshot().mutableCopy();
            }
        }
        for (int i = 0; i < snapshots.size(); i++) {
            assertThat(snapshots.get(i)).isEqualTo(expected.get(i));
            BTreeProbe.check(snapshots.get(i));
        }
    }

    @Test
    void aSnapshotTakenDuringAWriteOfOthersIsFrozen() {
        CowBTreeMap<Integer, Integer> map = unique();
        List<PersistentBTreeMap<Integer, Integer>> inside = new ArrayList<>();
        map.merge(3, 100, (a, b) -> {
            inside.add(map.snapshot());
            return a + b;
        });
        assertThat(inside.get(0).get(3)).isEqualTo(3);
        assertThat(map.get(3)).isEqualTo(103);
        map.put(3, 104);
        assertThat(inside.get(0).get(3)).isEqualTo(3);
    }
}
