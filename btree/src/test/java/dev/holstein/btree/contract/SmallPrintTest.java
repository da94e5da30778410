package dev.holstein.btree.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.core.Footprint;
import dev.holstein.cow.SharingReport;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sets tell of their nodes, what factories and shortcuts answer, and comparisons with collections of other keys. */
class SmallPrintTest {
    @Test
    void aSetCountsAsTheMapOfItsElements() {
        CowBTreeSet<Integer> set = new CowBTreeSet<>();
        CowBTreeMap<Integer, Integer> map = new CowBTreeMap<>();
        for (int i = 0; i < 100; i++) {
            set.add(i);
            map.put(i, i);
        }
        assertThat(set.isUnique()).isTrue();
        assertThat(set.nodesCopied()).isEqualTo(map.nodesCopied()).isPositive();
        assertThat(set.nodesEditedInPlace()).isEqualTo(map.nodesEditedInPlace()).isPositive();
        assertThat(set.snapshots()).isZero();
        PersistentBTreeSet<Integer> frozen = set.snapshot();
        assertThat(set.snapshots()).isEqualTo(1);
        assertThat(set.isUnique()).isFalse();
        set.add(100);
        assertThat(set.isUnique()).isTrue();
        assertThat(frozen).hasSize(100);
    }

    @Test
    void aNullValueIsNoAbsentOne() {
        CowBTreeMap<String, String> map = new CowBTreeMap<>();
        map.put("a", null);
        map.put("b", "2");
        Map<String, String> others = new HashMap<>();
        others.put("c", null);
        others.put("b", "2");
        assertThat(map.equals(others)).isFalse();
        assertThat(others.equals(map)).isFalse();
        assertThat(map.equals(new HashMap<>(map))).isTrue();
        assertThat(map.entrySet().contains(new SimpleEntry<>("a", null))).isTrue();
        assertThat(map.entrySet().contains(new SimpleEntry<>("c", null))).isFalse();
        assertThat(map.entrySet().contains(new SimpleEntry<>("b", null))).isFalse();
        assertThat(map.entrySet()).isEqualTo(new HashMap<>(map).entrySet());
    }

    /** Few of them are looked for one by one; many are asked by each entry. */
    @Test
    void entriesAreRemovedThatAreInTheRangeWithTheirValue() {
        List<Object> few =
                List.of(entry(1, "1"), entry(4, "4"), entry(5, "other"), entry(8, "8"), entry(99, "99"), "no entry", 6);
        List<Object> many = new ArrayList<>(few);
        many.addAll(Collections.nCopies(20, entry(4, "4")));
        for (List<Object> others : List.of(few, many)) {
            for (RankedMap<Integer, String> map :
                    List.of(new CowBTreeMap<Integer, String>(), new ConcurrentBTreeMap<Integer, String>())) {
                for (int i = 0; i < 20; i++) {
                    map.put(i, String.valueOf(i));
                }
                Map<Integer, String> expected = new TreeMap<>(map);
                expected.remove(4);
                assertThat(map.subMap(2, 17).entrySet().removeAll(List.of(entry(1, "1"), entry(3, "4"))))
                        .isFalse();
                assertThat(map.subMap(2, 18).subMap(2, true, 7, true).entrySet().removeAll(others))
                        .isTrue();
                assertThat(BTreeProbe.check(map)).isEqualTo(expected);
                expected.keySet().removeAll(List.of(1, 8));
                assertThat(map.descendingMap().entrySet().removeAll(others)).isTrue();
                assertThat(BTreeProbe.check(map)).isEqualTo(expected);
                assertThat(map.entrySet().removeAll(others)).isFalse();
            }
        }
    }

    /** Also where the other map is one of ours, whose nodes a whole map would take over. */
    @Test
    void aRangeTakesNothingOutsideOfItFromAnyMap() {
        CowBTreeMap<Integer, String> others = new CowBTreeMap<>(Map.of(4, "4", 20, "20"));
        for (RankedMap<Integer, String> map :
                List.of(new CowBTreeMap<Integer, String>(), new ConcurrentBTreeMap<Integer, String>())) {
            RankedMap<Integer, String> range = map.headMap(10);
            assertThatIllegalArgumentException().isThrownBy(() -> range.putAll(others));
            assertThatIllegalArgumentException().isThrownBy(() -> range.putAll(new TreeMap<>(others)));
            assertThat(BTreeProbe.check(map)).isEmpty();
            range.putAll(others.headMap(10));
            map.descendingMap().putAll(others);
            assertThat(BTreeProbe.check(map)).isEqualTo(others);
        }
    }

    @Test
    void collectionsOfAMapTellWhatTheyDid() {
        for (RankedMap<Integer, String> map :
                List.of(new CowBTreeMap<Integer, String>(), new ConcurrentBTreeMap<Integer, String>())) {
            map.putAll(Map.of(1, "1", 2, "2", 3, "3", 4, "4", 5, "5"));
            assertThat(map.entrySet().isEmpty()).isFalse();
            assertThat(map.values().isEmpty()).isFalse();
            assertThat(map.tailMap(6).entrySet().isEmpty()).isTrue();
            assertThat(map.tailMap(6).values().isEmpty()).isTrue();
            assertThat(map.entrySet().contains((Object) "no entry")).isFalse();
            assertThat(map.values().removeAll(List.of("1", "x"))).isTrue();
            assertThat(map.values().removeAll(List.of("1", "x"))).isFalse();
            Set<Map.Entry<Integer, String>> most = Set.of(entry(2, "2"), entry(3, "3"), entry(4, "x"), entry(5, "5"));
            assertThat(map.entrySet().retainAll(most)).isTrue();
            assertThat(map.entrySet().retainAll(most)).isFalse();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(2, "2", 3, "3", 5, "5"));
            map.headMap(3, true).entrySet().clear();
            assertThat(BTreeProbe.check(map)).isEqualTo(Map.of(5, "5"));
            map.entrySet().clear();
            assertThat(BTreeProbe.check(map)).isEmpty();
            assertThat(map.entrySet().retainAll(most)).isFalse();
        }
    }

    /** Two entries of the other set are one to an order without case: as many as here, each of them here, and not the same. */
    @Test
    void entriesAreComparedBothWaysWhereOrdersDiffer() {
        ConcurrentBTreeMap<String, Integer> map = new ConcurrentBTreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.putAll(Map.of("A", 1, "B", 2));
        assertThat(map.entrySet().equals(Set.of(Map.entry("a", 1), Map.entry("A", 1))))
                .isFalse();
        assertThat(map.entrySet().equals(Set.of(Map.entry("A", 1), Map.entry("B", 2))))
                .isTrue();
        assertThat(map.keySet().equals(Set.of("a", "A"))).isFalse();
    }

    private static Map.Entry<Integer, String> entry(int key, String value) {
        return Map.entry(key, value);
    }

    @Test
    void clonesOfSetsAreIndependent() {
        CowBTreeSet<Integer> cow = new CowBTreeSet<>(List.of(1, 2));
        CowBTreeSet<Integer> cowClone = cow.clone();
        cow.add(3);
        cowClone.remove(1);
        assertThat(cow).containsExactly(1, 2, 3);
        assertThat(cowClone).containsExactly(2);
        ConcurrentBTreeSet<Integer> concurrent = new ConcurrentBTreeSet<>(List.of(1, 2));
        ConcurrentBTreeSet<Integer> concurrentClone = concurrent.clone();
        concurrent.add(3);
        concurrentClone.remove(1);
        assertThat(concurrent).containsExactly(1, 2, 3);
        assertThat(concurrentClone).containsExactly(2);
    }

    @Test
    void aConcurrentSetCountsAsTheMapOfItsElements() {
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>();
        ConcurrentBTreeMap<Integer, Integer> map = new ConcurrentBTreeMap<>();
        for (int i = 0; i < 100; i++) {
            set.add(i);
            map.put(i, i);
        }
        set.update(copy -> {
            copy.add(200);
            copy.add(201);
        });
        map.update(copy -> {
            copy.put(200, 0);
            copy.put(201, 0);
        });
        assertThat(set.nodesCopied()).isEqualTo(map.nodesCopied()).isPositive();
        assertThat(set.nodesEditedInPlace()).isEqualTo(map.nodesEditedInPlace()).isPositive();
        PersistentBTreeSet<Integer> unused = set.snapshot();
        PersistentBTreeMap<Integer, Integer> alsoUnused = map.snapshot();
        assertThat(set.snapshots()).isEqualTo(map.snapshots()).isPositive();
    }

    @Test
    void smallMapsHaveTheLaterOfEqualKeys() {
        assertThat(PersistentBTreeMap.of(1, "a", 2, "b", 3, "c", 4, "d"))
                .isEqualTo(Map.of(1, "a", 2, "b", 3, "c", 4, "d"));
        assertThat(PersistentBTreeMap.of(1, "a", 2, "b", 3, "c", 1, "d")).isEqualTo(Map.of(1, "d", 2, "b", 3, "c"));
    }

    @Test
    void aSetWithoutSomeElements() {
        PersistentBTreeSet<Integer> set = PersistentBTreeSet.of(1, 2, 3, 4);
        assertThat(set.minusAll(List.of(2, 4, 9))).containsExactly(1, 3);
        assertThat(set.minusAll(List.of(9))).isSameAs(set);
        assertThat(set).containsExactly(1, 2, 3, 4);
    }

    @Test
    void allOfASetOfTheSameOrderIsThatSet() {
        PersistentBTreeSet<Integer> set = PersistentBTreeSet.of(1, 2, 3);
        PersistentBTreeSet<Integer> none = PersistentBTreeSet.empty();
        assertThat(none.plusAll(set)).isSameAs(set);
        assertThat(none.plusAll(PersistentBTreeSet.<Integer>empty())).isSameAs(none);
        assertThat(set.plusAll(none)).isSameAs(set);
        PersistentBTreeSet<Integer> backwards = PersistentBTreeSet.empty(Comparator.<Integer>reverseOrder());
        assertThat(backwards.plusAll(set)).containsExactly(3, 2, 1);
        assertThat(PersistentBTreeSet.of(0).plusAll(set)).containsExactly(0, 1, 2, 3);
        assertThat(none.plusAll(new CowBTreeSet<>(set))).isEqualTo(set);
    }

    @Test
    void allOfAMapOfTheSameOrderIsThatMap() {
        PersistentBTreeMap<Integer, String> map = PersistentBTreeMap.of(1, "a", 2, "b");
        PersistentBTreeMap<Integer, String> none = PersistentBTreeMap.empty();
        assertThat(none.plusAll(map)).isSameAs(map);
        assertThat(none.plusAll(PersistentBTreeMap.<Integer, String>empty())).isSameAs(none);
        PersistentBTreeMap<Integer, String> backwards = PersistentBTreeMap.empty(Comparator.<Integer>reverseOrder());
        assertThat(backwards.plusAll(map).firstKey()).isEqualTo(2);
        assertThat(none.plusAll(new CowBTreeSet<>(List.of(1))
                        .stream().collect(HashMap::new, (all, key) -> all.put(key, "x"), Map::putAll)))
                .isEqualTo(Map.of(1, "x"));
    }

    static List<NavigableMap<Integer, String>> maps() {
        Map<Integer, String> entries = Map.of(1, "a", 2, "b", 3, "c");
        return List.of(
                PersistentBTreeMap.copyOf(entries), new CowBTreeMap<>(entries), new ConcurrentBTreeMap<>(entries));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void otherKeysAreNotEqualAndNotAnError(NavigableMap<Integer, String> map) {
        TreeMap<String, String> strings = new TreeMap<>(Map.of("1", "a", "2", "b", "3", "c"));
        assertThat(map.equals(strings)).isFalse();
        assertThat(map.entrySet().equals(strings.entrySet())).isFalse();
        assertThat(map.keySet().equals(strings.keySet())).isFalse();
        assertThat(map.equals(new TreeMap<>(Map.of(1, "a", 2, "b", 3, "x")))).isFalse();
        assertThat(map.equals(new TreeMap<>(Map.of(1, "a", 2, "b", 4, "c")))).isFalse();
        assertThat(map.equals(new TreeMap<>(Map.of(1, "a", 2, "b")))).isFalse();
        assertThat(map.equals(new HashMap<>(Map.of(1, "a", 2, "b", 3, "c")))).isTrue();
        assertThat(map.entrySet().equals(new HashSet<>(List.of(1, 2, 3)))).isFalse();
        assertThat(map.entrySet().equals(Map.of(1, "a", 2, "b", 3, "c").entrySet()))
                .isTrue();
        assertThat(map.keySet().equals(new TreeSet<>(List.of(1, 2, 3)))).isTrue();
        assertThat(map.entrySet().equals("text")).isFalse();
        assertThat(map.equals("text")).isFalse();
    }

    @Test
    void aNullValueIsNotAMissingKey() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>();
        map.put(1, null);
        HashMap<Integer, String> other = new HashMap<>();
        other.put(2, null);
        assertThat(map.equals(other)).isFalse();
        other.remove(2);
        other.put(1, null);
        assertThat(map.equals(other)).isTrue();
    }

    /** As in {@link TreeMap}: a function is asked, and only a value that would have to be put there is refused. */
    @Test
    void aFunctionMayAnswerNothingForAKeyOutsideAView() {
        for (NavigableMap<Integer, String> whole :
                List.of(new CowBTreeMap<>(Map.of(1, "a", 5, "b")), new ConcurrentBTreeMap<>(Map.of(1, "a", 5, "b")))) {
            NavigableMap<Integer, String> view = whole.headMap(3, true);
            assertThat(view.compute(5, (key, value) -> null)).isNull();
            assertThat(view.computeIfAbsent(5, key -> null)).isNull();
            assertThat(view.computeIfPresent(5, (key, value) -> "x")).isNull();
            assertThatIllegalArgumentException().isThrownBy(() -> view.compute(5, (key, value) -> "x"));
            assertThatIllegalArgumentException().isThrownBy(() -> view.computeIfAbsent(5, key -> "x"));
            assertThat(view.compute(2, (key, value) -> "y")).isEqualTo("y");
            assertThat(whole).isEqualTo(Map.of(1, "a", 2, "y", 5, "b"));
        }
    }

    @Test
    void reportsCountStemsAndWhatHasNoPrefixes() {
        CowBTreeMap<String, Integer> latin = new CowBTreeMap<>();
        CowBTreeMap<String, Integer> greek = new CowBTreeMap<>();
        CowBTreeMap<String, Integer> plain = new CowBTreeMap<>(Comparator.comparing(key -> key));
        String latinStem = "s".repeat(40);
        String greekStem = "\u03c3".repeat(40);
        for (int i = 0; i < 3 * BTreeProbe.LEAF_CAPACITY; i++) {
            String end = String.format("%05d", i);
            latin.put(latinStem + end, i);
            greek.put(greekStem + end, i);
            plain.put(latinStem + end, i);
        }
        assertThat(BTreeProbe.prefixBits(plain)).isZero();
        long ofLatin = SharingReport.of(latin).total().bytes();
        long ofGreek = SharingReport.of(greek).total().bytes();
        assertThat(bytesOfStems(latin, Byte.BYTES)).isPositive();
        assertThat(ofGreek - ofLatin)
                .isEqualTo(bytesOfStems(greek, Character.BYTES) - bytesOfStems(latin, Byte.BYTES))
                .isPositive();
        assertThat(SharingReport.of(plain).total().bytes()).isLessThan(ofLatin);
    }

    /** The bytes of the characters of all stems, each counted once: an array each. */
    private static long bytesOfStems(Map<?, ?> map, int charBytes) {
        Set<String> stems = Collections.newSetFromMap(new IdentityHashMap<>());
        stems.addAll(BTreeProbe.stems(map));
        stems.remove(null);
        return stems.stream()
                .mapToLong(stem -> Footprint.array(stem.length(), charBytes))
                .sum();
    }
}
