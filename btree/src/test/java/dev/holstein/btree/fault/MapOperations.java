package dev.holstein.btree.fault;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.fault.KeyFuse.Value;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.fault.Operation;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every method of maps and of their collections that runs user code, called in the ways in which it runs some. */
final class MapOperations {
    private MapOperations() {}

    private static final List<Operation<RankedMap<Object, Value>, KeyArguments>> ALL = new ArrayList<>();

    private static void ask(
            String group, String name, BiFunction<RankedMap<Object, Value>, KeyArguments, Object> question) {
        ALL.add(new Operation<>(group, name, question));
    }

    private static void tell(String group, String name, BiConsumer<RankedMap<Object, Value>, KeyArguments> call) {
        ask(group, name, (map, a) -> {
            call.accept(map, a);
            return true;
        });
    }

    static List<Operation<RankedMap<Object, Value>, KeyArguments>> all() {
        return ALL;
    }

    static {
        writesOfOneKey();
        writesOfMany();
        reads();
        neighbours();
        keys();
        neighboursOfKeys();
        entries();
        values();
        iterators();
        spliterators();
        ofTheFaces();
    }

    private static void writesOfOneKey() {
        ask("map", "put a new key", (map, a) -> map.put(a.key(15), a.value(-1)));
        ask("map", "put a present key", (map, a) -> map.put(a.key(16), a.value(-1)));
        ask("map", "putIfAbsent of a new key", (map, a) -> map.putIfAbsent(a.key(15), a.value(-1)));
        ask("map", "putIfAbsent of a present key", (map, a) -> map.putIfAbsent(a.key(16), a.value(-1)));
        ask("map", "replace", (map, a) -> map.replace(a.key(16), a.value(-1)));
        ask("map", "replace an expected value", (map, a) -> map.replace(a.key(16), a.value(8), a.value(-1)));
        ask("map", "replace another value", (map, a) -> map.replace(a.key(16), a.value(9), a.value(-1)));
        ask("map", "remove", (map, a) -> map.remove(a.key(16)));
        ask("map", "remove an absent key", (map, a) -> map.remove(a.key(15)));
        ask("map", "remove an expected value", (map, a) -> map.remove(a.key(16), a.value(8)));
        ask("map", "remove another value", (map, a) -> map.remove(a.key(16), a.value(9)));
        ask("map", "compute a present key", (map, a) -> map.compute(a.key(16), (k, v) -> a.burning(a.value(-1))));
        ask("map", "compute a new key", (map, a) -> map.compute(a.key(15), (k, v) -> a.burning(a.value(-1))));
        ask("map", "compute nothing", (map, a) -> map.compute(a.key(16), (k, v) -> a.burning(null)));
        ask("map", "compute nothing at a new key", (map, a) -> map.compute(a.key(15), (k, v) -> a.burning(null)));
        ask("map", "computeIfAbsent", (map, a) -> map.computeIfAbsent(a.key(15), k -> a.burning(a.value(-1))));
        ask("map", "computeIfAbsent, present", (map, a) -> map.computeIfAbsent(a.key(16), k -> a.burning(null)));
        ask("map", "computeIfPresent", (map, a) -> map.computeIfPresent(a.key(16), (k, v) -> a.burning(a.value(-1))));
        ask("map", "computeIfPresent, nothing", (map, a) -> map.computeIfPresent(a.key(16), (k, v) -> a.burning(null)));
        ask("map", "merge", (map, a) -> map.merge(a.key(16), a.value(-1), (v, w) -> a.burning(w)));
        ask("map", "merge a new key", (map, a) -> map.merge(a.key(15), a.value(-1), (v, w) -> a.burning(w)));
        ask("map", "merge to nothing", (map, a) -> map.merge(a.key(16), a.value(-1), (v, w) -> a.burning(null)));
        ask("map", "pollFirstEntry", (map, a) -> map.pollFirstEntry());
        ask("map", "pollLastEntry", (map, a) -> map.pollLastEntry());
    }

    private static void writesOfMany() {
        tell("map", "putAll of few", (map, a) -> map.putAll(a.burningMap(a.entries(3))));
        tell("map", "putAll of many", (map, a) -> map.putAll(a.burningMap(a.entries(25))));
        tell("map", "putAll of ours", (map, a) -> map.putAll(ours(a, a.entries(9))));
        tell("map", "putAll of ours, many", (map, a) -> map.putAll(ours(a, a.entries(31))));
        tell(
                "map",
                "putAll of ours in another order",
                (map, a) -> map.putAll(ours(a, a.entries(12)).descendingMap()));
        tell("map", "putAll of its own view", (map, a) -> map.putAll(map.subMap(a.lower(), a.upper())));
        tell("map", "putAll of itself", (map, a) -> map.putAll(map));
        tell("map", "putAll of its snapshot", (map, a) -> map.putAll(map.snapshot()));
        tell("map", "replaceAll", (map, a) -> map.replaceAll((k, v) -> a.burning(a.value(-1))));
        tell("map", "replaceAll by the same", (map, a) -> map.replaceAll((k, v) -> a.burning(v)));
        tell("map", "clear", (map, a) -> map.clear());
        tell(
                "map",
                "clear of a view",
                (map, a) -> map.subMap(a.lower(), a.upper()).clear());
    }

    /** A map of this library that can be changed behind the back of whoever reads it. */
    private static CowBTreeMap<Object, Value> ours(KeyArguments a, List<Map.Entry<Object, Value>> entries) {
        CowBTreeMap<Object, Value> ours = a.quietly(() -> {
            CowBTreeMap<Object, Value> made = new CowBTreeMap<>(a.order);
            entries.forEach(entry -> made.put(entry.getKey(), entry.getValue()));
            return made;
        });
        return a.spoiltBy(ours, ours::clear);
    }

    /** The same entries as those of a map, as other objects. */
    private static CowBTreeMap<Object, Value> equal(KeyArguments a, Map<Object, Value> map) {
        List<Map.Entry<Object, Value>> entries = new ArrayList<>();
        CowBTreeMap<Object, Value> unused = a.quietly(() -> {
            map.forEach((k, v) ->
                    entries.add(new SimpleImmutableEntry<>(a.key(KeyArguments.number(k)), a.value(v.number()))));
            return new CowBTreeMap<>();
        });
        return ours(a, entries);
    }

    private static List<Map.Entry<Object, Value>> equalEntries(KeyArguments a, Map<Object, Value> map) {
        CowBTreeMap<Object, Value> equal = equal(a, map);
        return a.quietly(() -> List.copyOf(new ArrayList<>(equal.snapshot().entrySet())));
    }

    private static void reads() {
        ask("map", "get", (map, a) -> map.get(a.key(16)));
        ask("map", "get of the last key", (map, a) -> map.get(a.key(2 * MapSpecimen.ENTRIES - 2)));
        ask("map", "floorKey of the last key", (map, a) -> map.floorKey(a.key(2 * MapSpecimen.ENTRIES - 2)));
        ask("map", "rank of the last key", (map, a) -> map.rank(a.key(2 * MapSpecimen.ENTRIES - 2), true));
        ask("map", "get of an absent key", (map, a) -> map.get(a.key(15)));
        ask("map", "containsKey", (map, a) -> map.containsKey(a.key(16)));
        ask("map", "getOrDefault", (map, a) -> map.getOrDefault(a.key(15), a.value(-1)));
        ask("map", "containsValue", (map, a) -> map.containsValue(a.value(9)));
        ask("map", "equals of ours", (map, a) -> map.equals(equal(a, map)));
        ask("map", "equals of another map", (map, a) -> map.equals(a.burningMap(equalEntries(a, map))));
        ask("map", "hashCode", (map, a) -> map.hashCode());
        ask("map", "toString", (map, a) -> map.toString());
        tell("map", "forEach", (map, a) -> map.forEach((k, v) -> a.fuse.burn()));
        ask("map", "indexOfKey", (map, a) -> map.indexOfKey(a.key(16)));
        ask("map", "rank", (map, a) -> map.rank(a.key(15), true));
        ask("map", "size", (map, a) -> map.size());
        ask("map", "isEmpty", (map, a) -> map.isEmpty());
        ask("map", "entryAt", (map, a) -> map.entryAt(4));
        ask("map", "keyAt", (map, a) -> map.keyAt(4));
        ask("map", "snapshot", (map, a) -> map.snapshot());
        ask("map", "size of the keys", (map, a) -> map.keySet().size());
    }

    private static void neighbours() {
        ask("map", "lowerEntry", (map, a) -> map.lowerEntry(a.key(16)));
        ask("map", "floorEntry", (map, a) -> map.floorEntry(a.key(15)));
        ask("map", "ceilingEntry", (map, a) -> map.ceilingEntry(a.key(15)));
        ask("map", "higherEntry", (map, a) -> map.higherEntry(a.key(16)));
        ask("map", "lowerKey", (map, a) -> map.lowerKey(a.key(16)));
        ask("map", "floorKey", (map, a) -> map.floorKey(a.key(15)));
        ask("map", "ceilingKey", (map, a) -> map.ceilingKey(a.key(15)));
        ask("map", "higherKey", (map, a) -> map.higherKey(a.key(16)));
        ask("map", "firstEntry", (map, a) -> map.firstEntry());
        ask("map", "lastEntry", (map, a) -> map.lastEntry());
        ask("map", "firstKey", (map, a) -> orEmpty(map::firstKey));
        ask("map", "lastKey", (map, a) -> orEmpty(map::lastKey));
        ask("map", "headMap", (map, a) -> map.headMap(a.upper()));
        ask("map", "headMap inclusive", (map, a) -> map.headMap(a.upper(), true));
        ask("map", "tailMap", (map, a) -> map.tailMap(a.lower()));
        ask("map", "tailMap exclusive", (map, a) -> map.tailMap(a.lower(), false));
        ask("map", "subMap", (map, a) -> map.subMap(a.lower(), a.upper()));
        ask("map", "subMap inclusive", (map, a) -> map.subMap(a.lower(), true, a.upper(), true));
        ask("map", "descendingMap", (map, a) -> map.descendingMap().firstEntry());
    }

    /** Nothing if what is asked for is gone: user code may have emptied the map. */
    private static @Nullable Object orEmpty(Supplier<Object> question) {
        try {
            return question.get();
        } catch (NoSuchElementException empty) {
            return null;
        }
    }

    private static void keys() {
        ask("keySet", "contains", (map, a) -> map.keySet().contains(a.key(16)));
        ask("keySet", "containsAll", (map, a) -> map.keySet().containsAll(a.burningOf(a.keys(4))));
        ask("keySet", "remove", (map, a) -> map.keySet().remove(a.key(16)));
        ask("keySet", "removeIf", (map, a) -> map.keySet().removeIf(k -> a.burning(KeyArguments.number(k) % 3 == 0)));
        ask("keySet", "removeAll of few", (map, a) -> map.keySet().removeAll(a.burningOf(a.keys(5))));
        ask(
                "keySet",
                "removeAll of many",
                (map, a) -> map.headMap(a.upper()).keySet().removeAll(a.burningOf(a.keys(15))));
        ask(
                "keySet",
                "removeAll of ours",
                (map, a) -> map.keySet().removeAll(ours(a, a.entries(9)).keySet()));
        ask("keySet", "retainAll", (map, a) -> map.keySet().retainAll(a.burningOf(a.keys(5))));
        ask(
                "keySet",
                "retainAll of ours",
                (map, a) -> map.keySet().retainAll(ours(a, a.entries(9)).keySet()));
        ask(
                "keySet",
                "retainAll of its own view",
                (map, a) ->
                        map.keySet().retainAll(map.subMap(a.lower(), a.upper()).keySet()));
        ask(
                "keySet",
                "equals of ours",
                (map, a) -> map.keySet().equals(equal(a, map).keySet()));
        ask(
                "keySet",
                "equals of another set",
                (map, a) -> map.keySet()
                        .equals(a.burningOf(equalEntries(a, map).stream()
                                .map(Map.Entry::getKey)
                                .toList())));
        ask("keySet", "hashCode", (map, a) -> map.keySet().hashCode());
        ask("keySet", "toString", (map, a) -> map.keySet().toString());
        tell("keySet", "forEach", (map, a) -> map.keySet().forEach(k -> a.fuse.burn()));
        ask("keySet", "toArray", (map, a) -> map.keySet().toArray(n -> a.burning(new Object[n])));
        ask("keySet", "clear", (map, a) -> {
            map.keySet().clear();
            return true;
        });
    }

    private static void neighboursOfKeys() {
        ask("keySet", "lower", (map, a) -> keySet(map).lower(a.key(16)));
        ask("keySet", "floor", (map, a) -> keySet(map).floor(a.key(15)));
        ask("keySet", "ceiling", (map, a) -> keySet(map).ceiling(a.key(15)));
        ask("keySet", "higher", (map, a) -> keySet(map).higher(a.key(16)));
        ask("keySet", "headSet", (map, a) -> keySet(map).headSet(a.upper()));
        ask("keySet", "headSet inclusive", (map, a) -> keySet(map).headSet(a.upper(), true));
        ask("keySet", "tailSet", (map, a) -> keySet(map).tailSet(a.lower()));
        ask("keySet", "tailSet exclusive", (map, a) -> keySet(map).tailSet(a.lower(), false));
        ask("keySet", "subSet", (map, a) -> keySet(map).subSet(a.lower(), a.upper()));
        ask("keySet", "subSet inclusive", (map, a) -> keySet(map).subSet(a.lower(), true, a.upper(), true));
        ask("keySet", "pollFirst", (map, a) -> keySet(map).pollFirst());
        ask("keySet", "pollLast", (map, a) -> keySet(map).pollLast());
    }

    private static NavigableSet<Object> keySet(RankedMap<Object, Value> map) {
        return map.navigableKeySet();
    }

    private static Map.Entry<Object, Value> entry(KeyArguments a, int key, int value) {
        return new SimpleImmutableEntry<>(a.key(key), a.value(value));
    }

    private static void entries() {
        ask("entrySet", "contains", (map, a) -> map.entrySet().contains(entry(a, 16, 8)));
        ask(
                "entrySet",
                "containsAll",
                (map, a) -> map.entrySet().containsAll(a.burningOf(List.of(entry(a, 16, 8), entry(a, 18, 9)))));
        ask("entrySet", "remove", (map, a) -> map.entrySet().remove(entry(a, 16, 8)));
        ask(
                "entrySet",
                "removeIf",
                (map, a) -> map.entrySet().removeIf(e -> a.burning(KeyArguments.number(e.getKey()) % 3 == 0)));
        ask(
                "entrySet",
                "removeAll of few",
                (map, a) -> map.entrySet()
                        .removeAll(a.burningOf(List.of(entry(a, 16, 8), entry(a, 14, 8), entry(a, 12, 6)))));
        ask(
                "entrySet",
                "removeAll of many",
                (map, a) -> map.subMap(a.lower(), a.upper())
                        .entrySet()
                        .removeAll(a.burningOf(equalEntries(a, map.subMap(a.lower(), a.upper())))));
        ask(
                "entrySet",
                "retainAll",
                (map, a) -> map.entrySet().retainAll(a.burningOf(List.of(entry(a, 16, 8), entry(a, 14, 8)))));
        ask("entrySet", "equals", (map, a) -> map.entrySet().equals(a.burningOf(equalEntries(a, map))));
        ask("entrySet", "hashCode", (map, a) -> map.entrySet().hashCode());
        ask("entrySet", "toString", (map, a) -> map.entrySet().toString());
        tell("entrySet", "forEach", (map, a) -> map.entrySet().forEach(e -> a.fuse.burn()));
        ask("entrySet", "toArray", (map, a) -> map.entrySet().toArray(n -> a.burning(new Object[n])));
        tell("entrySet", "clear", (map, a) -> map.entrySet().clear());
    }

    private static void values() {
        ask("values", "contains", (map, a) -> map.values().contains(a.value(9)));
        ask("values", "containsAll", (map, a) -> map.values().containsAll(a.burningOf(List.of(a.value(9)))));
        ask("values", "remove", (map, a) -> map.values().remove(a.value(9)));
        ask("values", "removeIf", (map, a) -> map.values().removeIf(v -> a.burning(v.number() % 3 == 0)));
        ask("values", "removeAll", (map, a) -> map.values().removeAll(a.burningOf(List.of(a.value(9), a.value(30)))));
        ask("values", "retainAll", (map, a) -> map.values().retainAll(a.burningOf(List.of(a.value(9), a.value(30)))));
        ask("values", "toString", (map, a) -> map.values().toString());
        tell("values", "forEach", (map, a) -> map.values().forEach(v -> a.fuse.burn()));
        ask("values", "toArray", (map, a) -> map.values().toArray(n -> a.burning(new Object[n])));
        tell("values", "clear", (map, a) -> map.values().clear());
    }

    private static void iterators() {
        tell("iterator", "forEachRemaining", (map, a) -> map.keySet().iterator().forEachRemaining(k -> a.fuse.burn()));
        tell("iterator", "remove", (map, a) -> {
            Iterator<Object> keys = map.keySet().iterator();
            Object unused = keys.next();
            unused = keys.next();
            keys.remove();
        });
        tell("iterator", "remove, backwards", (map, a) -> {
            Iterator<Object> keys = map.navigableKeySet().descendingIterator();
            Object unused = keys.next();
            keys.remove();
        });
        tell("iterator", "remove of a value", (map, a) -> {
            Iterator<Value> values = map.values().iterator();
            Value unused = values.next();
            values.remove();
        });
        ask("entry", "setValue", (map, a) -> map.entrySet().iterator().next().setValue(a.value(-1)));
        ask("entry", "equals", (map, a) -> map.entrySet().iterator().next().equals(entry(a, 0, 0)));
        ask("entry", "hashCode", (map, a) -> map.entrySet().iterator().next().hashCode());
        ask("entry", "toString", (map, a) -> map.entrySet().iterator().next().toString());
    }

    private static void spliterators() {
        tell(
                "spliterator",
                "forEachRemaining",
                (map, a) -> map.entrySet().spliterator().forEachRemaining(e -> a.fuse.burn()));
        ask("spliterator", "tryAdvance", (map, a) -> {
            Spliterator<Value> values = map.values().spliterator();
            boolean first = values.tryAdvance(v -> a.fuse.burn());
            return first && values.tryAdvance(v -> a.fuse.burn());
        });
        ask("spliterator", "trySplit", (map, a) -> {
            Spliterator<Object> rest = map.keySet().spliterator();
            Spliterator<Object> first = rest.trySplit();
            if (first != null) {
                first.forEachRemaining(k -> a.fuse.burn());
            }
            rest.forEachRemaining(k -> a.fuse.burn());
            return rest.estimateSize();
        });
        ask(
                "stream",
                "collect",
                (map, a) -> map.entrySet().stream()
                        .filter(e -> a.burning(true))
                        .map(e -> a.burning(e.getKey()))
                        .sorted()
                        .toList());
    }

    private static void ofTheFaces() {
        tell("map", "patch", (map, a) -> patch(map, changes(a, 3)));
        tell("map", "patch of many", (map, a) -> patch(map, changes(a, 25)));
        tell(
                "map",
                "patch of a diff",
                (map, a) -> patch(
                        map,
                        PersistentBTreeMap.diff(map.snapshot(), map.snapshot().plus(a.key(15), a.value(-1)))));
        tell("map", "update", (map, a) -> {
            if (map instanceof ConcurrentBTreeMap<Object, Value> concurrent) {
                concurrent.update(copy -> {
                    a.fuse.burn();
                    copy.putAll(a.burningMap(a.entries(12)));
                    copy.remove(a.key(20));
                    copy.headMap(a.key(4)).clear();
                    a.fuse.burn();
                });
            }
        });
        ask("map", "compareAndSet", (map, a) -> {
            if (map instanceof ConcurrentBTreeMap<Object, Value> concurrent) {
                PersistentBTreeMap<Object, Value> seen = concurrent.snapshot();
                PersistentBTreeMap<Object, Value> next = a.quietly(() -> seen.minus(a.key(30))
                        .plus(a.key(15), a.value(-1))
                        .plusAll(equal(a, concurrent.headMap(a.key(20)))));
                return concurrent.compareAndSet(seen, next);
            }
            return false;
        });
        tell("group", "update", (map, a) -> {
            if (map instanceof ConcurrentBTreeMap<Object, Value> concurrent) {
                ConcurrentBTreeSet<Integer> other = new ConcurrentBTreeSet<>();
                SnapshotGroup.of(concurrent, other).update(edit -> {
                    edit.of(concurrent).put(a.key(15), a.value(-1));
                    edit.of(other).add(1);
                    a.fuse.burn();
                    edit.of(concurrent).headMap(a.key(4)).clear();
                });
            }
        });
    }

    private static void patch(RankedMap<Object, Value> map, Stream<MapChange<Object, Value>> changes) {
        if (map instanceof CowBTreeMap<Object, Value> cow) {
            cow.patch(changes);
        } else if (map instanceof ConcurrentBTreeMap<Object, Value> concurrent) {
            concurrent.patch(changes);
        } else if (map instanceof PersistentBTreeMap<Object, Value> version) {
            PersistentBTreeMap<Object, Value> unused = version.patch(changes);
        }
    }

    static Stream<MapChange<Object, Value>> changes(KeyArguments a, int count) {
        return a.keys(count).stream()
                .map(key -> a.burning(
                        KeyArguments.number(key) % 4 == 0
                                ? new MapChange.Removed<>(key, a.value(0))
                                : KeyArguments.number(key) % 4 == 1
                                        ? new MapChange.Added<>(key, a.value(-1))
                                        : new MapChange.Changed<>(key, a.value(0), a.value(-1))));
    }
}
