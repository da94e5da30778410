package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What writes to many keys cost, counted: nodes looked into, nodes made, comparisons, calls of user functions. */
class BulkCostTest {
    /** A million at real capacities; tiny nodes show the same with fewer. */
    private static final int MANY = BTreeProbe.LEAF_CAPACITY > 16 ? 1_000_000 : 100_000;

    private static final PersistentBTreeMap<Integer, Integer> MILLION = evens(MANY, null);

    private static PersistentBTreeMap<Integer, Integer> evens(int entries, Comparator<Integer> comparator) {
        return PersistentBTreeMap.fromSorted(
                comparator,
                IntStream.range(0, entries).mapToObj(i -> Map.entry(2 * i, i)).toList());
    }

    // ---- nodes
    // ----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100, 1_000})
    void aDiffLooksIntoTheNodesThatDiffer(int changes) {
        Random random = new Random(changes);
        PersistentBTreeMap<Integer, Integer> newer = MILLION;
        Set<Integer> changed = new HashSet<>();
        while (changed.size() < changes) {
            int key = random.nextInt(2 * MANY);
            if (changed.add(key)) {
                newer = random.nextInt(3) == 0 && key % 2 == 0 ? newer.minus(key) : newer.plus(key, -1);
            }
        }
        int height = BTreeProbe.height(newer);
        assertThat(PersistentBTreeMap.diff(MILLION, newer)).hasSize(changes);
        assertThat(BTreeProbe.nodesOpened(MILLION, newer)).isBetween(changes == 0 ? 0 : 2, 3 * changes * (height + 1));
    }

    @Test
    void clearingARangeCutsSubtrees() {
        Random random = new Random(1);
        for (int i = 0; i < 8; i++) {
            int from = random.nextInt(2 * MANY);
            int to = from + random.nextInt(2 * MANY - from);
            CowBTreeMap<Integer, Integer> map = MILLION.mutableCopy();
            int height = BTreeProbe.height(map);
            map.subMap(from, to).clear();
            assertThat(map.nodesCopied()).isLessThanOrEqualTo(4L * height);
            assertThat(BTreeProbe.newNodes(MILLION, BTreeProbe.check(map))).isLessThanOrEqualTo(4 * height);
            assertThat(map.size()).isEqualTo(MANY - ((to + 1) / 2 - (from + 1) / 2));
            ConcurrentBTreeMap<Integer, Integer> concurrent = new ConcurrentBTreeMap<>(map);
            concurrent.headMap(to).clear();
            assertThat(concurrent.nodesCopied()).isLessThanOrEqualTo(4L * height);
        }
    }

    @Test
    void aSnapshotOfAViewSharesItsSubtrees() {
        Random random = new Random(2);
        for (int i = 0; i < 8; i++) {
            int from = random.nextInt(2 * MANY);
            int to = from + random.nextInt(2 * MANY - from);
            PersistentBTreeMap<Integer, Integer> slice =
                    BTreeProbe.check(MILLION.subMap(from, to).snapshot());
            assertThat(slice.size()).isEqualTo((to + 1) / 2 - (from + 1) / 2);
            assertThat(BTreeProbe.newNodes(MILLION, slice)).isLessThanOrEqualTo(3 * BTreeProbe.height(MILLION));
        }
    }

    @Test
    void aUnionOfVersionsMakesNoMoreThanTheyDiffer() {
        CowBTreeMap<Integer, Integer> left = MILLION.mutableCopy();
        CowBTreeMap<Integer, Integer> right = MILLION.mutableCopy();
        for (int i = 0; i < MANY / 200; i++) {
            left.put(2 * i + 1, i);
            right.put(MANY + 2 * i + 1, i);
        }
        PersistentBTreeMap<Integer, Integer> mine = left.snapshot();
        PersistentBTreeMap<Integer, Integer> theirs = right.snapshot();
        PersistentBTreeMap<Integer, Integer> union = BTreeProbe.check(mine.union(theirs));
        assertThat(union).hasSize(MANY + MANY / 100);
        Set<Object> nodes = BTreeProbe.nodes(union);
        nodes.removeAll(BTreeProbe.nodes(mine));
        assertThat(nodes.size())
                .isLessThanOrEqualTo(BTreeProbe.newNodes(MILLION, theirs) + 4 * BTreeProbe.height(union));
        assertThat(mine.union(MILLION)).isSameAs(mine);
        assertThat(MILLION.union(mine)).isSameAs(mine);
        assertThat(MILLION.intersection(mine)).isSameAs(MILLION);
        assertThat(mine.difference(MILLION)).hasSize(MANY / 200);
        assertThat(BTreeProbe.nodesOpened(mine, MILLION))
                .isLessThanOrEqualTo(2 * (BTreeProbe.newNodes(MILLION, mine) + 4 * BTreeProbe.height(mine)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 10_000})
    void puttingManyMakesNoMoreNodesThanTheirPaths(int puts) {
        TreeMap<Integer, Integer> spread = new TreeMap<>();
        TreeMap<Integer, Integer> dense = new TreeMap<>();
        for (int i = 0; i < puts; i++) {
            spread.put((int) (2L * MANY * i / puts) | 1, i);
            dense.put(MANY + 2 * i + 1, i);
        }
        CowBTreeMap<Integer, Integer> map = MILLION.mutableCopy();
        int height = BTreeProbe.height(map);
        map.putAll(spread);
        BTreeProbe.check(map);
        // a path each, less what the paths share near the root; a split now and then; and the nodes of the sorted input
        int shared = (int) (Math.log(puts) / Math.log(BTreeProbe.INNER_CAPACITY));
        assertThat(map.nodesCopied()).isLessThanOrEqualTo(2L * puts * (height - shared + 1) + 2L * height);

        CowBTreeMap<Integer, Integer> other = MILLION.mutableCopy();
        other.putAll(dense);
        BTreeProbe.check(other);
        assertThat(other.nodesCopied()).isLessThanOrEqualTo(8L * puts / BTreeProbe.LEAF_CAPACITY + 4L * height + 2);
    }

    @Test
    void loadsAreFull() {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, 10_000).boxed().toList());
        Collections.shuffle(shuffled, new Random(3));
        TreeMap<Integer, Integer> sorted = new TreeMap<>();
        shuffled.forEach(key -> sorted.put(key, key));
        List<Map<?, ?>> maps = List.of(
                MILLION,
                PersistentBTreeMap.fromSorted(sorted.entrySet()),
                PersistentBTreeMap.copyOf(sorted),
                new CowBTreeMap<>(sorted),
                new ConcurrentBTreeMap<>((Map<Integer, Integer>) new java.util.HashMap<>(sorted)),
                shuffled.stream().collect(PersistentBTreeMap.toPersistentBTreeMap(k -> k, k -> k)),
                shuffled.parallelStream().collect(CowBTreeMap.toCowBTreeMap(k -> k, k -> k)),
                shuffled.stream().collect(ConcurrentBTreeMap.toConcurrentBTreeMap(k -> k, k -> k)),
                PersistentBTreeMap.copyOf(sorted).descendingMap().snapshot(),
                BTreeProbe.mapOf(PersistentBTreeSet.copyOf(shuffled)),
                BTreeProbe.mapOf(PersistentBTreeSet.fromSorted(sorted.keySet())),
                BTreeProbe.mapOf(new CowBTreeSet<>(shuffled)));
        for (Map<?, ?> map : maps) {
            BTreeProbe.check(map);
            List<Integer> counts = BTreeProbe.leafCounts(map);
            assertThat(counts.subList(0, counts.size() - 2))
                    .isNotEmpty()
                    .allMatch(count -> count == BTreeProbe.LEAF_CAPACITY);
        }
    }

    // ---- comparisons
    // ----------------------------------------------------------------------------------------------------

    /** Counts how often it is asked. */
    private static final class Counting implements Comparator<Integer> {
        private long calls;

        @Override
        public int compare(Integer a, Integer b) {
            calls++;
            return a.compareTo(b);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000, 1_000_000})
    void comparisonsOfAPutAllGrowWithTheLogarithmOfTheRatio(int entries) {
        Counting counting = new Counting();
        PersistentBTreeMap<Integer, Integer> map = evens(entries, counting);
        int puts = 1_000;
        TreeMap<Integer, Integer> sorted = new TreeMap<>();
        for (int i = 0; i < puts; i++) {
            sorted.put((int) (2L * entries * i / puts) | 1, i);
        }
        counting.calls = 0;
        PersistentBTreeMap<Integer, Integer> next = map.plusAll(sorted);
        long bulk = counting.calls;
        double ratio = Math.log((double) entries / puts + 1) / Math.log(2);
        assertThat(BTreeProbe.check(next)).hasSize(entries + puts);
        assertThat(bulk).isLessThan((long) (puts * (3 * ratio + 8)));

        TreeMap<Integer, Integer> dense = new TreeMap<>();
        IntStream.range(0, puts).forEach(i -> dense.put(entries + 2 * i + 1, i));
        counting.calls = 0;
        map.plusAll(dense);
        assertThat(counting.calls).isLessThan(6L * puts + 200);
        assertThat((double) counting.calls).isLessThan(puts * Math.log(entries) / Math.log(2));
    }

    // ---- rights
    // ---------------------------------------------------------------------------------------------------------

    static Stream<Consumer<CowBTreeMap<Integer, Integer>>> bulks() {
        return Stream.of(
                map -> map.putAll(new TreeMap<>(Map.of(1, 1, 3, 3, 40, -1))),
                map -> map.putAll(PersistentBTreeMap.of(1, 1, 3, 3)),
                map -> map.headMap(300).clear(),
                map -> map.keySet().removeIf(key -> key < 200 && key % 3 == 0),
                map -> map.keySet().removeAll(List.of(2, 4, 6)),
                map -> map.headMap(200).keySet().retainAll(List.of(2, 4, 6)),
                map -> map.headMap(200).replaceAll((key, value) -> -value),
                map -> map.patch(Stream.of(new MapChange.Removed<>(2, 1), new MapChange.Added<>(3, 3))));
    }

    @ParameterizedTest
    @MethodSource("bulks")
    void aUniqueMapStaysUnique(Consumer<CowBTreeMap<Integer, Integer>> bulk) {
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            map.put(2 * i, i);
        }
        bulk.accept(map);
        BTreeProbe.check(map);
        long copied = map.nodesCopied();
        long edited = map.nodesEditedInPlace();
        map.put(30_000, -5);
        map.put(map.firstKey(), -6);
        assertThat(map.nodesCopied()).isEqualTo(copied);
        assertThat(map.nodesEditedInPlace()).isGreaterThanOrEqualTo(edited + 2);
        assertThat(map.isUnique()).isTrue();
    }

    // ---- shape
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void chainsOfSplitAndJoinKeepTheShape() {
        Random random = new Random(4);
        PersistentBTreeMap<Integer, Integer> map = evens(2_000, null);
        for (int i = 0; i < 1_500; i++) {
            Split<PersistentBTreeMap<Integer, Integer>> parts = map.split(random.nextInt(4_000));
            Split<PersistentBTreeMap<Integer, Integer>> lower = parts.below().split(random.nextInt(4_000));
            PersistentBTreeMap<Integer, Integer> joined = BTreeProbe.check(
                    lower.below().join(BTreeProbe.check(lower.from())).join(BTreeProbe.check(parts.from())));
            assertThat(joined.size()).isEqualTo(map.size());
            assertThat(BTreeProbe.newNodes(map, joined)).isLessThanOrEqualTo(8 * BTreeProbe.height(map));
            map = i % 2 == 0 ? joined : joined.plus(random.nextInt(4_000), i).minus(random.nextInt(4_000));
            checkHeight(map);
        }
    }

    @Test
    void joinsOfManySmallMapsMakeOneOfTheRightHeight() {
        Random random = new Random(5);
        PersistentBTreeMap<Integer, Integer> behind = PersistentBTreeMap.of(0, 0);
        PersistentBTreeMap<Integer, Integer> before = PersistentBTreeMap.of(100_000, 0);
        int up = 1;
        int down = 100_000;
        for (int i = 0; i < 500; i++) {
            int size = 1 + random.nextInt(i % 50 == 0 ? 500 : 3);
            int first = up;
            behind = BTreeProbe.check(behind.join(PersistentBTreeMap.fromSorted(IntStream.range(first, first + size)
                    .mapToObj(k -> Map.entry(k, k))
                    .toList())));
            up += size;
            int last = down;
            before = BTreeProbe.check(PersistentBTreeMap.fromSorted(IntStream.range(last - size, last)
                            .mapToObj(k -> Map.entry(k, k))
                            .toList())
                    .join(before));
            down -= size;
            checkHeight(behind);
            checkHeight(before);
        }
        assertThat(behind).hasSize(up);
        assertThat(BTreeProbe.check(behind.join(before))).hasSize(2 * up);
    }

    /** No higher than a tree whose nodes are all at their minimum. */
    private static void checkHeight(Map<?, ?> map) {
        double leaves = Math.max(1, (double) map.size() / BTreeProbe.LEAF_MINIMUM);
        int innerMinimum = Math.max(2, BTreeProbe.INNER_CAPACITY / 2);
        int bound = 1 + (int) Math.ceil(Math.log(leaves) / Math.log(innerMinimum));
        assertThat(BTreeProbe.height(map)).isLessThanOrEqualTo(bound + 1);
    }

    // ---- user functions
    // -------------------------------------------------------------------------------------------------

    @Test
    void functionsAreCalledOnceAnEntryInOrder() {
        List<Integer> keys = new ArrayList<>(MILLION.headMap(2_000).keySet());
        CowBTreeMap<Integer, Integer> cow = MILLION.headMap(2_000).snapshot().mutableCopy();
        for (RankedMap<Integer, Integer> map :
                List.<RankedMap<Integer, Integer>>of(cow, new ConcurrentBTreeMap<>(cow))) {
            List<Integer> seen = new ArrayList<>();
            map.keySet().removeIf(key -> seen.add(key) && key == 40);
            assertThat(seen).isEqualTo(keys);
            map.put(40, 20);
            seen.clear();
            map.entrySet().removeIf(entry -> seen.add(entry.getKey()) && entry.getKey() == 40);
            assertThat(seen).isEqualTo(keys);
            map.put(40, 20);
            seen.clear();
            map.replaceAll((key, value) -> seen.add(key) ? value + 1 : value);
            assertThat(seen).isEqualTo(keys);
            seen.clear();
            map.keySet().retainAll(new java.util.AbstractCollection<Integer>() {
                @Override
                public java.util.Iterator<Integer> iterator() {
                    throw new AssertionError("only contains is asked");
                }

                @Override
                public int size() {
                    return 1;
                }

                @Override
                public boolean contains(Object key) {
                    return seen.add((Integer) key);
                }
            });
            assertThat(seen).isEqualTo(keys);
            seen.clear();
            map.descendingMap().subMap(900, true, 100, false).keySet().removeIf(key -> !seen.add(key));
            assertThat(seen).containsExactlyInAnyOrderElementsOf(keys.subList(51, 451));
            BTreeProbe.check(map);
        }
    }

    @Test
    void bulksWithoutEffectMakeNothing() {
        CowBTreeMap<Integer, Integer> cow = MILLION.mutableCopy();
        PersistentBTreeMap<Integer, Integer> before = cow.snapshot();
        long copied = cow.nodesCopied();
        assertThat(cow.keySet().removeIf(key -> false)).isFalse();
        assertThat(cow.values().removeIf(value -> false)).isFalse();
        assertThat(cow.keySet().retainAll(cow.keySet())).isFalse();
        assertThat(cow.keySet().retainAll(before.keySet())).isFalse();
        assertThat(cow.keySet().removeAll(List.of(1, 3, 5))).isFalse();
        assertThat(cow.keySet().removeAll(PersistentBTreeSet.of(1, 3, 5))).isFalse();
        cow.replaceAll((key, value) -> value);
        cow.putAll(before);
        cow.putAll(before.headMap(1_000));
        cow.subMap(101, 102).clear();
        cow.patch(Stream.empty());
        cow.patch(PersistentBTreeMap.diff(before.plus(8, -1), before));
        assertThat(BTreeProbe.newNodes(before, cow)).isZero();
        ConcurrentBTreeMap<Integer, Integer> concurrent = new ConcurrentBTreeMap<>(before);
        concurrent.keySet().removeIf(key -> false);
        concurrent.replaceAll((key, value) -> value);
        concurrent.putAll(before);
        concurrent.update(copy -> copy.putAll(before));
        assertThat(BTreeProbe.newNodes(before, concurrent)).isZero();
        assertThat(cow.nodesCopied()).isEqualTo(copied);
    }
}
