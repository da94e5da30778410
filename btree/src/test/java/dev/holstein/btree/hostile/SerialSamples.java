package dev.holstein.btree.hostile;

import dev.holstein.array.LeakDetection;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.SetChange;
import dev.holstein.btree.vavr.BTreeVavrInterop;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import dev.holstein.vavr.VavrInterop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something of every kind that the library writes to a stream. */
final class SerialSamples {
    private SerialSamples() {}

    static Map<String, Object> all() {
        Map<String, Object> samples = new LinkedHashMap<>();
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>(Map.of(11, "a", 22, "b", 33, "c"));
        ConcurrentBTreeMap<Integer, String> concurrent = new ConcurrentBTreeMap<>(map);
        samples.put("cow map", map);
        samples.put("persistent map", map.snapshot());
        samples.put("concurrent map", concurrent);
        samples.put("empty map", PersistentBTreeMap.empty());
        CowBTreeMap<Integer, String> ordered = new CowBTreeMap<>(Collections.reverseOrder());
        ordered.putAll(map);
        ordered.put(44, null);
        samples.put("map with comparator", ordered);
        samples.put("part of a cow map", map.subMap(11, false, 99, true));
        samples.put("head of a persistent map", map.snapshot().headMap(22, true));
        samples.put("descending concurrent map", concurrent.descendingMap());
        samples.put("entry of an iteration", map.entrySet().iterator().next());

        CowBTreeSet<String> set = new CowBTreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of("x", "Y", "z"));
        samples.put("cow set", set);
        samples.put("persistent set", set.snapshot());
        samples.put("concurrent set", new ConcurrentBTreeSet<>(set));
        samples.put("part of a cow set", set.subSet("a", true, "y", true));
        samples.put("descending concurrent set", new ConcurrentBTreeSet<>(set).descendingSet());

        CowList<Object> list = CowList.of(1, "two", null, 4L);
        samples.put("cow list", list);
        samples.put("persistent list", list.snapshot());
        samples.put("concurrent list", new ConcurrentList<>(list));
        samples.put("empty list", new ConcurrentList<>());
        samples.put("split", list.snapshot().split(2));

        samples.put("map as Vavr's", BTreeVavrInterop.asSortedMap(map.snapshot()));
        samples.put("set as Vavr's", BTreeVavrInterop.asSortedSet(set.snapshot()));
        samples.put("list as Vavr's", VavrInterop.asIndexedSeq(list.snapshot()));

        samples.put("map added", new MapChange.Added<>(1, "one"));
        samples.put("map removed", new MapChange.Removed<>(1, "one"));
        samples.put("map changed", new MapChange.Changed<>(1, "one", "uno"));
        samples.put("set added", new SetChange.Added<>("one"));
        samples.put("set removed", new SetChange.Removed<>("one"));
        samples.put("list added", new ListChange.Added<>(0, "one"));
        samples.put("list removed", new ListChange.Removed<>(1, "one"));
        samples.put("list changed", new ListChange.Changed<>(2, "one", "uno"));
        samples.put("leak detection", LeakDetection.SAMPLED);

        CowBTreeMap<Integer, Object> nested = new CowBTreeMap<>(Map.of(1, list, 2, set, 3, map.headMap(30)));
        nested.put(4, list);
        samples.put("collections within a map", nested);
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(i % 7 == 0 ? new CowBTreeSet<>(List.of(i)) : i);
        }
        samples.put("collections within a list", PersistentList.copyOf(many));
        return samples;
    }
}
