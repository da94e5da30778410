package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Equality where subtrees are shared and bounds cut through them: two versions that differ in one entry, at every position,
 * seen through every pair of bounds around the leaf boundaries of both, against {@link TreeMap#equals} on copies.
 */
class EqualityModel {
    private static final int ENTRIES = 2 * BTreeProbe.LEAF_CAPACITY + BTreeProbe.LEAF_CAPACITY / 2;

    private static PersistentBTreeMap<Integer, String> map() {
        return PersistentBTreeMap.fromSorted(IntStream.range(0, ENTRIES)
                .mapToObj(i -> Map.entry(4 * i, "v" + i))
                .toList());
    }

    @Example
    void versionsThatDifferInOneValue() {
        PersistentBTreeMap<Integer, String> map = map();
        for (int i = 0; i < ENTRIES; i++) {
            checkAllBounds(map, map.plus(4 * i, "other"), 4 * i);
        }
    }

    @Example
    void versionsThatDifferInOneKey() {
        PersistentBTreeMap<Integer, String> map = map();
        for (int i = 0; i < ENTRIES; i++) {
            checkAllBounds(map, map.minus(4 * i).plus(4 * i + 1, map.get(4 * i)), 4 * i);
        }
    }

    @Example
    void versionsOfWhichOneHasAKeyMore() {
        PersistentBTreeMap<Integer, String> map = map();
        for (int i = 0; i < ENTRIES; i++) {
            checkAllBounds(map, map.minus(4 * i), 4 * i);
            checkAllBounds(map, map.plus(4 * i + 2, "new"), 4 * i + 2);
        }
    }

    @Example
    void versionsThatAreEqualAgain() {
        PersistentBTreeMap<Integer, String> map = map();
        for (int i = 0; i < ENTRIES; i++) {
            checkAllBounds(map, map.plus(4 * i, "other").plus(4 * i, new String("v" + i)), 4 * i);
            checkAllBounds(map, map.minus(4 * i).plus(4 * i, "v" + i), 4 * i);
        }
    }

    private static void checkAllBounds(
            PersistentBTreeMap<Integer, String> map, PersistentBTreeMap<Integer, String> version, int changed) {
        BTreeProbe.check(version);
        List<Integer> bounds = new ArrayList<>(bounds(map, version, changed));
        TreeMap<Integer, String> mapModel = new TreeMap<>(map);
        TreeMap<Integer, String> versionModel = new TreeMap<>(version);
        checkEqual(map, version, mapModel, versionModel);
        for (int lo = 0; lo < bounds.size(); lo++) {
            for (int hi = lo; hi < bounds.size(); hi++) {
                boolean withHi = (lo + hi) % 2 == 0;
                Integer from = bounds.get(lo);
                Integer to = bounds.get(hi);
                checkEqual(
                        map.subMap(from, true, to, withHi),
                        version.subMap(from, true, to, withHi),
                        mapModel.subMap(from, true, to, withHi),
                        versionModel.subMap(from, true, to, withHi));
            }
        }
    }

    /** The keys at the leaf boundaries of both, their neighbours, and those around the change. */
    private static TreeSet<Integer> bounds(
            PersistentBTreeMap<Integer, String> map, PersistentBTreeMap<Integer, String> version, int changed) {
        TreeSet<Integer> bounds = new TreeSet<>(List.of(-1, changed - 1, changed, changed + 1, 4 * ENTRIES));
        for (PersistentBTreeMap<Integer, String> each : List.of(map, version)) {
            int index = 0;
            for (int count : BTreeProbe.leafCounts(each)) {
                index += count;
                bounds.add(each.keyAt(index - 1));
                if (index < each.size()) {
                    bounds.add(each.keyAt(index));
                }
            }
        }
        return bounds;
    }

    private static void checkEqual(
            NavigableMap<Integer, String> one,
            NavigableMap<Integer, String> other,
            NavigableMap<Integer, String> oneModel,
            NavigableMap<Integer, String> otherModel) {
        boolean expected = oneModel.equals(otherModel);
        boolean keys = oneModel.keySet().equals(otherModel.keySet());
        if (one.equals(other) != expected
                || other.equals(one) != expected
                || one.equals(otherModel) != expected
                || otherModel.equals(one) != expected
                || one.descendingMap().equals(other) != expected
                || one.descendingMap().equals(other.descendingMap()) != expected
                || one.entrySet().equals(other.entrySet()) != expected
                || one.keySet().equals(other.keySet()) != keys
                || one.keySet().equals(otherModel.keySet()) != keys
                || one.descendingKeySet().equals(other.descendingKeySet()) != keys
                || one.navigableKeySet().equals(other.descendingKeySet()) != keys) {
            assertThat(other).as("equal: %s, equal keys: %s", expected, keys).isEqualTo(one);
            throw new AssertionError("equality of " + one + " and " + other);
        }
        if (expected && one.hashCode() != other.hashCode()) {
            assertThat(one).hasSameHashCodeAs(other);
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void viewsWithDifferentBoundsOfRelatedMaps(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll long seed) {
        Pair pair = Pair.of(relation, keys, size, seed);
        Random random = new Random(seed);
        checkEqual(pair.left(), pair.right(), pair.leftModel(), pair.rightModel(), keys);
        for (int i = 0; i < 12; i++) {
            Object from = keys.key(random.nextInt(2 * size));
            Object fromNear = random.nextBoolean() ? from : keys.key(random.nextInt(2 * size));
            boolean inclusive = random.nextBoolean();
            boolean otherInclusive = random.nextInt(4) > 0 ? inclusive : !inclusive;
            checkEqual(
                    pair.left().tailMap(from, inclusive),
                    pair.right().tailMap(fromNear, otherInclusive),
                    pair.leftModel().tailMap(from, inclusive),
                    pair.rightModel().tailMap(fromNear, otherInclusive),
                    keys);
            checkEqual(
                    pair.left().headMap(from, inclusive),
                    pair.right().headMap(fromNear, otherInclusive),
                    pair.leftModel().headMap(from, inclusive),
                    pair.rightModel().headMap(fromNear, otherInclusive),
                    keys);
        }
    }

    private static void checkEqual(
            NavigableMap<Object, Object> one,
            NavigableMap<Object, Object> other,
            NavigableMap<Object, Object> oneModel,
            NavigableMap<Object, Object> otherModel,
            Keys keys) {
        // TreeMap's equality asks only the order of the map that is asked, and so does ours
        boolean expected = oneModel.equals(otherModel);
        assertThat(one.equals(other)).as("equal").isEqualTo(expected);
        assertThat(other.equals(one)).as("equal").isEqualTo(otherModel.equals(oneModel));
        assertThat(one.equals(otherModel)).as("equal to a TreeMap").isEqualTo(expected);
        assertThat(oneModel.equals(other)).as("a TreeMap is equal").isEqualTo(expected);
        if (keys != Keys.STRING_IGNORING_CASE) {
            boolean sameKeys = oneModel.keySet().equals(otherModel.keySet());
            assertThat(one.keySet().equals(other.keySet())).as("equal keys").isEqualTo(sameKeys);
            assertThat(one.keySet().equals(new HashSet<>(otherModel.keySet())))
                    .as("keys equal to a HashSet")
                    .isEqualTo(sameKeys);
            assertThat(PersistentBTreeSet.copyOf(one.navigableKeySet()).equals(other.keySet()))
                    .as("a set equal to keys")
                    .isEqualTo(sameKeys);
        }
    }

    @Example
    void aMapIsComparedWithItsOwnLaterContents() {
        CowBTreeMap<Integer, String> cow = map().mutableCopy();
        PersistentBTreeMap<Integer, String> before = cow.snapshot();
        for (int i = 0; i < ENTRIES; i++) {
            cow.put(4 * i, "w");
            assertThat(cow.equals(before)).isFalse();
            assertThat(cow.headMap(4 * i).equals(before.headMap(4 * i))).isTrue();
            assertThat(cow.headMap(4 * i, true).equals(before.headMap(4 * i, true)))
                    .isFalse();
            assertThat(cow.tailMap(4 * i + 1).equals(before.tailMap(4 * i + 1))).isTrue();
            assertThat(cow.keySet().equals(before.keySet())).isTrue();
            cow.put(4 * i, "v" + i);
            assertThat(BTreeProbe.check(cow).equals(before)).isTrue();
        }
    }
}
