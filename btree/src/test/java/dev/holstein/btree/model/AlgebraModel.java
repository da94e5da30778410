package dev.holstein.btree.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Union, intersection, difference, symmetric difference, split, join and slices of maps and sets against {@link TreeMap}, for
 * every kind of key and every way in which two maps can lie to each other: the right entries (the very same values), a valid
 * tree, inputs as they were, nothing made anew that an input has already.
 */
class AlgebraModel {
    private static final BiFunction<Object, Object, Object> THEIRS = (mine, theirs) -> theirs;

    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void mapsAgreeWithTreeMap(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll long seed) {
        checkMaps(Pair.of(relation, keys, size, seed), seed);
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void largeMapsAgreeWithTreeMap(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 60, max = 1_500) int size,
            @ForAll long seed) {
        checkMaps(Pair.of(relation, keys, size, seed), seed);
    }

    private static void checkMaps(Pair pair, long seed) {
        PersistentBTreeMap<Object, Object> left = pair.left();
        PersistentBTreeMap<Object, Object> right = pair.right();
        checkShared(pair, left.union(right), union(pair, THEIRS));
        checkShared(pair, left.intersection(right), common(pair, (mine, theirs) -> mine));
        checkShared(pair, left.difference(right), difference(pair));
        checkShared(pair, left.symmetricDifference(right), symmetricDifference(pair));
        checkMerging(pair, (mine, theirs) -> new Pair.Value(mine.hashCode() + theirs.hashCode()));
        checkMerging(pair, (mine, theirs) -> mine);
        checkMerging(pair, THEIRS);
        checkMerging(pair, (mine, theirs) -> ((Pair.Value) mine).number() == seed % 3 ? mine : theirs);
        checkMerging(pair, (mine, theirs) -> null);
    }

    /** A merge function is called once for each key that both have, in order, with the very values. */
    private static void checkMerging(Pair pair, BiFunction<Object, Object, Object> merge) {
        List<Object> expectedCalls = new ArrayList<>();
        TreeMap<Object, Object> merged = common(pair, (mine, theirs) -> {
            expectedCalls.add(mine);
            expectedCalls.add(theirs);
            return merge.apply(mine, theirs);
        });
        List<Object> calls = new ArrayList<>();
        Iterator<Object> results = merged.values().iterator();
        BiFunction<Object, Object, Object> recorded = (mine, theirs) -> {
            calls.add(mine);
            calls.add(theirs);
            return results.next();
        };
        checkResult(pair, pair.left().intersection(pair.right(), recorded), merged);
        checkSameObjects(calls, expectedCalls);

        calls.clear();
        Iterator<Object> again = merged.values().iterator();
        TreeMap<Object, Object> union = union(pair, THEIRS);
        union.putAll(merged);
        PersistentBTreeMap<Object, Object> result = pair.left().union(pair.right(), (mine, theirs) -> {
            calls.add(mine);
            calls.add(theirs);
            return again.next();
        });
        checkResult(pair, result, union);
        checkSameObjects(calls, expectedCalls);
    }

    private static void checkSameObjects(List<Object> objects, List<Object> expected) {
        assertThat(objects).hasSameSizeAs(expected);
        for (int i = 0; i < objects.size(); i++) {
            assertThat(objects.get(i)).isSameAs(expected.get(i));
        }
    }

    private static void checkResult(
            Pair pair, PersistentBTreeMap<Object, Object> result, TreeMap<Object, Object> expected) {
        BTreeProbe.check(result);
        checkEntries(result, expected);
        BTreeProbe.check(pair.left());
        BTreeProbe.check(pair.right());
        checkEntries(pair.left(), pair.leftModel());
        checkEntries(pair.right(), pair.rightModel());
        if (sameEntries(pair.leftModel(), expected)) {
            assertThat(result == pair.left()).as("is the left map").isTrue();
        } else if (pair.sameOrder() && sameEntries(pair.rightModel(), expected)) {
            assertThat(result == pair.right()).as("is the right map").isTrue();
        }
    }

    /** Between versions with k changes only O(k * height) nodes are new. */
    private static void checkShared(
            Pair pair, PersistentBTreeMap<Object, Object> result, TreeMap<Object, Object> expected) {
        checkResult(pair, result, expected);
        if (pair.changes() >= 0) {
            Set<Object> nodes = BTreeProbe.nodes(result);
            nodes.removeAll(BTreeProbe.nodes(pair.left()));
            nodes.removeAll(BTreeProbe.nodes(pair.right()));
            int height = Math.max(BTreeProbe.height(pair.left()), BTreeProbe.height(pair.right()));
            assertThat(nodes.size()).as("new nodes").isLessThanOrEqualTo(3 * (pair.changes() + 1) * height);
        }
    }

    private static boolean sameEntries(TreeMap<Object, Object> map, TreeMap<Object, Object> other) {
        return map.size() == other.size()
                && map.entrySet().stream()
                        .allMatch(entry ->
                                hasKey(other, entry.getKey()) && other.get(entry.getKey()) == entry.getValue());
    }

    /** Whether a map has an equal key, not only one that its order takes for equal. */
    private static boolean hasKey(TreeMap<Object, Object> map, Object key) {
        return map.containsKey(key) && map.floorKey(key).equals(key);
    }

    /** Equal keys, and the very same values. */
    private static void checkEntries(Map<Object, Object> map, NavigableMap<Object, Object> expected) {
        assertThat(map).hasSize(expected.size());
        Iterator<Map.Entry<Object, Object>> entries = map.entrySet().iterator();
        for (Map.Entry<Object, Object> entry : expected.entrySet()) {
            Map.Entry<Object, Object> mine = entries.next();
            if (!mine.getKey().equals(entry.getKey()) || mine.getValue() != entry.getValue()) {
                assertThat(mine).isSameAs(entry);
            }
        }
        assertThat(entries.hasNext()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> orderOf(NavigableMap<Object, Object> map) {
        return map.comparator() == null
                ? (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()
                : (Comparator<Object>) map.comparator();
    }

    // ---- the model
    // -----------------------------------------------------------------------------------------------------

    private static TreeMap<Object, Object> union(Pair pair, BiFunction<Object, Object, Object> merge) {
        TreeMap<Object, Object> union = new TreeMap<>(pair.leftModel());
        union.putAll(pair.rightModel());
        union.putAll(common(pair, merge));
        return union;
    }

    private static TreeMap<Object, Object> common(Pair pair, BiFunction<Object, Object, Object> merge) {
        TreeMap<Object, Object> common = new TreeMap<>(pair.leftModel().comparator());
        pair.leftModel().forEach((key, value) -> {
            if (pair.rightModel().containsKey(key)) {
                common.put(key, merge.apply(value, pair.rightModel().get(key)));
            }
        });
        return common;
    }

    private static TreeMap<Object, Object> difference(Pair pair) {
        TreeMap<Object, Object> difference = new TreeMap<>(pair.leftModel());
        difference.keySet().removeIf(pair.rightModel()::containsKey);
        return difference;
    }

    private static TreeMap<Object, Object> symmetricDifference(Pair pair) {
        TreeMap<Object, Object> onlyOne = difference(pair);
        onlyOne.putAll(difference(pair.swapped()));
        return onlyOne;
    }

    // ---- sets
    // ----------------------------------------------------------------------------------------------------------

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void setsAgreeWithTreeSet(
            @ForAll Pair.Relation relation,
            @ForAll Keys keys,
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll long seed) {
        Pair pair = Pair.of(relation, keys, size, seed);
        PersistentBTreeSet<Object> left = PersistentBTreeSet.copyOf(pair.left().navigableKeySet());
        PersistentBTreeSet<Object> right = relation == Pair.Relation.VERY_SAME
                ? left
                : PersistentBTreeSet.copyOf(pair.right().navigableKeySet());
        checkSet(pair, left, right, left.union(right), union(pair, THEIRS));
        checkSet(pair, left, right, left.intersection(right), common(pair, THEIRS));
        checkSet(pair, left, right, left.difference(right), difference(pair));
        checkSet(pair, left, right, left.symmetricDifference(right), symmetricDifference(pair));
    }

    private static void checkSet(
            Pair pair,
            PersistentBTreeSet<Object> left,
            PersistentBTreeSet<Object> right,
            PersistentBTreeSet<Object> result,
            TreeMap<Object, Object> expected) {
        BTreeProbe.check(result);
        checkElements(result, expected.navigableKeySet());
        checkElements(BTreeProbe.check(left), pair.leftModel().navigableKeySet());
        checkElements(BTreeProbe.check(right), pair.rightModel().navigableKeySet());
        if (sameKeys(expected, pair.leftModel())) {
            assertThat(result == left).as("is the left set").isTrue();
        } else if (pair.sameOrder() && sameKeys(expected, pair.rightModel())) {
            assertThat(result == right).as("is the right set").isTrue();
        }
    }

    private static boolean sameKeys(TreeMap<Object, Object> map, TreeMap<Object, Object> other) {
        return map.size() == other.size() && map.keySet().stream().allMatch(key -> hasKey(other, key));
    }

    private static void checkElements(Set<Object> set, Set<Object> expected) {
        assertThat(set).hasSize(expected.size());
        Iterator<Object> elements = set.iterator();
        for (Object element : expected) {
            assertThat(elements.next()).isEqualTo(element);
        }
        assertThat(elements.hasNext()).isFalse();
    }

    // ---- split, join, slices
    // -------------------------------------------------------------------------------------------

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void splitAndJoinAgreeWithTreeMap(
            @ForAll Keys keys, @ForAll @IntRange(min = 1, max = 700) int size, @ForAll long seed) {
        Pair pair = Pair.of(Pair.Relation.VERY_SAME, keys, size, seed);
        PersistentBTreeMap<Object, Object> map = pair.left();
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 10; i++) {
            Object key = keys.key(random.nextInt(2 * size));
            Split<PersistentBTreeMap<Object, Object>> parts = map.split(key);
            checkEntries(BTreeProbe.check(parts.below()), pair.leftModel().headMap(key, false));
            checkEntries(BTreeProbe.check(parts.from()), pair.leftModel().tailMap(key, true));
            assertThat(
                            parts.below().isEmpty()
                                    ? parts.from() == map
                                    : parts.from().size() < map.size())
                    .isTrue();
            assertThat(
                            parts.from().isEmpty()
                                    ? parts.below() == map
                                    : parts.below().size() < map.size())
                    .isTrue();
            PersistentBTreeMap<Object, Object> joined = parts.below().join(parts.from());
            checkEntries(BTreeProbe.check(joined), pair.leftModel());
            int height = BTreeProbe.height(map);
            assertThat(BTreeProbe.newNodes(map, parts.below())).isLessThanOrEqualTo(2 * height);
            assertThat(BTreeProbe.newNodes(map, parts.from())).isLessThanOrEqualTo(2 * height);
            assertThat(BTreeProbe.newNodes(map, joined)).isLessThanOrEqualTo(4 * height);
            assertThat(parts.below().comparator()).isEqualTo(map.comparator());
            assertThat(parts.from().comparator()).isEqualTo(map.comparator());
            if (!parts.below().isEmpty() && !parts.from().isEmpty()) {
                assertThatThrownBy(() -> parts.from().join(parts.below()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("is not above");
            }
            splitOfSet(pair, map, key);
        }
        checkEntries(BTreeProbe.check(map), pair.leftModel());
    }

    private static void splitOfSet(Pair pair, PersistentBTreeMap<Object, Object> map, Object key) {
        PersistentBTreeSet<Object> set = PersistentBTreeSet.copyOf(map.navigableKeySet());
        Split<PersistentBTreeSet<Object>> parts = set.split(key);
        checkElements(
                BTreeProbe.check(parts.below()),
                pair.leftModel().navigableKeySet().headSet(key, false));
        checkElements(
                BTreeProbe.check(parts.from()),
                pair.leftModel().navigableKeySet().tailSet(key, true));
        assertThat(parts.below().isEmpty()).isEqualTo(parts.from() == set);
        checkElements(
                BTreeProbe.check(parts.below().join(parts.from())),
                pair.leftModel().keySet());
        checkElements(BTreeProbe.check(set), pair.leftModel().keySet());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void slicesAgreeWithTreeMap(@ForAll Keys keys, @ForAll @IntRange(min = 1, max = 700) int size, @ForAll long seed) {
        Pair pair = Pair.of(Pair.Relation.VERY_SAME, keys, size, seed);
        PersistentBTreeMap<Object, Object> map = pair.left();
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 10; i++) {
            Object a = keys.key(random.nextInt(2 * size));
            Object b = keys.key(random.nextInt(2 * size));
            boolean ordered = orderOf(pair.leftModel()).compare(a, b) <= 0;
            Object lo = ordered ? a : b;
            Object hi = ordered ? b : a;
            boolean withLo = random.nextBoolean();
            boolean withHi = random.nextBoolean();
            NavigableMap<Object, Object> expected = pair.leftModel().subMap(lo, withLo, hi, withHi);
            PersistentBTreeMap<Object, Object> slice =
                    map.subMap(lo, withLo, hi, withHi).snapshot();
            checkEntries(BTreeProbe.check(slice), expected);
            assertThat(BTreeProbe.newNodes(map, slice)).isLessThanOrEqualTo(3 * BTreeProbe.height(map));
            PersistentBTreeMap<Object, Object> reversed =
                    map.subMap(lo, withLo, hi, withHi).descendingMap().snapshot();
            checkEntries(BTreeProbe.check(reversed), expected.descendingMap());
            if (expected.size() > 1) {
                Comparator<? super Object> order = reversed.comparator();
                assertThat(order.compare(expected.firstKey(), expected.lastKey()))
                        .isPositive();
            }
        }
        checkEntries(BTreeProbe.check(map), pair.leftModel());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void joinRefusesAnotherOrder(@ForAll Keys keys, @ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        Pair pair = Pair.of(Pair.Relation.OTHER_ORDER, keys, size, seed);
        assertThatThrownBy(() -> pair.left().join(pair.right()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different orders");
        assertThatThrownBy(() -> PersistentBTreeMap.diff(pair.left(), pair.right()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different orders");
    }
}
