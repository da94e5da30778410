package dev.holstein.home;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every face, and views of it, by a name and new each time; all show what their twins of the JDK do. */
final class Faces {
    /** What the maps have: some entries more than a tiny node. */
    static final Map<Integer, String> ENTRIES = entries();

    private Faces() {}

    private static Map<Integer, String> entries() {
        Map<Integer, String> entries = new TreeMap<>();
        for (int i = 1; i <= 9; i++) {
            entries.put(i, "v" + i);
        }
        return entries;
    }

    static List<Integer> listTwin() {
        return new ArrayList<>(ENTRIES.keySet());
    }

    static NavigableMap<Integer, String> mapTwin() {
        return new TreeMap<>(ENTRIES);
    }

    static NavigableSet<Integer> setTwin() {
        return new TreeSet<>(ENTRIES.keySet());
    }

    static Map<String, Supplier<List<Integer>>> mutableLists() {
        Map<String, Supplier<List<Integer>>> lists = new LinkedHashMap<>();
        lists.put("cow list", () -> new CowList<>(listTwin()));
        lists.put("concurrent list", () -> new ConcurrentList<>(listTwin()));
        lists.put("part of a cow list", () -> new CowList<>(wider()).subList(1, 10));
        lists.put("part of a concurrent list", () -> new ConcurrentList<>(wider()).subList(1, 10));
        lists.put("reversed cow list", () -> new CowList<>(backwards()).reversed());
        lists.put("reversed concurrent list", () -> new ConcurrentList<>(backwards()).reversed());
        return lists;
    }

    static Map<String, Supplier<List<Integer>>> lists() {
        Map<String, Supplier<List<Integer>>> lists = mutableLists();
        lists.put("persistent list", () -> PersistentList.copyOf(listTwin()));
        lists.put(
                "part of a persistent list",
                () -> PersistentList.copyOf(wider()).subList(1, 10));
        return lists;
    }

    private static List<Integer> wider() {
        List<Integer> wider = listTwin();
        wider.add(0, 0);
        wider.add(10);
        return wider;
    }

    private static List<Integer> backwards() {
        List<Integer> backwards = new ArrayList<>();
        listTwin().forEach(each -> backwards.add(0, each));
        return backwards;
    }

    static Map<String, Supplier<NavigableMap<Integer, String>>> mutableMaps() {
        Map<String, Supplier<NavigableMap<Integer, String>>> maps = new LinkedHashMap<>();
        maps.put("cow map", () -> new CowBTreeMap<>(mapTwin()));
        maps.put("concurrent map", () -> new ConcurrentBTreeMap<>(mapTwin()));
        maps.put("part of a cow map", () -> widerMap(new CowBTreeMap<>()).subMap(1, true, 20, false));
        maps.put(
                "part of a concurrent map",
                () -> widerMap(new ConcurrentBTreeMap<>()).subMap(1, true, 20, false));
        maps.put(
                "twice descending cow map",
                () -> new CowBTreeMap<>(mapTwin()).descendingMap().descendingMap());
        return maps;
    }

    static Map<String, Supplier<NavigableMap<Integer, String>>> maps() {
        Map<String, Supplier<NavigableMap<Integer, String>>> maps = mutableMaps();
        maps.put("persistent map", () -> PersistentBTreeMap.copyOf(mapTwin()));
        maps.put(
                "part of a persistent map",
                () -> PersistentBTreeMap.copyOf(widerMap(new TreeMap<>())).subMap(1, true, 20, false));
        return maps;
    }

    private static NavigableMap<Integer, String> widerMap(NavigableMap<Integer, String> map) {
        map.putAll(ENTRIES);
        map.put(0, "v0");
        map.put(20, "v20");
        return map;
    }

    static Map<String, Supplier<NavigableSet<Integer>>> mutableSets() {
        Map<String, Supplier<NavigableSet<Integer>>> sets = new LinkedHashMap<>();
        sets.put("cow set", () -> new CowBTreeSet<>(setTwin()));
        sets.put("concurrent set", () -> new ConcurrentBTreeSet<>(setTwin()));
        sets.put("part of a cow set", () -> widerSet(new CowBTreeSet<>()).subSet(1, true, 20, false));
        sets.put(
                "part of a concurrent set",
                () -> widerSet(new ConcurrentBTreeSet<>()).subSet(1, true, 20, false));
        return sets;
    }

    static Map<String, Supplier<NavigableSet<Integer>>> sets() {
        Map<String, Supplier<NavigableSet<Integer>>> sets = mutableSets();
        sets.put("persistent set", () -> PersistentBTreeSet.copyOf(setTwin()));
        sets.put(
                "part of a persistent set",
                () -> PersistentBTreeSet.copyOf(widerSet(new TreeSet<>())).subSet(1, true, 20, false));
        sets.put("keys of a cow map", () -> new CowBTreeMap<>(mapTwin()).navigableKeySet());
        sets.put(
                "keys of a persistent map",
                () -> PersistentBTreeMap.copyOf(mapTwin()).navigableKeySet());
        return sets;
    }

    private static NavigableSet<Integer> widerSet(NavigableSet<Integer> set) {
        set.addAll(ENTRIES.keySet());
        set.add(0);
        set.add(20);
        return set;
    }

    /** What a call answers, as text: an array, a collection or a value, or the class of what it throws. */
    static <T> String outcome(Function<? super T, ?> call, T subject) {
        try {
            Object result = call.apply(subject);
            return result instanceof Object[] array ? List.of(array).toString() : String.valueOf(result);
        } catch (IndexOutOfBoundsException e) {
            return "out of bounds"; // the JDK has several classes for it
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }
}
