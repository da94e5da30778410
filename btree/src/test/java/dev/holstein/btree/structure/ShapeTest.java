package dev.holstein.btree.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes: sizes around the capacities, ascending, descending and shuffled runs, bulk load, and the way down again. */
class ShapeTest {
    private static final int LEAF = BTreeProbe.LEAF_CAPACITY;
    private static final int INNER = BTreeProbe.INNER_CAPACITY;

    /** Larger maps are checked after each of fifty equal parts: a check visits every entry. */
    private static final int EVERY_STEP_UP_TO = 300;

    static IntStream sizes() {
        int fullAndMinimum = LEAF + BTreeProbe.LEAF_MINIMUM;
        return IntStream.of(
                0,
                1,
                2,
                LEAF - 1,
                LEAF,
                LEAF + 1,
                fullAndMinimum - 1,
                fullAndMinimum,
                fullAndMinimum + 1,
                fullAndMinimum + LEAF,
                2 * LEAF,
                LEAF * INNER - 1,
                LEAF * INNER,
                LEAF * INNER + 1,
                5_000);
    }

    private static List<Map.Entry<Integer, String>> ascending(int size) {
        return IntStream.range(0, size).mapToObj(i -> Map.entry(i, "v" + i)).toList();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void growsAndShrinksInEveryOrder(int size) {
        List<Integer> ascending =
                new ArrayList<>(IntStream.range(0, size).boxed().toList());
        List<Integer> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);
        List<Integer> shuffled = new ArrayList<>(ascending);
        Collections.shuffle(shuffled, new Random(size));
        for (List<Integer> inserts : List.of(ascending, descending, shuffled)) {
            for (List<Integer> removals : List.of(ascending, descending, shuffled)) {
                CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
                for (int key : inserts) {
                    map.put(key, "v" + key);
                    if (size <= EVERY_STEP_UP_TO) {
                        BTreeProbe.check(map);
                    }
                }
                assertThat(BTreeProbe.check(map)).hasSize(size);
                int step = size <= EVERY_STEP_UP_TO ? 1 : size / 50;
                for (int i = 0; i < size; i++) {
                    assertThat(map.remove(removals.get(i))).isEqualTo("v" + removals.get(i));
                    if (i % step == 0) {
                        BTreeProbe.check(map);
                    }
                }
                assertThat(BTreeProbe.check(map)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void pollsFromBothEnds(int size) {
        CowBTreeMap<Integer, String> map =
                new CowBTreeMap<>(new TreeMap<>(Map.ofEntries(ascending(size).toArray(Map.Entry[]::new))));
        int lo = 0;
        int hi = size - 1;
        while (lo <= hi) {
            assertThat(map.pollFirstEntry()).isEqualTo(Map.entry(lo, "v" + lo++));
            if (lo <= hi) {
                assertThat(map.pollLastEntry()).isEqualTo(Map.entry(hi, "v" + hi--));
            }
            if (lo % 37 == 0) {
                BTreeProbe.check(map);
            }
        }
        assertThat(map.pollFirstEntry()).isNull();
        assertThat(BTreeProbe.check(map)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void bulkLoadFillsTheLeaves(int size) {
        PersistentBTreeMap<Integer, String> map = PersistentBTreeMap.fromSorted(ascending(size));
        BTreeProbe.check(map);
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(ascending(size));
        if (size > 0) {
            assertThat(BTreeProbe.leafCounts(map)).hasSize((size - 1) / LEAF + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void bulkLoadOfOtherKeysIsWhole(int size) {
        List<Long> longs = LongStream.range(0, size).boxed().toList();
        bulkLoads(longs, null);
        bulkLoads(longs.stream().map(i -> i / 2.0).toList(), null);
        bulkLoads(
                longs.stream().map(i -> "https://example.org/" + (100_000 + i)).toList(), null);
        bulkLoads(longs.stream().map(i -> new BigInteger(i.toString())).toList(), null);
        List<Integer> descending = IntStream.range(0, size).mapToObj(i -> -i).toList();
        bulkLoads(descending, Comparator.reverseOrder());
        bulkLoads(descending, Comparator.comparing(i -> -i));
    }

    private static <K> void bulkLoads(List<K> keys, Comparator<? super K> order) {
        CowBTreeMap<K, String> map = new CowBTreeMap<>(order);
        Map<K, String> source = new LinkedHashMap<>();
        keys.forEach(key -> source.put(key, "v" + key));
        map.putAll(source);
        BTreeProbe.check(map);
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(source.entrySet()));
        CowBTreeSet<K> set = new CowBTreeSet<>(order);
        set.addAll(keys);
        BTreeProbe.check(set);
        assertThat(new ArrayList<>(set)).isEqualTo(keys);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void ascendingInsertsLeaveLeavesTwoThirdsFull(int size) {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        ascending(size).forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        List<Integer> counts = BTreeProbe.leafCounts(map);
        assertThat(counts.subList(0, counts.size() - 1)).allMatch(count -> count == LEAF + 1 - BTreeProbe.LEAF_MINIMUM);
    }

    @Test
    void aMapThatFitsOneLeafIsOneArray() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        ascending(LEAF).forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        assertThat(BTreeProbe.height(map)).isEqualTo(1);
        map.put(LEAF, "v");
        assertThat(BTreeProbe.height(map)).isEqualTo(2);
        map.remove(0);
        map.remove(1);
        IntStream.range(0, LEAF).forEach(map::remove);
        assertThat(BTreeProbe.height(map)).isEqualTo(1);
    }

    @Test
    void removalForgetsKeysAndValues() throws InterruptedException {
        CowBTreeMap<String, Object> map = new CowBTreeMap<>();
        List<java.lang.ref.WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String key = new String("key" + i);
            Object value = new Object();
            dropped.add(new java.lang.ref.WeakReference<>(key));
            dropped.add(new java.lang.ref.WeakReference<>(value));
            map.put(key, value);
        }
        map.put("last", "kept");
        for (int i = 0; i < 2_000; i++) {
            map.remove("key" + i);
        }
        for (int attempt = 0;
                attempt < 50 && dropped.stream().anyMatch(reference -> reference.get() != null);
                attempt++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(dropped).allMatch(reference -> reference.get() == null);
        assertThat(map).hasSize(1);
    }

    @Test
    void unsortedInputNamesTheKeysAndThePosition() {
        assertThatThrownBy(() ->
                        PersistentBTreeMap.fromSorted(List.of(Map.entry(1, "a"), Map.entry(3, "b"), Map.entry(2, "c"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 2")
                .hasMessageContaining("key 3")
                .hasMessageContaining("position 2");
        assertThatThrownBy(() -> PersistentBTreeMap.fromSorted(List.of(Map.entry(1, "a"), Map.entry(1, "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
