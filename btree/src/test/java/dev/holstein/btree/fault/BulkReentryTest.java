package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * User code that comes back to the collection in the midst of a write to many keys: writes are refused and change nothing,
 * snapshots and iterators taken there show the old version forever, and a collection may be its own argument.
 */
class BulkReentryTest {
    private static final int ENTRIES = 3 * BTreeProbe.LEAF_CAPACITY + 10;

    static Stream<RankedMap<Integer, String>> maps() {
        CowBTreeMap<Integer, String> unique = new CowBTreeMap<>();
        IntStream.range(0, ENTRIES).forEach(i -> unique.put(2 * i, "v" + i));
        CowBTreeMap<Integer, String> shared = unique.copy();
        return Stream.of(unique.copy(), unique, shared, new ConcurrentBTreeMap<>(unique.copy()));
    }

    /** A write in the midst of which something is done, once at each call of user code or at one of them. */
    private record Bulk(String name, BiConsumer<RankedMap<Integer, String>, Runnable> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Bulk> BULKS = List.of(
            new Bulk("removeIf", (map, inner) -> map.keySet().removeIf(key -> after(inner, key % 3 == 0))),
            new Bulk(
                    "removeIf of entries",
                    (map, inner) -> map.entrySet().removeIf(entry -> after(inner, entry.getKey() % 3 == 0))),
            new Bulk(
                    "removeIf of values of a view",
                    (map, inner) -> map.tailMap(8).values().removeIf(value -> after(inner, value.endsWith("7")))),
            new Bulk("retainAll", (map, inner) -> map.keySet().retainAll(asking(inner, List.of(2, 4, 8)))),
            new Bulk("removeAll", (map, inner) -> map.keySet().removeAll(asking(inner, List.of(2, 4, 8)))),
            new Bulk("replaceAll", (map, inner) -> map.replaceAll((key, value) -> after(inner, value + "!"))),
            new Bulk(
                    "replaceAll of a view",
                    (map, inner) -> map.headMap(40).replaceAll((key, value) -> after(inner, value + "!"))),
            new Bulk(
                    "putAll",
                    (map, inner) -> map.putAll(new java.util.AbstractMap<Integer, String>() {
                        @Override
                        public java.util.Set<Entry<Integer, String>> entrySet() {
                            return asking(inner, List.of(Map.entry(3, "x"), Map.entry(1, "x"), Map.entry(8, "x")));
                        }
                    })),
            new Bulk("patch", (map, inner) -> {
                Stream<MapChange<Integer, String>> changes =
                        Stream.of(3, 9, 2).map(key -> after(inner, new MapChange.Added<>(key, "x")));
                if (map instanceof CowBTreeMap<Integer, String> cow) {
                    cow.patch(changes);
                } else {
                    ((ConcurrentBTreeMap<Integer, String>) map).patch(changes);
                }
            }));

    private static <T> T after(Runnable inner, T answer) {
        inner.run();
        return answer;
    }

    private static <T> java.util.Set<T> asking(Runnable inner, Collection<T> elements) {
        return new AbstractSet<>() {
            @Override
            public Iterator<T> iterator() {
                Iterator<T> all = elements.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public T next() {
                        return after(inner, all.next());
                    }
                };
            }

            @Override
            public boolean contains(Object element) {
                return after(inner, elements.contains(element));
            }

            @Override
            public int size() {
                return elements.size();
            }
        };
    }

    private static final List<Consumer<RankedMap<Integer, String>>> WRITES = List.of(
            map -> map.put(1, "inner"),
            map -> map.remove(2),
            RankedMap::clear,
            RankedMap::pollLastEntry,
            map -> map.headMap(10).clear(),
            map -> map.putAll(Map.of(1, "inner")),
            map -> map.keySet().removeIf(key -> true),
            map -> map.replaceAll((key, value) -> "inner"),
            map -> map.entrySet().iterator().next().setValue("inner"),
            map -> {
                Iterator<Integer> keys = map.keySet().iterator();
                keys.next();
                keys.remove();
            });

    @ParameterizedTest
    @MethodSource("maps")
    void writesFromInsideAreRefused(RankedMap<Integer, String> map) {
        TreeMap<Integer, String> before = new TreeMap<>(map);
        for (Bulk bulk : BULKS) {
            for (Consumer<RankedMap<Integer, String>> write : WRITES) {
                assertThatThrownBy(() -> bulk.run.accept(map, () -> write.accept(map)))
                        .as(bulk.name)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("recursive update");
                assertThat(BTreeProbe.check(map)).isEqualTo(before);
            }
        }
        map.put(1, "still writable");
        assertThat(BTreeProbe.check(map)).hasSize(ENTRIES + 1);
    }

    @Test
    void aRefusalThatIsSwallowedHarmsNothing() {
        for (Bulk bulk : BULKS) {
            maps().forEach(map -> {
                TreeMap<Integer, String> expected = new TreeMap<>(map);
                RankedMap<Integer, String> alone = new CowBTreeMap<>(expected);
                bulk.run.accept(alone, () -> {});
                bulk.run.accept(
                        map,
                        () -> WRITES.forEach(write ->
                                assertThatThrownBy(() -> write.accept(map)).isInstanceOf(IllegalStateException.class)));
                assertThat(BTreeProbe.check(map)).as(bulk.name).isEqualTo(alone);
            });
        }
    }

    @Test
    void updatesAreNotNested() {
        ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>(Map.of(1, "a", 2, "b"));
        Map<Integer, String> before = Map.copyOf(map);
        List<Consumer<CowBTreeMap<Integer, String>>> edits = List.of(
                copy -> {
                    copy.put(3, "c");
                    map.put(4, "d");
                },
                copy -> {
                    copy.clear();
                    map.update(inner -> inner.put(5, "e"));
                },
                copy -> copy.keySet().removeIf(key -> copy.remove(2) != null),
                copy -> map.compareAndSet(map.snapshot(), PersistentBTreeMap.empty()),
                copy -> map.patch(Stream.empty()));
        for (Consumer<CowBTreeMap<Integer, String>> edit : edits) {
            assertThatThrownBy(() -> map.update(edit)).isInstanceOf(IllegalStateException.class);
            assertThat(BTreeProbe.check(map)).isEqualTo(before);
        }
        map.update(copy -> copy.put(3, "c"));
        assertThat(BTreeProbe.check(map)).hasSize(3);
    }

    @Test
    void snapshotsAndIteratorsTakenInsideShowTheOldVersionForever() {
        for (Bulk bulk : BULKS) {
            for (int at = 0; at < 2 * BTreeProbe.LEAF_CAPACITY; at += 1 + at) {
                int call = at;
                maps().forEach(map -> keepFromInside(bulk, call, map));
            }
        }
    }

    private static void keepFromInside(Bulk bulk, int call, RankedMap<Integer, String> map) {
        List<Map.Entry<Integer, String>> before = new ArrayList<>(new TreeMap<>(map).entrySet());
        List<Iterable<Map.Entry<Integer, String>>> kept = new ArrayList<>();
        int[] calls = new int[1];
        Runnable keep = () -> {
            int now = calls[0]++;
            if (now == call || now == call + 1) {
                Iterator<Map.Entry<Integer, String>> iterator = map.entrySet().iterator();
                Map.Entry<Integer, String> first = iterator.next();
                List<Map.Entry<Integer, String>> walked = new ArrayList<>(List.of(first));
                kept.add(() -> {
                    iterator.forEachRemaining(walked::add);
                    return walked.iterator();
                });
                assertThat(map.keySet().iterator().hasNext()).isTrue(); // and is never finished
                if (now == call) {
                    PersistentBTreeMap<Integer, String> snapshot = map.snapshot();
                    kept.add(() -> BTreeProbe.check(snapshot).entrySet().iterator());
                    Iterator<Integer> ended = map.keySet().iterator();
                    ended.forEachRemaining(key -> {});
                }
            }
        };
        bulk.run.accept(map, keep);
        BTreeProbe.check(map);
        PersistentBTreeMap<Integer, String> after = map.snapshot();
        List<Map.Entry<Integer, String>> afterwards = new ArrayList<>(new TreeMap<>(map).entrySet());
        for (int i = 0; i < ENTRIES; i++) {
            map.put(2 * i, "later");
        }
        map.keySet().removeIf(key -> key % 5 == 0);
        map.replaceAll((key, value) -> "last");
        map.put(-1, "one more");
        BTreeProbe.check(map);
        for (Iterable<Map.Entry<Integer, String>> each : kept) {
            assertThat(each).as("%s, call %d", bulk, call).containsExactlyElementsOf(before);
        }
        assertThat(BTreeProbe.check(after).entrySet()).containsExactlyElementsOf(afterwards);
    }

    @Test
    void whatIsKeptFromAnUpdateIsItsVersionForever() {
        ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>();
        IntStream.range(0, ENTRIES).forEach(i -> map.put(i, "v"));
        List<CowBTreeMap<Integer, String>> copies = new ArrayList<>();
        List<PersistentBTreeMap<Integer, String>> snapshots = new ArrayList<>();
        map.update(copy -> {
            copy.put(1, "w");
            copies.add(copy);
            snapshots.add(copy.snapshot());
            copy.put(2, "w");
        });
        PersistentBTreeMap<Integer, String> published = map.snapshot();
        copies.get(0).replaceAll((key, value) -> "leaked");
        copies.get(0).put(3, "leaked");
        assertThat(published.get(3)).isEqualTo("v");
        assertThat(published.get(2)).isEqualTo("w");
        assertThat(map).isEqualTo(published);
        assertThat(snapshots.get(0).get(1)).isEqualTo("w");
        assertThat(snapshots.get(0).get(2)).isEqualTo("v");
        map.replaceAll((key, value) -> "later");
        assertThat(copies.get(0).get(3)).isEqualTo("leaked");
        assertThat(published.get(2)).isEqualTo("w");
        BTreeProbe.check(copies.get(0));
        BTreeProbe.check(published);
    }

    // ---- a collection as its own argument
    // ------------------------------------------------------------------------------

    private record OfMap(String name, Consumer<NavigableMap<Integer, String>> run) {}

    @Test
    void aMapMayBeItsOwnArgument() {
        List<OfMap> operations = List.of(
                new OfMap("putAll itself", map -> map.putAll(map)),
                new OfMap("putAll descending", map -> map.putAll(map.descendingMap())),
                new OfMap("putAll of a view", map -> map.putAll(map.subMap(10, 50))),
                new OfMap(
                        "putAll to a view of itself",
                        map -> map.subMap(10, true, 60, true).putAll(map.subMap(20, true, 40, true))),
                new OfMap("removeAll keys", map -> map.keySet().removeAll(map.keySet())),
                new OfMap(
                        "removeAll of a view",
                        map -> map.keySet().removeAll(map.headMap(30).keySet())),
                new OfMap("removeAll descending", map -> map.keySet().removeAll(map.descendingKeySet())),
                new OfMap(
                        "view removes from itself",
                        map -> map.headMap(30)
                                .keySet()
                                .removeAll(map.headMap(40).keySet())),
                new OfMap("retainAll keys", map -> map.keySet().retainAll(map.keySet())),
                new OfMap(
                        "retainAll of a view",
                        map -> map.keySet().retainAll(map.subMap(20, 60).keySet())),
                new OfMap(
                        "retainAll of a descending view",
                        map -> map.navigableKeySet()
                                .retainAll(map.subMap(20, true, 60, false).descendingKeySet())),
                new OfMap(
                        "descending retains",
                        map -> map.descendingKeySet().retainAll(map.headMap(30).keySet())),
                new OfMap(
                        "view retains",
                        map -> map.tailMap(30)
                                .keySet()
                                .retainAll(map.headMap(60).keySet())),
                new OfMap(
                        "retainAll entries",
                        map -> map.entrySet().retainAll(map.subMap(20, 60).entrySet())),
                new OfMap(
                        "removeAll entries",
                        map -> map.entrySet().removeAll(map.subMap(20, 60).entrySet())),
                new OfMap("removeAll all entries", map -> map.entrySet().removeAll(map.entrySet())),
                new OfMap(
                        "removeAll values",
                        map -> map.values().removeAll(map.headMap(40).values())),
                new OfMap(
                        "retainAll values",
                        map -> map.values().retainAll(map.headMap(40).values())),
                new OfMap("retainAll own values", map -> map.values().retainAll(map.values())),
                new OfMap("removeAll values as keys", map -> map.keySet().removeAll(new ArrayList<>(map.keySet()))));
        for (OfMap operation : operations) {
            maps().forEach(map -> {
                TreeMap<Integer, String> expected = expectedOf(operation, new TreeMap<>(map));
                PersistentBTreeMap<Integer, String> snapshot = map.snapshot();
                TreeMap<Integer, String> before = new TreeMap<>(map);
                operation.run.accept(map);
                assertThat(BTreeProbe.check(map)).as(operation.name).isEqualTo(expected);
                assertThat(BTreeProbe.check(snapshot)).isEqualTo(before);
                map.put(1, "in place");
                assertThat(snapshot).isEqualTo(before);
            });
        }
    }

    /** What the operation means on copies: a {@link TreeMap} that is its own argument fails fast. */
    private static TreeMap<Integer, String> expectedOf(OfMap operation, TreeMap<Integer, String> map) {
        switch (operation.name) {
            case "removeAll keys", "removeAll descending", "removeAll all entries", "removeAll values as keys" ->
                map.clear();
            case "removeAll of a view", "view removes from itself" ->
                map.headMap(30).clear();
            case "retainAll of a view", "retainAll of a descending view", "retainAll entries" -> {
                map.headMap(20).clear();
                map.tailMap(60).clear();
            }
            case "descending retains" -> map.tailMap(30).clear();
            case "view retains" -> map.tailMap(60).clear();
            case "removeAll entries" -> map.subMap(20, 60).clear();
            case "removeAll values" -> map.headMap(40).clear();
            case "retainAll values" -> map.tailMap(40).clear();
            default -> {
                // nothing changes
            }
        }
        return map;
    }

    private record OfSet(String name, Consumer<NavigableSet<Integer>> run, Consumer<TreeSet<Integer>> expected) {}

    @Test
    @SuppressWarnings("ModifyingCollectionWithItself") // the very point
    void aSetMayBeItsOwnArgument() {
        List<OfSet> operations = List.of(
                new OfSet("addAll", set -> set.addAll(set), set -> {}),
                new OfSet("addAll descending", set -> set.addAll(set.descendingSet()), set -> {}),
                new OfSet("addAll to a view", set -> set.headSet(50).addAll(set.headSet(40)), set -> {}),
                new OfSet("removeAll", set -> set.removeAll(set), TreeSet::clear),
                new OfSet(
                        "removeAll of a view",
                        set -> set.removeAll(set.headSet(30)),
                        set -> set.headSet(30).clear()),
                new OfSet(
                        "removeAll from a view",
                        set -> set.headSet(30).removeAll(set),
                        set -> set.headSet(30).clear()),
                new OfSet("retainAll", set -> set.retainAll(set), set -> {}),
                new OfSet(
                        "retainAll of a view",
                        set -> set.retainAll(set.tailSet(30)),
                        set -> set.headSet(30).clear()),
                new OfSet(
                        "retainAll of a descending view",
                        set -> set.retainAll(set.tailSet(30, true).descendingSet()),
                        set -> set.headSet(30).clear()));
        for (OfSet operation : operations) {
            for (boolean concurrent : new boolean[] {false, true}) {
                TreeSet<Integer> expected = new TreeSet<>(
                        IntStream.range(0, ENTRIES).mapToObj(i -> 2 * i).toList());
                RankedSet<Integer> set = concurrent ? new ConcurrentBTreeSet<>(expected) : new CowBTreeSet<>(expected);
                PersistentBTreeSet<Integer> snapshot = set.snapshot();
                TreeSet<Integer> before = new TreeSet<>(expected);
                operation.run.accept(set);
                operation.expected.accept(expected);
                assertThat(BTreeProbe.check(set)).as(operation.name).isEqualTo(expected);
                assertThat(BTreeProbe.check(snapshot)).isEqualTo(before);
            }
        }
    }

    // ---- null
    // -----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("maps")
    void nullArgumentsAreRefused(RankedMap<Integer, String> map) {
        TreeMap<Integer, String> before = new TreeMap<>(map);
        PersistentBTreeMap<Integer, String> persistent = map.snapshot();
        Map<Integer, String> withNullKey = new HashMap<>(Map.of(1, "x"));
        withNullKey.put(null, "x");
        List<Runnable> operations = List.of(
                () -> map.putAll(null),
                () -> map.putAll(withNullKey),
                () -> map.headMap(9).putAll(null),
                () -> map.keySet().removeAll(null),
                () -> map.keySet().retainAll(null),
                () -> map.keySet().removeIf(null),
                () -> map.entrySet().removeAll(null),
                () -> map.entrySet().retainAll(null),
                () -> map.entrySet().removeIf(null),
                () -> map.values().removeAll(null),
                () -> map.values().retainAll(null),
                () -> map.values().removeIf(null),
                () -> map.replaceAll(null),
                () -> persistent.plusAll(null),
                () -> persistent.plusAll(withNullKey),
                () -> persistent.minusAll(null),
                () -> persistent.union(null),
                () -> persistent.union(persistent, null),
                () -> persistent.union(null, (a, b) -> a),
                () -> persistent.intersection(null),
                () -> persistent.intersection(persistent, null),
                () -> persistent.difference(null),
                () -> persistent.symmetricDifference(null),
                () -> persistent.join(null),
                () -> persistent.split(null),
                () -> persistent.patch(null),
                () -> PersistentBTreeMap.fromSorted(null));
        for (int i = 0; i < operations.size(); i++) {
            Runnable operation = operations.get(i);
            assertThatThrownBy(operation::run).as("operation %d", i).isInstanceOf(NullPointerException.class);
            assertThat(BTreeProbe.check(map)).isEqualTo(before);
        }
    }

    @Test
    void aConcurrentMapTakesNoNullFromABulk() {
        ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>(Map.of(1, "a", 5, "b"));
        Map<Integer, String> before = Map.copyOf(map);
        Map<Integer, String> withNull = new HashMap<>();
        withNull.put(1, "x");
        withNull.put(2, null);
        List<Runnable> operations = List.of(
                () -> map.putAll(withNull),
                () -> map.headMap(9).putAll(withNull),
                () -> map.putAll(new CowBTreeMap<>(withNull)),
                () -> map.putAll(new CowBTreeMap<>(withNull).descendingMap()),
                () -> map.replaceAll((key, value) -> key == 5 ? null : "x"),
                () -> map.patch(Stream.of(new MapChange.Added<>(1, "x"), new MapChange.Added<>(2, null))),
                () -> map.update(copy -> copy.putAll(withNull)),
                () -> map.update(copy -> copy.put(2, null)),
                () -> map.update(copy -> copy.replaceAll((key, value) -> null)),
                () -> map.update(copy -> copy.entrySet().iterator().next().setValue(null)),
                () -> map.update(null),
                () -> map.compareAndSet(null, map.snapshot()),
                () -> map.compareAndSet(map.snapshot(), map.snapshot().plus(2, null)));
        for (int i = 0; i < operations.size(); i++) {
            Runnable operation = operations.get(i);
            assertThatThrownBy(operation::run).as("operation %d", i).isInstanceOf(NullPointerException.class);
            assertThat(BTreeProbe.check(map)).isEqualTo(before);
        }
        ConcurrentBTreeSet<Integer> set = new ConcurrentBTreeSet<>(List.of(1, 2));
        List<Integer> nulls = new ArrayList<>(List.of(3));
        nulls.add(null);
        assertThatThrownBy(() -> set.addAll(nulls)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> set.update(copy -> copy.addAll(nulls))).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> set.removeIf(null)).isInstanceOf(NullPointerException.class);
        assertThat(BTreeProbe.check(set)).containsExactly(1, 2);
    }
}
