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
import dev.holstein.btree.SetChange;
import dev.holstein.btree.fault.KeyFuse.Value;
import dev.holstein.fault.Fuse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * User code that throws at every call index in turn, in every write to many keys: the exception passes, the map is exactly as
 * it was, so is every snapshot, and the map can still be written.
 */
class BulkFaultTest {
    private static final int ENTRIES = BTreeProbe.LEAF_CAPACITY + 60;

    private record Operation<T>(String name, BiConsumer<T, KeyFuse> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Operation<RankedMap<Integer, Value>> onMap(
            String name, BiConsumer<RankedMap<Integer, Value>, KeyFuse> run) {
        return new Operation<>(name, run);
    }

    private static <T> Operation<T> asking(String name, BiFunction<T, KeyFuse, Object> question) {
        return new Operation<>(name, (subject, fuse) -> {
            Object unused = question.apply(subject, fuse);
        });
    }

    private static Operation<RankedSet<Integer>> onSet(String name, BiConsumer<RankedSet<Integer>, KeyFuse> run) {
        return new Operation<>(name, run);
    }

    /** Keys in no order, some of them in the map, some twice. */
    private static List<Integer> someKeys() {
        return IntStream.range(0, 25).mapToObj(i -> i * 37 % 20 * 9).toList();
    }

    private static Map<Integer, Value> someEntries(KeyFuse fuse) {
        Map<Integer, Value> entries = new LinkedHashMap<>();
        someKeys().forEach(key -> entries.put(key, new Value(fuse, -1)));
        return entries;
    }

    private static PersistentBTreeMap<Integer, Value> ours(KeyFuse fuse) {
        return PersistentBTreeMap.<Integer, Value>empty(fuse.order).plusAll(someEntries(fuse));
    }

    private static PersistentBTreeMap<Integer, Value> filled(KeyFuse fuse) {
        return PersistentBTreeMap.fromSorted(
                fuse.order,
                IntStream.range(0, ENTRIES)
                        .mapToObj(i -> Map.entry(2 * i, new Value(fuse, i)))
                        .toList());
    }

    static Stream<Operation<RankedMap<Integer, Value>>> mapOperations() {
        return Stream.of(
                onMap("putAll unsorted", (map, fuse) -> map.putAll(fuse.burning(someEntries(fuse)))),
                onMap("putAll of ours", (map, fuse) -> map.putAll(ours(fuse))),
                onMap(
                        "putAll of ours in another order",
                        (map, fuse) -> map.putAll(new CowBTreeMap<>(someEntries(fuse)).descendingMap())),
                onMap(
                        "putAll to a view",
                        (map, fuse) -> map.headMap(300, true).putAll(fuse.burning(someEntries(fuse)))),
                onMap("removeAll of few keys", (map, fuse) -> map.keySet().removeAll(fuse.burning(someKeys()))),
                onMap(
                        "removeAll of many keys",
                        (map, fuse) -> map.headMap(20).keySet().removeAll(fuse.burning(someKeys()))),
                onMap(
                        "removeAll of ours",
                        (map, fuse) -> map.keySet().removeAll(ours(fuse).keySet())),
                onMap("retainAll", (map, fuse) -> map.keySet().retainAll(fuse.burning(someKeys()))),
                onMap(
                        "retainAll of ours",
                        (map, fuse) -> map.keySet().retainAll(ours(fuse).keySet())),
                onMap(
                        "retainAll of a view",
                        (map, fuse) -> map.tailMap(100).keySet().retainAll(fuse.burning(someKeys()))),
                onMap("removeIf of keys", (map, fuse) -> map.keySet().removeIf(key -> fuse.burning(key % 3 == 0))),
                onMap(
                        "removeIf of entries",
                        (map, fuse) -> map.entrySet().removeIf(entry -> fuse.burning(entry.getKey() % 3 == 0))),
                onMap(
                        "removeIf of values",
                        (map, fuse) -> map.values().removeIf(value -> fuse.burning(value.number() % 3 == 0))),
                onMap(
                        "removeIf of a descending view",
                        (map, fuse) ->
                                map.descendingMap().headMap(100).keySet().removeIf(key -> fuse.burning(key % 3 == 0))),
                onMap(
                        "removeAll of values",
                        (map, fuse) -> map.values().removeAll(List.of(new Value(fuse, 3), new Value(fuse, 50)))),
                onMap(
                        "retainAll of values",
                        (map, fuse) -> map.values().retainAll(List.of(new Value(fuse, 3), new Value(fuse, 50)))),
                onMap(
                        "retainAll of entries",
                        (map, fuse) -> map.headMap(60)
                                .entrySet()
                                .retainAll(
                                        fuse.burning(List.copyOf(map.headMap(20).entrySet())))),
                onMap(
                        "replaceAll",
                        (map, fuse) ->
                                map.replaceAll((key, value) -> fuse.burning(new Value(fuse, value.number() + 1)))),
                onMap(
                        "replaceAll of a view",
                        (map, fuse) ->
                                map.subMap(50, 250).replaceAll((key, value) -> fuse.burning(new Value(fuse, -1)))),
                onMap("clear of a view", (map, fuse) -> map.subMap(50, 250).clear()),
                onMap("patch", (map, fuse) -> {
                    Stream<MapChange<Integer, Value>> changes = someKeys().stream()
                            .map(fuse.burning((Integer key) -> key % 4 == 0
                                    ? new MapChange.Removed<>(key, null)
                                    : new MapChange.Added<>(key, new Value(fuse, -1))));
                    if (map instanceof CowBTreeMap<Integer, Value> cow) {
                        cow.patch(changes);
                    } else {
                        ((ConcurrentBTreeMap<Integer, Value>) map).patch(changes);
                    }
                }),
                onMap("update", (map, fuse) -> {
                    if (map instanceof ConcurrentBTreeMap<Integer, Value> concurrent) {
                        concurrent.update(copy -> {
                            copy.putAll(fuse.burning(someEntries(fuse)));
                            fuse.burn();
                            copy.remove(10);
                            copy.put(11, new Value(fuse, 11));
                            copy.replaceAll((key, value) -> value);
                            fuse.burn();
                            copy.headMap(50).clear();
                            fuse.burn();
                        });
                    } else {
                        map.keySet().removeIf(key -> fuse.burning(key == 4));
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("mapOperations")
    void mapsAreAsTheyWere(Operation<RankedMap<Integer, Value>> operation) {
        for (boolean shared : new boolean[] {false, true}) {
            atEveryCall(operation, shared, fuse -> filled(fuse).mutableCopy());
            atEveryCall(operation, shared, fuse -> new ConcurrentBTreeMap<>(filled(fuse)));
            atEveryCall(operation, shared, fuse -> {
                CowBTreeMap<Integer, Value> unique = new CowBTreeMap<>(fuse.order);
                IntStream.range(0, ENTRIES).forEach(i -> unique.put(2 * i, new Value(fuse, i)));
                return unique;
            });
        }
    }

    private static void atEveryCall(
            Operation<RankedMap<Integer, Value>> operation,
            boolean shared,
            Function<KeyFuse, RankedMap<Integer, Value>> maker) {
        for (int call = 0; ; call++) {
            KeyFuse fuse = new KeyFuse();
            RankedMap<Integer, Value> map = maker.apply(fuse);
            List<Integer> keys = new ArrayList<>(map.keySet());
            List<Value> values = new ArrayList<>(map.values());
            PersistentBTreeMap<Integer, Value> snapshot =
                    shared ? map.snapshot() : PersistentBTreeMap.empty(fuse.order);
            fuse.light(call);
            boolean threw = threw(() -> operation.run.accept(map, fuse));
            fuse.putOut();
            BTreeProbe.check(map);
            if (shared) {
                checkSame(snapshot, keys, values);
            }
            if (!threw) {
                assertThat(call).as("calls of user code").isPositive();
                return;
            }
            checkSame(map, keys, values);
            PersistentBTreeMap<Integer, Value> after = map.snapshot();
            map.put(7, new Value(fuse, 7));
            map.headMap(6).clear();
            assertThat(BTreeProbe.check(map)).hasSize(ENTRIES - 2).containsKey(7);
            checkSame(after, keys, values);
            if (shared) {
                checkSame(snapshot, keys, values);
            }
        }
    }

    private static boolean threw(Runnable operation) {
        try {
            operation.run();
            return false;
        } catch (Fuse.Boom expected) {
            return true;
        }
    }

    private static void checkSame(Map<Integer, Value> map, List<Integer> keys, List<Value> values) {
        BTreeProbe.check(map);
        assertThat(new ArrayList<>(map.keySet())).isEqualTo(keys);
        List<Value> present = new ArrayList<>(map.values());
        for (int i = 0; i < values.size(); i++) {
            assertThat(present.get(i)).isSameAs(values.get(i));
        }
    }

    static Stream<Operation<RankedSet<Integer>>> setOperations() {
        return Stream.of(
                onSet("addAll", (set, fuse) -> set.addAll(fuse.burning(someKeys()))),
                onSet("addAll of ours", (set, fuse) -> set.addAll(elements(fuse, someKeys()))),
                onSet(
                        "addAll of ours in another order",
                        (set, fuse) -> set.addAll(elements(fuse, someKeys()).descendingSet())),
                onSet("addAll to a view", (set, fuse) -> set.headSet(200, true).addAll(fuse.burning(someKeys()))),
                onSet("removeAll", (set, fuse) -> set.removeAll(fuse.burning(someKeys()))),
                onSet("removeAll of ours", (set, fuse) -> set.removeAll(elements(fuse, someKeys()))),
                onSet("retainAll", (set, fuse) -> set.retainAll(fuse.burning(someKeys()))),
                onSet("retainAll of ours", (set, fuse) -> set.retainAll(elements(fuse, someKeys()))),
                onSet("removeIf", (set, fuse) -> set.removeIf(element -> fuse.burning(element % 3 == 0))),
                onSet(
                        "removeIf of a view",
                        (set, fuse) -> set.descendingSet()
                                .tailSet(99, true)
                                .removeIf(element -> fuse.burning(element % 3 == 0))),
                onSet("clear of a view", (set, fuse) -> set.subSet(50, 250).clear()),
                onSet("patch", (set, fuse) -> {
                    Stream<SetChange<Integer>> changes = someKeys().stream()
                            .map(fuse.burning((Integer key) ->
                                    key % 4 == 0 ? new SetChange.Removed<>(key) : new SetChange.Added<>(key)));
                    if (set instanceof CowBTreeSet<Integer> cow) {
                        cow.patch(changes);
                    } else {
                        ((ConcurrentBTreeSet<Integer>) set).patch(changes);
                    }
                }),
                onSet("update", (set, fuse) -> {
                    if (set instanceof ConcurrentBTreeSet<Integer> concurrent) {
                        concurrent.update(copy -> {
                            copy.addAll(fuse.burning(someKeys()));
                            copy.remove(10);
                            fuse.burn();
                        });
                    } else {
                        set.removeIf(element -> fuse.burning(element == 4));
                    }
                }));
    }

    private static PersistentBTreeSet<Integer> elements(KeyFuse fuse, List<Integer> elements) {
        return PersistentBTreeSet.<Integer>empty(fuse.order).plusAll(elements);
    }

    @ParameterizedTest
    @MethodSource("setOperations")
    void setsAreAsTheyWere(Operation<RankedSet<Integer>> operation) {
        for (boolean concurrent : new boolean[] {false, true}) {
            for (int call = 0; ; call++) {
                KeyFuse fuse = new KeyFuse();
                List<Integer> before =
                        IntStream.range(0, ENTRIES).mapToObj(i -> 2 * i).toList();
                PersistentBTreeSet<Integer> start = PersistentBTreeSet.fromSorted(fuse.order, before);
                RankedSet<Integer> set = concurrent ? new ConcurrentBTreeSet<>(start) : start.mutableCopy();
                fuse.light(call);
                boolean threw = threw(() -> operation.run.accept(set, fuse));
                fuse.putOut();
                BTreeProbe.check(set);
                assertThat(new ArrayList<>(BTreeProbe.check(start))).isEqualTo(before);
                if (!threw) {
                    assertThat(call).as("calls of user code").isPositive();
                    break;
                }
                assertThat(new ArrayList<>(set)).isEqualTo(before);
                assertThat(set.add(7)).isTrue();
                assertThat(BTreeProbe.check(set)).hasSize(ENTRIES + 1);
            }
        }
    }

    static Stream<Operation<PersistentBTreeMap<Integer, Value>>> persistentOperations() {
        return Stream.of(
                asking("plusAll", (map, fuse) -> map.plusAll(fuse.burning(someEntries(fuse)))),
                asking("minusAll", (map, fuse) -> map.minusAll(fuse.burning(someKeys()))),
                asking("union", (map, fuse) -> map.union(ours(fuse))),
                asking("union with itself", (map, fuse) -> map.union(map, (a, b) -> fuse.burning(b))),
                asking("union, merging", (map, fuse) -> map.union(ours(fuse), (a, b) -> fuse.burning(b))),
                asking("intersection, merging", (map, fuse) -> map.intersection(ours(fuse), (a, b) -> fuse.burning(a))),
                asking("difference", (map, fuse) -> map.difference(ours(fuse))),
                asking("symmetricDifference", (map, fuse) -> map.symmetricDifference(ours(fuse))),
                new Operation<>("split and join", (map, fuse) -> {
                    var parts = map.split(121);
                    BTreeProbe.check(parts.below().join(parts.from()));
                }),
                asking(
                        "diff",
                        (map, fuse) -> PersistentBTreeMap.diff(map, ours(fuse)).toList()),
                asking("equals", (map, fuse) -> map.equals(map.plusAll(ours(fuse)))),
                asking("patch", (map, fuse) -> map.patch(PersistentBTreeMap.diff(map, ours(fuse)))),
                asking(
                        "copy of a descending view",
                        (map, fuse) -> map.subMap(50, 100).descendingMap().snapshot()));
    }

    @ParameterizedTest
    @MethodSource("persistentOperations")
    void versionsAreAsTheyWere(Operation<PersistentBTreeMap<Integer, Value>> operation) {
        KeyFuse fuse = new KeyFuse();
        PersistentBTreeMap<Integer, Value> map = filled(fuse);
        List<Integer> keys = new ArrayList<>(map.keySet());
        List<Value> values = new ArrayList<>(map.values());
        int call = 0;
        boolean threw = true;
        while (threw) {
            fuse.light(call++);
            threw = threw(() -> operation.run.accept(map, fuse));
            fuse.putOut();
            checkSame(map, keys, values);
        }
        assertThat(call).as("calls of user code").isGreaterThan(1);
    }

    static Stream<Operation<List<Integer>>> collectors() {
        return Stream.of(
                asking(
                        "map",
                        (keys, fuse) -> keys.stream()
                                .collect(PersistentBTreeMap.toPersistentBTreeMap(
                                        fuse.order,
                                        fuse.burning((Integer k) -> k),
                                        fuse.burning((Integer k) -> k),
                                        (a, b) -> fuse.burning(b)))),
                asking(
                        "cow map",
                        (keys, fuse) -> keys.stream()
                                .collect(CowBTreeMap.toCowBTreeMap(
                                        fuse.order, k -> k, k -> k, (a, b) -> fuse.burning(b)))),
                asking(
                        "concurrent map",
                        (keys, fuse) -> keys.stream()
                                .collect(ConcurrentBTreeMap.toConcurrentBTreeMap(
                                        fuse.order, k -> k, k -> k, (a, b) -> fuse.burning(b)))),
                asking(
                        "set",
                        (keys, fuse) -> keys.stream().collect(PersistentBTreeSet.toPersistentBTreeSet(fuse.order))));
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void collectorsPassTheExceptionOn(Operation<List<Integer>> operation) {
        KeyFuse fuse = new KeyFuse();
        int call = 0;
        do {
            fuse.light(call++);
        } while (threw(() -> operation.run.accept(someKeys(), fuse)));
        assertThat(call).isGreaterThan(someKeys().size());
        fuse.putOut();
        assertThatThrownBy(() -> someKeys().stream().collect(CowBTreeMap.toCowBTreeMap(k -> k, k -> k)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("duplicate key");
    }
}
