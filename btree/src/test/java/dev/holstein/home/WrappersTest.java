package dev.holstein.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The wrappers of {@link Collections} around every face and view: each call answers what it answers around the JDK's twin, and
 * leaves behind the same.
 */
class WrappersTest {
    private static final Map<String, UnaryOperator<List<Integer>>> LIST_WRAPPERS = Map.of(
            "unmodifiable",
            Collections::unmodifiableList,
            "synchronized",
            Collections::synchronizedList,
            "checked",
            list -> Collections.checkedList(list, Integer.class),
            "all",
            list -> Collections.unmodifiableList(
                    Collections.synchronizedList(Collections.checkedList(list, Integer.class))));

    private static final Map<String, UnaryOperator<Map<Integer, String>>> MAP_WRAPPERS = Map.of(
            "unmodifiable", Collections::unmodifiableMap,
            "unmodifiable sorted", map -> Collections.unmodifiableSortedMap((NavigableMap<Integer, String>) map),
            "unmodifiable navigable", map -> Collections.unmodifiableNavigableMap((NavigableMap<Integer, String>) map),
            "synchronized", Collections::synchronizedMap,
            "synchronized sorted", map -> Collections.synchronizedSortedMap((NavigableMap<Integer, String>) map),
            "synchronized navigable", map -> Collections.synchronizedNavigableMap((NavigableMap<Integer, String>) map),
            "checked", map -> Collections.checkedMap(map, Integer.class, String.class),
            "checked sorted",
                    map -> Collections.checkedSortedMap(
                            (NavigableMap<Integer, String>) map, Integer.class, String.class),
            "checked navigable",
                    map -> Collections.checkedNavigableMap(
                            (NavigableMap<Integer, String>) map, Integer.class, String.class));

    private static final Map<String, UnaryOperator<Collection<Integer>>> SET_WRAPPERS = Map.of(
            "unmodifiable collection", Collections::unmodifiableCollection,
            "unmodifiable", set -> Collections.unmodifiableSet((NavigableSet<Integer>) set),
            "unmodifiable navigable", set -> Collections.unmodifiableNavigableSet((NavigableSet<Integer>) set),
            "synchronized collection", Collections::synchronizedCollection,
            "synchronized navigable", set -> Collections.synchronizedNavigableSet((NavigableSet<Integer>) set),
            "checked collection", set -> Collections.checkedCollection(set, Integer.class),
            "checked navigable", set -> Collections.checkedNavigableSet((NavigableSet<Integer>) set, Integer.class));

    /** Calls of any collection; those that write come in an order in which each finds something to do. */
    private static Map<String, Function<Collection<Integer>, Object>> collectionCalls() {
        Map<String, Function<Collection<Integer>, Object>> calls = new LinkedHashMap<>();
        calls.put("size", Collection::size);
        calls.put("contains", each -> each.contains(3) + " " + each.contains(33));
        calls.put("containsAll", each -> each.containsAll(List.of(1, 2)));
        calls.put("toString", Object::toString);
        calls.put("toArray", Collection::toArray);
        calls.put("toArray typed", each -> each.toArray(new Integer[0]));
        calls.put("toArray generator", each -> each.toArray(Integer[]::new));
        calls.put("stream", each -> each.stream().map(i -> i * 2).collect(Collectors.toList()));
        calls.put(
                "parallelStream", each -> each.parallelStream().mapToInt(i -> i).sum());
        calls.put("iterator", each -> walked(each.iterator()));
        calls.put("forEach", each -> {
            List<Integer> seen = new ArrayList<>();
            each.forEach(seen::add);
            return seen;
        });
        calls.put("add", each -> each.add(12));
        calls.put("add again", each -> each.add(12) + " " + each.remove(12));
        calls.put("addAll", each -> each.addAll(List.of(13, 14)));
        calls.put("remove", each -> each.remove(3) + " " + each.remove(33));
        calls.put("removeIf", each -> each.removeIf(i -> i % 5 == 0));
        calls.put("removeAll", each -> each.removeAll(Set.of(1, 2)));
        calls.put("retainAll", each -> each.retainAll(List.of(4, 6, 7, 8, 13)));
        calls.put("remove by iterator", each -> {
            Iterator<Integer> iterator = each.iterator();
            Integer first = iterator.next();
            iterator.remove();
            return first;
        });
        calls.put("wrong class", each -> {
            @SuppressWarnings({"unchecked", "rawtypes"})
            boolean added = ((Collection) each).add("text");
            return added;
        });
        calls.put("clear", each -> {
            each.clear();
            return each.isEmpty();
        });
        return calls;
    }

    private static List<Object> walked(Iterator<?> iterator) {
        List<Object> seen = new ArrayList<>();
        iterator.forEachRemaining(seen::add);
        return seen;
    }

    private static Map<String, Function<List<Integer>, Object>> listCalls() {
        Map<String, Function<List<Integer>, Object>> calls = new LinkedHashMap<>();
        calls.put("get", list -> list.get(3));
        calls.put("indexOf", list -> list.indexOf(4) + " " + list.lastIndexOf(4));
        calls.put("subList", list -> list.subList(2, 5));
        calls.put("listIterator", list -> walked(list.listIterator(4)));
        calls.put(
                "equals",
                list -> list.equals(Faces.listTwin()) + " " + Faces.listTwin().equals(list));
        calls.put("hashCode", List::hashCode);
        calls.put("set", list -> list.set(2, 33));
        calls.put("add at", list -> {
            list.add(0, 44);
            return list;
        });
        calls.put("addAll at", list -> list.addAll(1, List.of(5, 6)));
        calls.put("remove at", list -> list.remove(0));
        calls.put("sort", list -> {
            list.sort(Collections.reverseOrder());
            return list;
        });
        calls.put("replaceAll", list -> {
            list.replaceAll(i -> i + 1);
            return list;
        });
        calls.put("write to subList", list -> {
            list.subList(1, 3).clear();
            return list;
        });
        calls.put("out of bounds", list -> list.get(99));
        return calls;
    }

    private static Map<String, Function<Map<Integer, String>, Object>> mapCalls() {
        Map<String, Function<Map<Integer, String>, Object>> calls = new LinkedHashMap<>();
        calls.put("get", map -> map.get(3) + map.get(33) + map.getOrDefault(33, "none"));
        calls.put("contains", map -> map.containsKey(3) + " " + map.containsValue("v3"));
        calls.put("toString", Object::toString);
        calls.put(
                "equals",
                map -> map.equals(Faces.mapTwin()) + " " + Faces.mapTwin().equals(map));
        calls.put("hashCode", Map::hashCode);
        calls.put("keySet", map -> List.copyOf(map.keySet()));
        calls.put("values", map -> List.copyOf(map.values()));
        calls.put("entrySet", map -> map.entrySet().toString());
        calls.put("entries to array", map -> map.entrySet().toArray());
        calls.put(
                "entries by stream",
                map -> map.entrySet().stream()
                        .map(entry -> entry.getKey() + entry.getValue())
                        .collect(Collectors.joining(",")));
        calls.put("entry contained", map -> map.entrySet().contains(Map.entry(3, "v3")));
        calls.put("forEach", map -> {
            StringBuilder seen = new StringBuilder();
            map.forEach((key, value) -> seen.append(key).append(value));
            return seen;
        });
        calls.put("put", map -> map.put(3, "three") + map.put(11, "eleven"));
        calls.put("putIfAbsent", map -> map.putIfAbsent(3, "x") + map.putIfAbsent(12, "twelve"));
        calls.put("compute", map -> map.compute(3, (key, value) -> key + value));
        calls.put("computeIfAbsent", map -> map.computeIfAbsent(13, String::valueOf));
        calls.put("computeIfPresent", map -> map.computeIfPresent(13, (key, value) -> null));
        calls.put("merge", map -> map.merge(4, "!", String::concat));
        calls.put("replace", map -> map.replace(4, "four") + map.replace(5, "v5", "five"));
        calls.put("replaceAll", map -> {
            map.replaceAll((key, value) -> value + key);
            return map;
        });
        calls.put("putAll", map -> {
            map.putAll(Map.of(14, "fourteen"));
            return map;
        });
        calls.put("setValue", map -> {
            map.entrySet().iterator().next().setValue("set");
            return map;
        });
        calls.put("wrong class", map -> {
            @SuppressWarnings({"unchecked", "rawtypes"})
            Object before = ((Map) map).put("text", "x");
            return before;
        });
        calls.put("remove", map -> map.remove(3) + map.remove(33) + map.remove(4, "no"));
        calls.put("remove keys", map -> map.keySet().removeAll(List.of(1, 2)));
        calls.put("remove values", map -> map.values().remove("none"));
        calls.put("remove entries", map -> map.entrySet().removeIf(entry -> entry.getKey() > 12));
        calls.put("remove by iterator", map -> {
            Iterator<Integer> keys = map.keySet().iterator();
            Integer first = keys.next();
            keys.remove();
            return first;
        });
        calls.put("clear", map -> {
            map.clear();
            return map.isEmpty();
        });
        return calls;
    }

    private static Map<String, Function<Map<Integer, String>, Object>> navigableCalls() {
        Map<String, Function<Map<Integer, String>, Object>> calls = new LinkedHashMap<>();
        add(calls, "first and last", map -> map.firstEntry() + " " + map.lastKey());
        add(calls, "neighbours", map -> map.floorKey(0) + " " + map.ceilingEntry(3) + map.higherKey(9));
        add(calls, "parts", map -> map.headMap(3) + " " + map.tailMap(3, false) + map.subMap(2, true, 4, true));
        add(calls, "descending", map -> map.descendingMap() + " " + map.descendingKeySet());
        add(calls, "keys", map -> map.navigableKeySet().headSet(4, true));
        add(calls, "comparator", NavigableMap::comparator);
        add(calls, "poll", map -> map.pollFirstEntry() + " " + map.pollLastEntry());
        add(calls, "write to a part", map -> {
            map.headMap(4, true).clear();
            return map;
        });
        add(calls, "beyond a part", map -> map.headMap(4, true).put(7, "x"));
        return calls;
    }

    private static void add(
            Map<String, Function<Map<Integer, String>, Object>> calls,
            String name,
            Function<NavigableMap<Integer, String>, Object> call) {
        calls.put(name, map -> map instanceof NavigableMap<Integer, String> sorted ? call.apply(sorted) : "not sorted");
    }

    /** Makes both, wraps both, and compares after each call what came back and what there is. */
    private static <T, S extends T> int compare(
            Map<String, Supplier<S>> faces,
            Supplier<? extends T> twin,
            Map<String, UnaryOperator<T>> wrappers,
            Map<String, ? extends Function<? super T, ?>> calls) {
        int[] compared = new int[1];
        faces.forEach((face, make) -> wrappers.forEach((wrapper, wrap) -> {
            T ours = make.get();
            T theirs = twin.get();
            T oursWrapped = wrap.apply(ours);
            T theirsWrapped = wrap.apply(theirs);
            calls.forEach((name, call) -> {
                String place = name + ", " + wrapper + " around " + face;
                assertThat(Faces.outcome(call, oursWrapped))
                        .as("%s", place)
                        .isEqualTo(Faces.outcome(call, theirsWrapped));
                assertThat(ours.toString()).as("after %s", place).isEqualTo(theirs.toString());
                compared[0]++;
            });
        }));
        return compared[0];
    }

    @Test
    void listsInWrappers() {
        var ofOneThread = Faces.mutableLists();
        ofOneThread.keySet().removeIf(name -> name.contains("concurrent"));
        var concurrent = Faces.mutableLists();
        concurrent.keySet().removeIf(name -> !name.contains("concurrent"));
        Supplier<List<Integer>> copyOnWrite = () -> new CopyOnWriteArrayList<>(Faces.listTwin());
        int compared = compare(ofOneThread, Faces::listTwin, LIST_WRAPPERS, listCalls());
        compared += compare(ofOneThread, Faces::listTwin, LIST_WRAPPERS, collectionCalls());
        compared += compare(concurrent, copyOnWrite, LIST_WRAPPERS, listCalls());
        compared += compare(concurrent, copyOnWrite, LIST_WRAPPERS, collectionCalls());
        assertThat(compared).isGreaterThan(700);
    }

    @Test
    void setsInWrappers() {
        int compared = compare(Faces.mutableSets(), Faces::setTwin, SET_WRAPPERS, collectionCalls());
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void mapsInWrappers() {
        int compared = compare(Faces.mutableMaps(), Faces::mapTwin, MAP_WRAPPERS, mapCalls());
        compared += compare(Faces.mutableMaps(), Faces::mapTwin, MAP_WRAPPERS, navigableCalls());
        assertThat(compared).isGreaterThan(1500);
    }

    /** Those that never change, beside twins that are wrapped once more so that they do not either. */
    @Test
    void persistentFacesInWrappers() {
        var lists = Faces.lists();
        lists.keySet().removeAll(Faces.mutableLists().keySet());
        compare(lists, () -> Collections.unmodifiableList(Faces.listTwin()), LIST_WRAPPERS, readsOf(listCalls()));
        var maps = Faces.maps();
        maps.keySet().removeAll(Faces.mutableMaps().keySet());
        compare(maps, () -> Collections.unmodifiableNavigableMap(Faces.mapTwin()), MAP_WRAPPERS, readsOf(mapCalls()));
        var sets = Faces.sets();
        sets.keySet().removeAll(Faces.mutableSets().keySet());
        sets.remove("keys of a cow map");
        compare(
                sets,
                () -> Collections.unmodifiableNavigableSet(Faces.setTwin()),
                SET_WRAPPERS,
                readsOf(collectionCalls()));
    }

    /** The calls that come before the first write. */
    private static <T> Map<String, Function<T, Object>> readsOf(Map<String, Function<T, Object>> calls) {
        Map<String, Function<T, Object>> reads = new LinkedHashMap<>(calls);
        List<String> names = new ArrayList<>(calls.keySet());
        int firstWrite = names.stream()
                .filter(name -> List.of("set", "put", "add").contains(name))
                .mapToInt(names::indexOf)
                .min()
                .orElseThrow();
        reads.keySet().retainAll(names.subList(0, firstWrite));
        return reads;
    }

    @Test
    void wrappersAreSerializedWithWhatTheyWrap() throws Exception {
        for (String face : List.of("cow list", "concurrent list", "persistent list")) {
            for (UnaryOperator<List<Integer>> wrap : LIST_WRAPPERS.values()) {
                List<Integer> wrapped = wrap.apply(Faces.lists().get(face).get());
                assertThat(wrapped).isInstanceOf(RandomAccess.class);
                assertThat(again(wrapped)).isEqualTo(wrapped).hasSameClassAs(wrapped);
            }
        }
        for (String face : List.of("cow map", "concurrent map", "persistent map")) {
            for (UnaryOperator<Map<Integer, String>> wrap : MAP_WRAPPERS.values()) {
                Map<Integer, String> wrapped = wrap.apply(Faces.maps().get(face).get());
                assertThat((Object) again(wrapped)).isEqualTo(wrapped).hasSameClassAs(wrapped);
            }
        }
        for (String face : List.of("cow set", "concurrent set", "persistent set")) {
            for (UnaryOperator<Collection<Integer>> wrap : SET_WRAPPERS.values()) {
                Collection<Integer> wrapped = wrap.apply(Faces.sets().get(face).get());
                assertThat(again(wrapped)).containsExactlyElementsOf(wrapped).hasSameClassAs(wrapped);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T again(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
