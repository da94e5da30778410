package dev.holstein.btree.stress;

import dev.holstein.btree.RankedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every read of a map, by name, with results that are compared by {@code equals}: those of a live map and those of a version. */
final class MapReads {
    static final Map<String, Function<RankedMap<Integer, Integer>, Object>> ALL = new LinkedHashMap<>();

    static {
        entries();
        order();
        whole();
        views();
    }

    private MapReads() {}

    private static void read(String name, Function<RankedMap<Integer, Integer>, Object> read) {
        ALL.put(name, read);
    }

    private static void entries() {
        read("get", map -> map.get(20));
        read("get what is absent", map -> String.valueOf(map.get(21)));
        read("containsKey", map -> map.containsKey(20));
        read("getOrDefault", map -> map.getOrDefault(21, -1));
        read("containsValue", map -> map.containsValue(7));
        read("size", map -> map.size());
        read("isEmpty", map -> map.isEmpty());
    }

    private static void order() {
        read("firstKey", map -> map.firstKey());
        read("lastKey", map -> map.lastKey());
        read("firstEntry", map -> map.firstEntry());
        read("lastEntry", map -> map.lastEntry());
        read("floorKey", map -> map.floorKey(21));
        read("ceilingKey", map -> map.ceilingKey(21));
        read("lowerKey", map -> map.lowerKey(20));
        read("higherKey", map -> map.higherKey(20));
        read("floorEntry", map -> map.floorEntry(21));
        read("ceilingEntry", map -> map.ceilingEntry(21));
        read("lowerEntry", map -> map.lowerEntry(20));
        read("higherEntry", map -> map.higherEntry(20));
        read("rank", map -> map.rank(20, true));
        read("entryAt", map -> map.entryAt(3));
        read("keyAt", map -> map.keyAt(3));
        read("indexOfKey", map -> map.indexOfKey(20));
    }

    private static void whole() {
        read("snapshot", map -> map.snapshot());
        read("equals", map -> map.equals(map.snapshot()));
        read("hashCode", map -> map.hashCode());
        read("toString", map -> map.toString());
        read("forEach", map -> {
            List<Object> list = new ArrayList<>();
            map.forEach((key, value) -> list.add(key + value));
            return list;
        });
        read("iterator", map -> listOf(map.entrySet()));
        read("keys", map -> listOf(map.keySet()));
        read("values", map -> listOf(map.values()));
        read(
                "stream",
                map -> map.entrySet().stream().mapToInt(Map.Entry::getValue).sum());
        read(
                "parallel stream",
                map -> map.values().parallelStream().mapToInt(value -> value).sum());
        read("spliterator", map -> map.keySet().spliterator().estimateSize());
        read("toArray", map -> List.of(map.keySet().toArray()));
        read("copy", map -> new ArrayList<>(map.values()));
        read("keys contain all", map -> map.keySet().containsAll(List.of(2, 4)));
        read("entries contain", map -> map.entrySet().contains(Map.entry(2, 1)));
    }

    private static void views() {
        read("descending", map -> listOf(map.descendingMap().entrySet()));
        read("descending keys", map -> listOf(map.descendingKeySet()));
        read("part", map -> listOf(map.subMap(10, 30).entrySet()));
        read("size of part", map -> map.headMap(31).size());
        read("emptiness of part", map -> map.tailMap(10_000).isEmpty());
        read("position in part", map -> map.tailMap(10, true).keyAt(2));
        read("snapshot of part", map -> map.subMap(10, 30).snapshot());
        read("neighbour in part", map -> map.subMap(10, 30).lastEntry());
    }

    private static List<Object> listOf(Iterable<?> elements) {
        List<Object> list = new ArrayList<>();
        elements.forEach(list::add);
        return list;
    }
}
