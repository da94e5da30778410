package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A comparator that throws at every call index in turn, under every operation: the structure stays exactly as it was, and so
 * does every snapshot.
 */
class ThrowingUserCodeTest {
    private static final int ENTRIES = 300;

    /** Throws at the call with a given number. */
    private static final class Bomb implements Comparator<Integer> {
        private int callsLeft = Integer.MAX_VALUE;

        @Override
        public int compare(Integer a, Integer b) {
            if (--callsLeft < 0) {
                throw new Boom();
            }
            return a.compareTo(b);
        }
    }

    private static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Operation(String name, Consumer<NavigableMap<Integer, String>> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operations() {
        Map<Integer, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            entries.put(i * 37 % 700, "new");
        }
        return Stream.of(
                new Operation("put new", map -> map.put(101, "new")),
                new Operation("put present", map -> map.put(100, "new")),
                new Operation("putIfAbsent", map -> map.putIfAbsent(101, "new")),
                new Operation("remove", map -> map.remove(100)),
                new Operation("remove first of a leaf", map -> map.remove(2 * BTreeProbe.LEAF_CAPACITY)),
                new Operation("remove(k, v)", map -> map.remove(100, "v100")),
                new Operation("replace", map -> map.replace(100, "new")),
                new Operation("replace(k, v, v)", map -> map.replace(100, "v100", "new")),
                new Operation("compute", map -> map.compute(100, (k, v) -> null)),
                new Operation("computeIfAbsent", map -> map.computeIfAbsent(101, k -> "new")),
                new Operation("computeIfPresent", map -> map.computeIfPresent(100, (k, v) -> "new")),
                new Operation("merge", map -> map.merge(100, "new", String::concat)),
                new Operation("pollFirst", NavigableMap::pollFirstEntry),
                new Operation(
                        "pollLast of a view", map -> map.headMap(200, false).pollLastEntry()),
                new Operation("putAll", map -> map.putAll(entries)),
                new Operation("replaceAll", map -> map.replaceAll((k, v) -> v + "!")),
                new Operation("clear of a view", map -> map.subMap(100, 200).clear()),
                new Operation("get", map -> map.get(100)),
                new Operation("neighbours", map -> {
                    map.lowerEntry(100);
                    map.ceilingEntry(101);
                }),
                new Operation(
                        "size of a view",
                        map -> assertThat(map.subMap(100, 200).size()).isEqualTo(50)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void comparatorThrowsAtEveryCall(Operation operation) {
        for (boolean shared : new boolean[] {false, true}) {
            atEveryCall(operation, shared, bomb -> {
                CowBTreeMap<Integer, String> map = new CowBTreeMap<>(bomb);
                fill(map);
                return map;
            });
            atEveryCall(operation, shared, bomb -> {
                ConcurrentBTreeMap<Integer, String> map = new ConcurrentBTreeMap<>(bomb);
                fill(map);
                return map;
            });
        }
    }

    private static void fill(Map<Integer, String> map) {
        for (int i = 0; i < ENTRIES; i++) {
            map.put(2 * i, "v" + 2 * i);
        }
    }

    private interface Maker {
        NavigableMap<Integer, String> make(Bomb bomb);
    }

    private static void atEveryCall(Operation operation, boolean shared, Maker maker) {
        for (int call = 0; ; call++) {
            Bomb bomb = new Bomb();
            NavigableMap<Integer, String> map = maker.make(bomb);
            PersistentBTreeMap<Integer, String> snapshot = shared ? snapshot(map) : PersistentBTreeMap.empty(bomb);
            Map<Integer, String> before = new TreeMap<>(map);
            bomb.callsLeft = call;
            boolean threw = false;
            try {
                operation.run.accept(map);
            } catch (Boom expected) {
                threw = true;
            }
            bomb.callsLeft = Integer.MAX_VALUE;
            BTreeProbe.check(map);
            if (shared) {
                assertThat(BTreeProbe.check(snapshot)).isEqualTo(before);
            }
            if (!threw) {
                return;
            }
            assertThat(map).as("%s, call %d", operation, call).isEqualTo(before);
        }
    }

    private static PersistentBTreeMap<Integer, String> snapshot(NavigableMap<Integer, String> map) {
        return map instanceof CowBTreeMap<Integer, String> cow
                ? cow.snapshot()
                : ((ConcurrentBTreeMap<Integer, String>) map).snapshot();
    }

    static Stream<NavigableMap<Integer, String>> mutableMaps() {
        CowBTreeMap<Integer, String> cow = new CowBTreeMap<>();
        fill(cow);
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>();
        fill(concurrent);
        return Stream.of(cow, concurrent);
    }

    @ParameterizedTest
    @MethodSource("mutableMaps")
    void throwingFunctionsChangeNothing(NavigableMap<Integer, String> map) {
        Map<Integer, String> before = new TreeMap<>(map);
        List<Consumer<NavigableMap<Integer, String>>> operations = List.of(
                m -> m.compute(100, (k, v) -> boom()),
                m -> m.compute(101, (k, v) -> boom()),
                m -> m.computeIfAbsent(101, k -> boom()),
                m -> m.computeIfPresent(100, (k, v) -> boom()),
                m -> m.merge(100, "x", (a, b) -> boom()),
                m -> m.replaceAll((k, v) -> k > 300 ? boom() : "x"),
                m -> m.putAll(new ThrowingMap()));
        for (Consumer<NavigableMap<Integer, String>> operation : operations) {
            assertThatThrownBy(() -> operation.accept(map)).isInstanceOf(Boom.class);
            BTreeProbe.check(map);
            assertThat(map).isEqualTo(before);
        }
        map.put(101, "still writable");
        assertThat(map).hasSize(ENTRIES + 1);
    }

    private static String boom() {
        throw new Boom();
    }

    /** Has an entry to give, and then throws. */
    private static final class ThrowingMap extends AbstractMap<Integer, String> {
        @Override
        public Set<Entry<Integer, String>> entrySet() {
            return new java.util.AbstractSet<>() {
                @Override
                public java.util.Iterator<Entry<Integer, String>> iterator() {
                    return Stream.iterate(1, i -> i + 2)
                            .map(i -> i < 99 ? Map.entry(i, "x") : Map.entry(i, boom()))
                            .iterator();
                }

                @Override
                public int size() {
                    return ENTRIES;
                }
            };
        }
    }

    @ParameterizedTest
    @MethodSource("mutableMaps")
    void recursiveUpdatesAreRefusedAndChangeNothing(NavigableMap<Integer, String> map) {
        Map<Integer, String> before = new TreeMap<>(map);
        List<Consumer<NavigableMap<Integer, String>>> operations = List.of(
                m -> m.compute(100, (k, v) -> m.put(102, "inner")),
                m -> m.computeIfAbsent(101, k -> m.remove(102)),
                m -> m.computeIfPresent(100, (k, v) -> {
                    m.clear();
                    return v;
                }),
                m -> m.merge(100, "x", (a, b) -> m.pollFirstEntry().getValue()),
                m -> m.replaceAll((k, v) -> m.put(1, "inner")),
                m -> m.compute(100, (k, v) -> m.headMap(50).put(3, "inner")));
        for (Consumer<NavigableMap<Integer, String>> operation : operations) {
            assertThatThrownBy(() -> operation.accept(map))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("recursive update");
            assertThat(BTreeProbe.check(map)).isEqualTo(before);
        }
        // Reading inside a function is fine, and a refusal that the function swallows harms nothing.
        map.compute(100, (k, v) -> {
            try {
                map.put(1, "refused");
            } catch (IllegalStateException refused) {
                return map.get(102) + map.size();
            }
            return "not refused";
        });
        before.put(100, "v102" + ENTRIES);
        assertThat(BTreeProbe.check(map)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("mutableMaps")
    void functionsRunExactlyOnce(NavigableMap<Integer, String> map) {
        int[] calls = new int[1];
        map.compute(100, (k, v) -> count(calls));
        map.compute(101, (k, v) -> count(calls));
        map.computeIfAbsent(103, k -> count(calls));
        map.computeIfAbsent(103, k -> count(calls));
        map.computeIfPresent(103, (k, v) -> count(calls));
        map.computeIfPresent(105, (k, v) -> count(calls));
        map.merge(103, "x", (a, b) -> count(calls));
        map.merge(107, "x", (a, b) -> count(calls));
        assertThat(calls[0]).isEqualTo(5);
        map.replaceAll((k, v) -> count(calls));
        assertThat(calls[0]).isEqualTo(5 + map.size());
    }

    private static String count(int[] calls) {
        return "call " + ++calls[0];
    }

    @Test
    void comparatorsThatLieNeverHangOrLoseTheStructure() {
        for (int seed = 0; seed < 50; seed++) {
            java.util.Random random = new java.util.Random(seed);
            Comparator<Integer> liar = (a, b) -> random.nextInt(3) - 1;
            CowBTreeMap<Integer, String> map = new CowBTreeMap<>(liar);
            for (int i = 0; i < 1_000; i++) {
                if (random.nextInt(3) == 0) {
                    map.remove(i);
                } else {
                    map.put(i, "v");
                }
            }
            int count = 0;
            for (Map.Entry<Integer, String> entry : map.entrySet()) {
                assertThat(entry.getValue()).isEqualTo("v");
                count++;
            }
            assertThat(count).isEqualTo(map.size());
        }
    }
}
