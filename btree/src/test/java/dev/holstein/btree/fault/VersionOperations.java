package dev.holstein.btree.fault;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.fault.KeyFuse.Value;
import dev.holstein.fault.Operation;
import dev.holstein.fault.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collector;

/** Every method of persistent maps that makes another version, and all ways to make a map or set out of something else. */
final class VersionOperations {
    private VersionOperations() {}

    private static final List<Operation<PersistentBTreeMap<Object, Value>, KeyArguments>> ALL = new ArrayList<>();

    private static void ask(
            String group, String name, BiFunction<PersistentBTreeMap<Object, Value>, KeyArguments, Object> question) {
        ALL.add(new Operation<>(group, name, (map, a) -> {
            Object answer = question.apply(map, a);
            if (answer instanceof PersistentBTreeMap<?, ?> made) {
                a.quietly(() -> BTreeProbe.check(made));
            }
            return answer;
        }));
    }

    static List<Operation<PersistentBTreeMap<Object, Value>, KeyArguments>> all() {
        return ALL;
    }

    static {
        versions();
        algebra();
        makers();
        collectors();
    }

    private static PersistentBTreeMap<Object, Value> ours(KeyArguments a, int count) {
        return a.quietly(() -> {
            CowBTreeMap<Object, Value> made = new CowBTreeMap<>(a.order);
            a.entries(count).forEach(entry -> made.put(entry.getKey(), entry.getValue()));
            return made.snapshot();
        });
    }

    private static void versions() {
        ask("map", "plus", (map, a) -> map.plus(a.key(15), a.value(-1)));
        ask("map", "plus a present key", (map, a) -> map.plus(a.key(16), a.value(-1)));
        ask("map", "minus", (map, a) -> map.minus(a.key(16)));
        ask("map", "plusAll of few", (map, a) -> map.plusAll(a.burningMap(a.entries(3))));
        ask("map", "plusAll of many", (map, a) -> map.plusAll(a.burningMap(a.entries(25))));
        ask("map", "plusAll of ours", (map, a) -> map.plusAll(ours(a, 9).mutableCopy()));
        ask("map", "minusAll", (map, a) -> map.minusAll(a.burningOf(a.keys(15))));
        ask("map", "patch", (map, a) -> map.patch(MapOperations.changes(a, 25)));
        ask("map", "split", (map, a) -> map.split(a.key(15)));
        ask(
                "static",
                "diff",
                (map, a) ->
                        PersistentBTreeMap.diff(map, map.plusAll(ours(a, 9))).toList());
        ask("static", "diff of two orders", (map, a) -> {
            PersistentBTreeMap<Object, Value> other =
                    PersistentBTreeMap.empty(new KeyArguments(false, true, false).order);
            try {
                return PersistentBTreeMap.diff(PersistentBTreeMap.<Object, Value>empty(a.fuse.orderOfKeys()), other)
                        .count();
            } catch (IllegalArgumentException refused) {
                return refused;
            }
        });
    }

    private static void algebra() {
        ask("map", "union", (map, a) -> map.union(ours(a, 9)));
        ask("map", "union by a function", (map, a) -> map.union(ours(a, 9), (v, w) -> a.burning(w)));
        ask("map", "union with itself", (map, a) -> map.union(map, (v, w) -> a.burning(a.value(1))));
        ask("map", "intersection", (map, a) -> map.intersection(ours(a, 9)));
        ask("map", "intersection by a function", (map, a) -> map.intersection(ours(a, 9), (v, w) -> a.burning(w)));
        ask("map", "difference", (map, a) -> map.difference(ours(a, 9)));
        ask("map", "symmetricDifference", (map, a) -> map.symmetricDifference(ours(a, 9)));
        ask(
                "map",
                "join",
                (map, a) -> a.quietly(() -> map.split(a.key(15)).below())
                        .join(a.quietly(() -> map.split(a.key(16)).from())));
    }

    private static void makers() {
        ask(
                "static",
                "fromSorted",
                (map, a) ->
                        PersistentBTreeMap.fromSorted(a.fuse.orderOfKeys(), a.burningOf(List.copyOf(map.entrySet()))));
        ask(
                "static",
                "natural fromSorted",
                (map, a) -> PersistentBTreeMap.fromSorted(VersionOperations.<Collection<Map.Entry<Integer, Value>>>raw(
                        a.burningOf(List.copyOf(map.entrySet())))));
        ask("static", "copyOf", (map, a) -> PersistentBTreeMap.<Object, Value>copyOf(a.burningMap(a.entries(9))));
        ask("static", "copyOf a sorted map", (map, a) -> PersistentBTreeMap.copyOf(map.headMap(a.key(30))));
        ask("static", "new CowBTreeMap", (map, a) -> new CowBTreeMap<>(a.burningMap(a.entries(9))));
        ask("static", "new CowBTreeMap of a sorted map", (map, a) -> new CowBTreeMap<>(map.headMap(a.key(30))));
        ask("static", "new ConcurrentBTreeMap", (map, a) -> new ConcurrentBTreeMap<>(a.burningMap(a.entries(9))));
        ask(
                "static",
                "new ConcurrentBTreeMap of a sorted map",
                (map, a) -> new ConcurrentBTreeMap<>(map.headMap(a.key(30))));
        ask("static", "of", (map, a) -> PersistentBTreeMap.of(comparable(a, 1), a.value(1)));
        ask(
                "static",
                "of two",
                (map, a) -> PersistentBTreeMap.of(comparable(a, 1), a.value(1), comparable(a, 2), a.value(2)));
        ask(
                "static",
                "of three",
                (map, a) -> PersistentBTreeMap.of(
                        comparable(a, 1), a.value(1), comparable(a, 2), a.value(2), comparable(a, 3), a.value(3)));
        ask(
                "static",
                "of four",
                (map, a) -> PersistentBTreeMap.of(
                        comparable(a, 1),
                        a.value(1),
                        comparable(a, 2),
                        a.value(2),
                        comparable(a, 3),
                        a.value(3),
                        comparable(a, 4),
                        a.value(4)));
    }

    private static KeyFuse.Key comparable(KeyArguments a, int number) {
        return (KeyFuse.Key) a.key(number);
    }

    @SuppressWarnings("unchecked") // the keys compare with each other
    private static <T> T raw(Object argument) {
        return (T) argument;
    }

    private static void collector(String name, BiFunction<KeyArguments, Object, Collector<Object, ?, ?>> maker) {
        ask(Witness.COLLECTOR + name, "collect", (map, a) -> a.keys(9).stream().collect(maker.apply(a, map)));
    }

    private static void collectors() {
        collector(
                "toPersistentBTreeMap(Comparator,Function,Function,BinaryOperator)",
                (a, map) -> PersistentBTreeMap.toPersistentBTreeMap(
                        a.order,
                        k -> a.burning(a.key(KeyArguments.number(k) / 2)),
                        a::burning,
                        (v, w) -> a.burning(w)));
        collector(
                "toCowBTreeMap(Comparator,Function,Function,BinaryOperator)",
                (a, map) -> CowBTreeMap.toCowBTreeMap(
                        a.order,
                        k -> a.burning(a.key(KeyArguments.number(k) / 2)),
                        a::burning,
                        (v, w) -> a.burning(w)));
        collector(
                "toConcurrentBTreeMap(Comparator,Function,Function,BinaryOperator)",
                (a, map) -> ConcurrentBTreeMap.toConcurrentBTreeMap(
                        a.order,
                        k -> a.burning(a.key(KeyArguments.number(k) / 2)),
                        a::burning,
                        (v, w) -> a.burning(w)));
        collector(
                "toPersistentBTreeMap(Function,Function)",
                (a, map) -> PersistentBTreeMap.toPersistentBTreeMap(
                        k -> comparable(a, KeyArguments.number(a.burning(k))), a::burning));
        collector(
                "toCowBTreeMap(Function,Function)",
                (a, map) ->
                        CowBTreeMap.toCowBTreeMap(k -> comparable(a, KeyArguments.number(a.burning(k))), a::burning));
        collector(
                "toConcurrentBTreeMap(Function,Function)",
                (a, map) -> ConcurrentBTreeMap.toConcurrentBTreeMap(
                        k -> comparable(a, KeyArguments.number(a.burning(k))), a::burning));
    }
}
