package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.SetChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Diffs against the difference of two {@link TreeMap}s: the same changes in the same order, whether the maps share nodes or
 * not; a patch makes the newer map of the older one; and a diff that is not read to its end is not made to its end.
 */
class DiffModel {
    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void diffsOfMapsAgreeWithTreeMap(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll long seed) {
        checkMaps(Pair.of(relation, keys, size, seed));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void diffsOfLargeMapsAgreeWithTreeMap(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 60, max = 1_500) int size,
            @ForAll long seed) {
        checkMaps(Pair.of(relation, keys, size, seed));
    }

    private static void checkMaps(Pair pair) {
        if (!pair.sameOrder()) {
            assertThatThrownBy(() -> PersistentBTreeMap.diff(pair.left(), pair.right()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("different orders");
            return;
        }
        PersistentBTreeMap<Object, Object> older = pair.left();
        PersistentBTreeMap<Object, Object> newer = pair.right();
        List<MapChange<Object, Object>> changes =
                PersistentBTreeMap.diff(older, newer).toList();
        checkChanges(changes, changes(pair));
        PersistentBTreeMap<Object, Object> patched = BTreeProbe.check(older.patch(changes.stream()));
        checkEntries(patched, pair.rightModel());
        assertThat(patched.patch(changes.stream())).isSameAs(patched);
        assertThat(newer.patch(changes.stream())).isSameAs(newer);
        List<MapChange<Object, Object>> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, new Random(pair.changes()));
        checkEntries(BTreeProbe.check(older.patch(shuffled.stream())), pair.rightModel());
        if (changes.isEmpty()) {
            assertThat(patched).isSameAs(older);
        }
        CowBTreeMap<Object, Object> cow = older.mutableCopy();
        cow.patch(changes.stream());
        checkEntries(BTreeProbe.check(cow), pair.rightModel());
        ConcurrentBTreeMap<Object, Object> concurrent = new ConcurrentBTreeMap<>(older);
        concurrent.patch(changes.stream());
        checkEntries(BTreeProbe.check(concurrent), pair.rightModel());
        checkEntries(BTreeProbe.check(older), pair.leftModel());
        checkEntries(BTreeProbe.check(newer), pair.rightModel());
    }

    /** The differences of the models, found by looking up every key of both. */
    private static List<MapChange<Object, Object>> changes(Pair pair) {
        TreeSet<Object> keys = new TreeSet<>(pair.leftModel().comparator());
        keys.addAll(pair.leftModel().keySet());
        keys.addAll(pair.rightModel().keySet());
        List<MapChange<Object, Object>> changes = new ArrayList<>();
        for (Object key : keys) {
            Object before = pair.leftModel().get(key);
            Object after = pair.rightModel().get(key);
            if (before == null) {
                changes.add(new MapChange.Added<>(key, after));
            } else if (after == null) {
                changes.add(new MapChange.Removed<>(key, before));
            } else if (!before.equals(after)) {
                changes.add(new MapChange.Changed<>(key, before, after));
            }
        }
        return changes;
    }

    private static void checkChanges(
            List<MapChange<Object, Object>> changes, List<MapChange<Object, Object>> expected) {
        assertThat(changes).hasSameSizeAs(expected);
        for (int i = 0; i < changes.size(); i++) {
            // an order may hold keys equal that are not: their letters differ in case
            assertThat(changes.get(i).toString())
                    .isEqualToIgnoringCase(expected.get(i).toString());
            assertThat(changes.get(i)).hasSameClassAs(expected.get(i));
        }
    }

    private static void checkEntries(Map<Object, Object> map, TreeMap<Object, Object> expected) {
        assertThat(map).hasSize(expected.size());
        Iterator<Object> values = map.values().iterator();
        for (Map.Entry<Object, Object> entry : expected.entrySet()) {
            assertThat(Objects.equals(map.get(entry.getKey()), entry.getValue()))
                    .as("value of %s", entry.getKey())
                    .isTrue();
            assertThat(values.next().equals(entry.getValue())).isTrue();
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void diffsOfSetsAgreeWithTreeSet(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll long seed) {
        Pair pair = Pair.of(relation, keys, size, seed);
        PersistentBTreeSet<Object> older = PersistentBTreeSet.copyOf(pair.left().navigableKeySet());
        PersistentBTreeSet<Object> newer = pair.changes() < 0 || !pair.sameOrder()
                ? PersistentBTreeSet.copyOf(pair.right().navigableKeySet())
                : changed(older, pair);
        if (!pair.sameOrder()) {
            assertThatThrownBy(() -> PersistentBTreeSet.diff(older, newer))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        List<String> expected = new ArrayList<>();
        for (MapChange<Object, Object> change : changes(pair)) {
            if (change instanceof MapChange.Added<Object, Object> added) {
                expected.add(new SetChange.Added<>(added.key()).toString().toLowerCase());
            } else if (change instanceof MapChange.Removed<Object, Object> removed) {
                expected.add(new SetChange.Removed<>(removed.key()).toString().toLowerCase());
            }
        }
        List<SetChange<Object>> changes = PersistentBTreeSet.diff(older, newer).toList();
        assertThat(changes.stream().map(change -> change.toString().toLowerCase()))
                .isEqualTo(expected);
        PersistentBTreeSet<Object> patched = BTreeProbe.check(older.patch(changes.stream()));
        assertThat(patched.size()).isEqualTo(newer.size());
        assertThat(PersistentBTreeSet.diff(patched, newer)).isEmpty();
        assertThat(patched.patch(changes.stream())).isSameAs(patched);
        CowBTreeSet<Object> cow = older.mutableCopy();
        cow.patch(changes.stream());
        assertThat(PersistentBTreeSet.diff(BTreeProbe.check(cow).snapshot(), newer))
                .isEmpty();
        BTreeProbe.check(older);
        BTreeProbe.check(newer);
    }

    private static PersistentBTreeSet<Object> changed(PersistentBTreeSet<Object> older, Pair pair) {
        PersistentBTreeSet<Object> newer = older;
        for (MapChange<Object, Object> change : changes(pair)) {
            newer = change instanceof MapChange.Removed<Object, Object>
                    ? newer.minus(change.key())
                    : newer.plus(change.key());
        }
        return newer;
    }

    @Example
    void ofTwoChangesToOneKeyTheLaterCounts() {
        PersistentBTreeMap<Integer, String> map = PersistentBTreeMap.of(1, "a", 2, "b");
        assertThat(map.patch(Stream.of(new MapChange.Added<>(3, "c"), new MapChange.Removed<>(3, "c"))))
                .isSameAs(map);
        assertThat(map.patch(Stream.of(new MapChange.Removed<>(1, "a"), new MapChange.Added<>(1, "z"))))
                .isEqualTo(Map.of(1, "z", 2, "b"));
        assertThat(map.patch(Stream.of(new MapChange.Changed<>(1, "a", "x"), new MapChange.Changed<>(1, "x", "y"))))
                .isEqualTo(Map.of(1, "y", 2, "b"));
        assertThat(map.patch(Stream.empty())).isSameAs(map);
        assertThatThrownBy(() -> map.patch(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> map.patch(Stream.of(new MapChange.Removed<>(1, "a"), null)))
                .isInstanceOf(NullPointerException.class);
        PersistentBTreeSet<Integer> set = PersistentBTreeSet.of(1, 2);
        assertThat(set.patch(Stream.of(new SetChange.Removed<>(1), new SetChange.Added<>(1))))
                .isSameAs(set);
        assertThat(set.patch(Stream.of(new SetChange.Added<>(3), new SetChange.Removed<>(3))))
                .isSameAs(set);
    }

    /** Counts how often it is asked. */
    private static final class Counting implements Comparator<Integer> {
        private long calls;

        @Override
        public int compare(Integer a, Integer b) {
            calls++;
            return a.compareTo(b);
        }
    }

    @Example
    void aDiffIsMadeAsItIsRead() {
        Counting counting = new Counting();
        int entries = 200_000;
        PersistentBTreeMap<Integer, Integer> older = PersistentBTreeMap.fromSorted(
                counting,
                IntStream.range(0, entries).mapToObj(i -> Map.entry(2 * i, i)).toList());
        PersistentBTreeMap<Integer, Integer> newer = PersistentBTreeMap.fromSorted(
                counting,
                IntStream.range(0, entries)
                        .mapToObj(i -> Map.entry(2 * i, i == 0 ? -1 : i + 1))
                        .toList());
        counting.calls = 0;
        Stream<MapChange<Integer, Integer>> diff = PersistentBTreeMap.diff(older, newer);
        assertThat(counting.calls).isZero();
        Iterator<MapChange<Integer, Integer>> changes = diff.iterator();
        assertThat(changes.next()).isEqualTo(new MapChange.Changed<>(0, 0, -1));
        assertThat(counting.calls).isLessThan(100);
        assertThat(changes.next()).isEqualTo(new MapChange.Changed<>(2, 1, 2));
        assertThat(counting.calls).isLessThan(200);
        counting.calls = 0;
        assertThat(PersistentBTreeMap.diff(older, newer).limit(10)).hasSize(10);
        assertThat(counting.calls).isLessThan(300);
        assertThat(PersistentBTreeMap.diff(older, PersistentBTreeMap.empty(counting))
                        .findFirst())
                .contains(new MapChange.Removed<>(0, 0));
        assertThat(counting.calls).isLessThan(300);
    }

    @Example
    void anEmptyMapIsOfItsOrderToo() {
        PersistentBTreeMap<Integer, Integer> natural = PersistentBTreeMap.of(1, 1);
        assertThatThrownBy(() -> PersistentBTreeMap.diff(natural, PersistentBTreeMap.empty(Comparator.reverseOrder())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PersistentBTreeMap.diff(natural, PersistentBTreeMap.empty(Comparator.naturalOrder())))
                .containsExactly(new MapChange.Removed<>(1, 1));
        assertThatThrownBy(() -> PersistentBTreeMap.diff(null, natural)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> PersistentBTreeMap.diff(natural, null)).isInstanceOf(NullPointerException.class);
    }

    @Example
    void nullValuesAreValues() {
        PersistentBTreeMap<Integer, String> older = PersistentBTreeMap.<Integer, String>of(1, null, 2, "b", 3, null);
        PersistentBTreeMap<Integer, String> newer = PersistentBTreeMap.<Integer, String>of(1, null, 2, null, 4, null);
        assertThat(PersistentBTreeMap.diff(older, newer))
                .containsExactly(
                        new MapChange.Changed<>(2, "b", null),
                        new MapChange.Removed<>(3, null),
                        new MapChange.Added<>(4, null));
        assertThat(BTreeProbe.check(older.patch(PersistentBTreeMap.diff(older, newer))))
                .isEqualTo(newer);
    }
}
