package dev.holstein.btree.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.cow.SharingReport;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One test for each defect that a hostile reader found. */
class ReviewFindingsTest {
    private static List<NavigableMap<Integer, Integer>> mutable(Map<Integer, Integer> entries) {
        return List.of(new CowBTreeMap<>(entries), new ConcurrentBTreeMap<>(entries));
    }

    @Test
    void removeIfTestsWhatItRemoves() {
        for (NavigableMap<Integer, Integer> map : mutable(Map.of(1, 0, 2, 0, 3, 7))) {
            // The predicate may not write: what it has seen is what is removed, and nothing comes between.
            assertThatThrownBy(() -> map.values().removeIf(value -> map.put(2, 9) == null))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(map).isEqualTo(Map.of(1, 0, 2, 0, 3, 7));
            assertThat(map.values().removeIf(value -> value == 0)).isTrue();
            assertThat(map.values().removeIf(value -> value == 0)).isFalse();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(3, 7));
            map.putAll(Map.of(1, 1, 2, 2, 4, 4, 5, 5));
            assertThat(map.headMap(3).keySet().removeIf(key -> key > 1)).isTrue();
            assertThat(map.entrySet().removeIf(entry -> entry.getValue() == 7)).isTrue();
            assertThat(map.keySet().removeAll(List.of(1, 9))).isTrue();
            assertThat(map.headMap(5).keySet().removeAll(Set.of(5, 6, 7, 8, 9))).isFalse();
            assertThat(map.values().retainAll(List.of(5))).isTrue();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(5, 5));
            assertThat(map.entrySet().removeAll(List.of(Map.entry(5, 6)))).isFalse();
            assertThat(map.entrySet().removeAll(List.of(Map.entry(5, 5), Map.entry(6, 6))))
                    .isTrue();
            assertThat(BTreeProbe.check(map)).isEmpty();
        }
    }

    @Test
    void aVersionWithANullIsRefusedWhateverItIsExpectedToReplace() {
        ConcurrentBTreeMap<String, String> map = new ConcurrentBTreeMap<>();
        PersistentBTreeMap<String, String> expected =
                PersistentBTreeMap.<String, String>empty().plus("a", null);
        PersistentBTreeMap<String, String> next =
                PersistentBTreeMap.<String, String>empty().plus("a", null);
        assertThatThrownBy(() -> map.compareAndSet(expected, next)).isInstanceOf(NullPointerException.class);
        assertThat(map).isEmpty();
    }

    @Test
    void aPollRemovesTheEntryThatItAnswersWhateverTheComparatorSays() {
        Comparator<Integer> liar = (a, b) -> a <= b ? -1 : 1;
        for (NavigableMap<Integer, Integer> map :
                List.of(new CowBTreeMap<Integer, Integer>(liar), new ConcurrentBTreeMap<Integer, Integer>(liar))) {
            map.put(3, 3);
            map.put(1, 1);
            map.put(2, 2);
            List<Integer> polled = new ArrayList<>();
            for (Map.Entry<Integer, Integer> entry = map.pollFirstEntry();
                    entry != null && polled.size() < 9;
                    entry = map.pollFirstEntry()) {
                polled.add(entry.getKey());
            }
            assertThat(polled).containsExactly(1, 2, 3);
        }
    }

    /** Compares with Integers, and contradicts itself. */
    @SuppressWarnings("ComparableType")
    private static final class Fickle implements Comparable<Object> {
        private int calls;

        @Override
        public int compareTo(Object other) {
            return calls++ == 0 ? 0 : 1;
        }
    }

    @Test
    void aForeignKeyThatContradictsItselfNeverComesInWithoutAPrefix() {
        for (int first = 0; first < 3; first++) {
            CowBTreeMap<Object, Integer> map = new CowBTreeMap<>();
            IntStream.rangeClosed(1, 6).forEach(i -> map.put(i, i));
            Fickle fickle = new Fickle();
            fickle.calls = first;
            map.put(fickle, 7);
            IntStream.rangeClosed(1, 6).forEach(i -> assertThat(map.get(i)).isNotNull());
        }
        CowBTreeMap<Object, Integer> strings = new CowBTreeMap<>();
        strings.put("a", 1);
        strings.put(new Fickle(), 2);
        strings.put(new Fickle(), 3);
        assertThat(strings.size()).isBetween(1, 3);
    }

    @Test
    void equalsStartsAfterItHasAskedTheOtherForItsSize() {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        IntStream.range(0, 10).forEach(i -> map.put(i, i));
        Map<Integer, Integer> shrinking = new AbstractMap<>() {
            @Override
            public int size() {
                map.tailMap(1).clear();
                return 10;
            }

            @Override
            public Set<Entry<Integer, Integer>> entrySet() {
                return new TreeMap<>(Map.of(1, 1)).entrySet();
            }
        };
        assertThat(map.equals(shrinking)).isFalse();
        assertThat(BTreeProbe.check(map)).hasSize(1);
    }

    @Test
    void setsOfTheConcurrentFaceCompareOneVersion() {
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>(Map.of(1, 1, 2, 2));
        assertThat(map.keySet())
                .isEqualTo(Set.of(1, 2))
                .isNotEqualTo(Set.of(1, 3))
                .isNotEqualTo(Set.of(1));
        assertThat(map.entrySet())
                .isEqualTo(Map.of(1, 1, 2, 2).entrySet())
                .isNotEqualTo(Map.of(1, 1).entrySet());
        assertThat(map.keySet()).hasSameHashCodeAs(Set.of(1, 2));
        assertThat(map.keySet().equals(Set.of("one", "two"))).isFalse();
    }

    @Test
    void nullsAreRefusedByTheRestOfTheConcurrentFaceToo() {
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>(Map.of(1, 1));
        assertThatThrownBy(() -> map.replace(1, null, 2))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("oldValue");
        assertThatThrownBy(() -> assertThat(map.containsValue(null)).isFalse())
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> assertThat(map.headMap(3).containsValue(null)).isFalse())
                .isInstanceOf(NullPointerException.class);
        assertThat(map.remove(1, null)).isFalse();
    }

    @Test
    void anEmptySortedArgumentChangesNothing() {
        PersistentBTreeMap<Integer, Integer> empty = PersistentBTreeMap.empty();
        assertThat(empty.plusAll(new TreeMap<>())).isSameAs(empty);
    }

    @Test
    void bulkLoadIsCounted() {
        TreeMap<Integer, Integer> sorted = new TreeMap<>();
        IntStream.range(0, 1_000).forEach(i -> sorted.put(i, i));
        CowBTreeMap<Integer, Integer> cow = new CowBTreeMap<>();
        cow.putAll(sorted);
        assertThat(cow.nodesCopied()).isEqualTo(BTreeProbe.nodes(cow).size());
        assertThat(cow.isUnique()).isTrue();
    }

    @Test
    void anEmptyMapHoldsNoNodes() {
        assertThat(SharingReport.of(new CowBTreeMap<Integer, Integer>()).total())
                .isEqualTo(new SharingReport.Amount(0, 0));
    }

    @Test
    void aSnapshotBesideAWriteOfAnotherThreadIsRefused() throws InterruptedException {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>(Map.of(1, 1));
        List<Throwable> seen = new ArrayList<>();
        map.compute(1, (key, value) -> {
            Thread other = new Thread(() -> {
                try {
                    map.snapshot();
                } catch (RuntimeException e) {
                    seen.add(e);
                }
            });
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 2;
        });
        assertThat(seen).singleElement().isInstanceOf(java.util.ConcurrentModificationException.class);
        assertThat(map.snapshot()).isEqualTo(Map.of(1, 2));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStackOverflowInsideAWriteLeavesTheMapWholeAndWritable() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            int round = i;
            CowBTreeMap<Integer, Integer> cow = new CowBTreeMap<>();
            ConcurrentBTreeMap<Integer, Integer> concurrent = new ConcurrentBTreeMap<>();
            IntStream.range(0, 30).forEach(k -> cow.put(k, k));
            IntStream.range(0, 30).forEach(k -> concurrent.put(k, k));
            Thread deep = new Thread(null, () -> overflow(cow, concurrent, round), "deep", 1 << 18);
            deep.start();
            deep.join();
            BTreeProbe.check(cow);
            BTreeProbe.check(concurrent);
            cow.put(1_000, 1);
            concurrent.put(1_000, 1);
            assertThat(cow.keySet()).contains(0, 29, 1_000);
            assertThat(concurrent.keySet()).contains(0, 29, 1_000);
        }
    }

    private static void overflow(
            CowBTreeMap<Integer, Integer> cow, ConcurrentBTreeMap<Integer, Integer> concurrent, int round) {
        int[] key = {-1};
        try {
            deeper(cow, concurrent, key, round);
        } catch (StackOverflowError expected) {
            assertThat(key[0]).isNegative();
        }
    }

    /** Writes at every depth on the way up, beginning where the stack has just overflowed. */
    @SuppressWarnings("InfiniteRecursion") // the very point
    private static void deeper(
            CowBTreeMap<Integer, Integer> cow, ConcurrentBTreeMap<Integer, Integer> concurrent, int[] key, int round) {
        try {
            deeper(cow, concurrent, key, round);
        } catch (StackOverflowError e) {
            if (round % 2 == 0) {
                cow.put(key[0]--, round);
            } else {
                concurrent.put(key[0]--, round);
            }
            throw e;
        }
    }
}
