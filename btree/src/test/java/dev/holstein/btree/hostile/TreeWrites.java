package dev.holstein.btree.hostile;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import dev.holstein.cow.SnapshotGroup;
import dev.holstein.hostile.OutOfMemory;
import dev.holstein.hostile.WriteCase;
import dev.holstein.hostile.WrittenTwice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All writes of maps and sets, for a child process that runs out of memory in them. */
final class TreeWrites {
    /** Writes of one entry are made one after the other, until one fails: so all their allocations are met, in leaves of all fills. */
    private static final int IN_A_ROW = 30;

    private static final int MOST_ENTRIES = 9 * BTreeProbe.LEAF_CAPACITY;

    private TreeWrites() {}

    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[0]));
        List<WriteCase> cases = new ArrayList<>();
        addMapCases(cases, random, mapWrites(), IN_A_ROW);
        addMapCases(cases, random, mapBulkWrites(), 1);
        cases.add(new WriteCase("concurrent map: update", () -> new MapTrial(random, TreeWrites::update, 1, true)));
        cases.add(new WriteCase("group: update", () -> new GroupTrial(random)));
        addSetCases(cases, random, setWrites(), IN_A_ROW);
        addSetCases(cases, random, setBulkWrites(), 1);
        OutOfMemory.run(cases, Long.parseLong(arguments[1]));
    }

    private static void addMapCases(List<WriteCase> cases, Random random, Map<String, MapWrite> writes, int times) {
        writes.forEach((name, write) -> {
            cases.add(new WriteCase("cow map: " + name, () -> new MapTrial(random, write, times, false)));
            cases.add(new WriteCase("concurrent map: " + name, () -> new MapTrial(random, write, times, true)));
        });
    }

    private static void addSetCases(List<WriteCase> cases, Random random, Map<String, SetWrite> writes, int times) {
        writes.forEach((name, write) -> {
            cases.add(new WriteCase("cow set: " + name, () -> new SetTrial(random, write, times, false)));
            cases.add(new WriteCase("concurrent set: " + name, () -> new SetTrial(random, write, times, true)));
        });
    }

    /** A write; it does the same to a map of the JDK. */
    private interface MapWrite {
        void to(NavigableMap<Integer, String> map, int key, List<Integer> others);
    }

    private interface SetWrite {
        void to(NavigableSet<Integer> set, int element, List<Integer> others);
    }

    private static Map<String, MapWrite> mapWrites() {
        Map<String, MapWrite> writes = new LinkedHashMap<>();
        writes.put("put", (map, key, others) -> map.put(key, "new"));
        writes.put("putIfAbsent", (map, key, others) -> map.putIfAbsent(key | 1, "new"));
        writes.put("replace", (map, key, others) -> map.replace(key & -2, "new"));
        writes.put("remove", (map, key, others) -> map.remove(key & -2));
        writes.put("pollFirstEntry", (map, key, others) -> map.pollFirstEntry());
        writes.put("pollLastEntry", (map, key, others) -> map.pollLastEntry());
        writes.put("compute", (map, key, others) -> map.compute(key, (k, v) -> v == null ? "new" : null));
        writes.put("merge", (map, key, others) -> map.merge(key, "new", String::concat));
        writes.put("subMap.put", (map, key, others) -> map.tailMap(key, true).put(key, "new"));
        writes.put("iterator.remove", (map, key, others) -> {
            Iterator<Integer> keys = map.tailMap(key & -2, true).keySet().iterator();
            if (keys.hasNext()) {
                keys.next();
                keys.remove();
            }
        });
        return writes;
    }

    private static Map<String, MapWrite> mapBulkWrites() {
        Map<String, MapWrite> writes = new LinkedHashMap<>();
        writes.put("putAll", (map, key, others) -> map.putAll(of(others)));
        writes.put("putAll of ours", (map, key, others) -> map.putAll(PersistentBTreeMap.copyOf(of(others))));
        writes.put("replaceAll", (map, key, others) -> map.replaceAll((k, v) -> k < key ? v + k : v));
        writes.put("entrySet.removeIf", (map, key, others) -> map.entrySet().removeIf(e -> e.getKey() % 7 < 3));
        writes.put("keySet.removeAll", (map, key, others) -> map.keySet().removeAll(others));
        writes.put("keySet.retainAll", (map, key, others) -> map.keySet().retainAll(others));
        writes.put("values.removeIf", (map, key, others) -> map.values().removeIf("v3"::equals));
        writes.put(
                "subMap.clear", (map, key, others) -> map.subMap(key, key + 90).clear());
        writes.put("clear", (map, key, others) -> map.clear());
        writes.put("entry.setValue", (map, key, others) -> {
            Iterator<Map.Entry<Integer, String>> entries = map.entrySet().iterator();
            entries.next().setValue("new");
        });
        writes.put("patch", (map, key, others) -> patch(map, key));
        return writes;
    }

    private static Map<Integer, String> of(List<Integer> keys) {
        Map<Integer, String> map = new TreeMap<>();
        for (Integer key : keys) {
            map.put(key, "other");
        }
        return map;
    }

    private static void patch(NavigableMap<Integer, String> map, int key) {
        List<MapChange<Integer, String>> changes =
                List.of(new MapChange.Removed<>(key & -2, "v"), new MapChange.Added<>(key | 1, "new"));
        if (map instanceof CowBTreeMap<Integer, String> cow) {
            cow.patch(changes.stream());
        } else if (map instanceof ConcurrentBTreeMap<Integer, String> concurrent) {
            concurrent.patch(changes.stream());
        } else {
            map.remove(key & -2);
            map.put(key | 1, "new");
        }
    }

    /** Several writes as one, which is for the concurrent face alone to promise. */
    private static void update(NavigableMap<Integer, String> map, int key, List<Integer> others) {
        Consumer<NavigableMap<Integer, String>> edit = copy -> {
            copy.remove(key & -2);
            copy.put(key | 1, "new");
            copy.tailMap(key + 2, true).headMap(key + 50, true).clear();
            copy.put(-1, "first");
        };
        if (map instanceof ConcurrentBTreeMap<Integer, String> concurrent) {
            concurrent.update(edit);
        } else {
            edit.accept(map);
        }
    }

    private static Map<String, SetWrite> setWrites() {
        Map<String, SetWrite> writes = new LinkedHashMap<>();
        writes.put("add", (set, element, others) -> set.add(element | 1));
        writes.put("remove", (set, element, others) -> set.remove(element & -2));
        writes.put("pollFirst", (set, element, others) -> set.pollFirst());
        return writes;
    }

    private static Map<String, SetWrite> setBulkWrites() {
        Map<String, SetWrite> writes = new LinkedHashMap<>();
        writes.put("addAll", (set, element, others) -> set.addAll(others));
        writes.put("addAll of ours", (set, element, others) -> set.addAll(new CowBTreeSet<>(others)));
        writes.put("removeAll", (set, element, others) -> set.removeAll(new TreeSet<>(others)));
        writes.put("removeAll of ours", (set, element, others) -> set.removeAll(new CowBTreeSet<>(others)));
        writes.put("retainAll", (set, element, others) -> set.retainAll(new CowBTreeSet<>(others)));
        writes.put("removeIf", (set, element, others) -> set.removeIf(e -> e % 7 < 3));
        writes.put(
                "subSet.clear",
                (set, element, others) -> set.subSet(element, element + 90).clear());
        return writes;
    }

    /** Even keys from 0, put in one after the other, some of them taken out again; shared with a snapshot in one way or another. */
    private static <M extends NavigableMap<Integer, String>> M filled(M map, Random random) {
        int size = 2 + random.nextInt(MOST_ENTRIES);
        for (int i = 0; i < size; i++) {
            map.put(2 * i, "v" + i % 5);
        }
        for (int i = random.nextInt(1 + size / 2); i > 1; i--) {
            map.remove(2 * random.nextInt(size));
        }
        return map;
    }

    private static List<Integer> others(Random random, int from) {
        List<Integer> others = new ArrayList<>();
        for (int i = 1 + random.nextInt(MOST_ENTRIES / 3); i > 0; i--) {
            others.add(from + random.nextInt(MOST_ENTRIES));
        }
        return others;
    }

    /** Keys of the writes: all over the map, or each beside the one before. */
    private static int[] keys(Random random, int last, int times) {
        int[] keys = new int[times];
        boolean isRun = random.nextBoolean();
        keys[0] = random.nextInt(last + 4);
        for (int i = 1; i < times; i++) {
            keys[i] = isRun ? keys[i - 1] + 1 : random.nextInt(last + 4);
        }
        return keys;
    }

    private static final class MapTrial implements WriteCase.Trial {
        private final MapWrite write;
        private final RankedMap<Integer, String> map;
        private final PersistentBTreeMap<Integer, String> kept;
        private final TreeMap<Integer, String> keptTwin;
        private final TreeMap<Integer, String> before;
        private final int[] keys;
        private final List<Integer> others;
        private int done;

        MapTrial(Random random, MapWrite write, int times, boolean concurrent) {
            this.write = write;
            CowBTreeMap<Integer, String> cow = filled(new CowBTreeMap<>(), random);
            map = concurrent ? new ConcurrentBTreeMap<>(cow) : cow;
            kept = random.nextBoolean() ? map.snapshot() : PersistentBTreeMap.empty();
            keptTwin = new TreeMap<>(kept);
            for (int i = random.nextInt(20); i > 0; i--) { // some nodes are the map's alone again
                map.put(random.nextInt(map.lastKey() + 4), "late");
            }
            keys = TreeWrites.keys(random, map.lastKey(), times);
            others = TreeWrites.others(random, keys[0]);
            before = twin();
        }

        /** By iterating, which leaves the map the right to its nodes. */
        private TreeMap<Integer, String> twin() {
            TreeMap<Integer, String> twin = new TreeMap<>();
            for (Map.Entry<Integer, String> entry : map.entrySet()) {
                twin.put(entry.getKey(), entry.getValue());
            }
            return twin;
        }

        @Override
        public void write() {
            for (done = 0; done < keys.length; done++) {
                write.to(map, keys[done], others);
            }
        }

        @Override
        public void check(boolean failed) {
            BTreeProbe.checkFace(map);
            for (int i = 0; i < done; i++) {
                write.to(before, keys[i], others);
            }
            TreeMap<Integer, String> after = new TreeMap<>(before);
            if (failed) {
                write.to(after, keys[done], others);
            }
            TreeMap<Integer, String> present = twin();
            WrittenTwice.eitherOr(failed, present, before, after);
            WrittenTwice.same("size", map.size(), present.size());
            WrittenTwice.same("kept", new TreeMap<>(kept), keptTwin);
            BTreeProbe.checkFace(kept);
            if (present.isEmpty()) {
                present.put(0, "refilled");
                map.put(0, "refilled");
            }
            for (int key : keys) {
                write.to(present, key, others);
            }
            if (map instanceof ConcurrentBTreeMap) {
                WrittenTwice.fromAnotherThread(this::write);
            } else {
                write();
            }
            BTreeProbe.checkFace(map);
            WrittenTwice.same("written again", twin(), present);
            WrittenTwice.same("kept", new TreeMap<>(kept), keptTwin);
        }
    }

    private static final class SetTrial implements WriteCase.Trial {
        private final SetWrite write;
        private final RankedSet<Integer> set;
        private final NavigableSet<Integer> kept;
        private final TreeSet<Integer> keptTwin;
        private final TreeSet<Integer> before;
        private final int[] elements;
        private final List<Integer> others;
        private int done;

        SetTrial(Random random, SetWrite write, int times, boolean concurrent) {
            this.write = write;
            CowBTreeSet<Integer> cow = new CowBTreeSet<>();
            for (Integer each : filled(new CowBTreeMap<>(), random).keySet()) {
                cow.add(each);
            }
            set = concurrent ? new ConcurrentBTreeSet<>(cow) : cow;
            elements = keys(random, set.last(), times);
            others = TreeWrites.others(random, elements[0]);
            before = twin();
            keptTwin = twin();
            kept = random.nextBoolean() ? set.snapshot() : keptTwin;
        }

        private TreeSet<Integer> twin() {
            TreeSet<Integer> twin = new TreeSet<>();
            for (Integer element : set) {
                twin.add(element);
            }
            return twin;
        }

        @Override
        public void write() {
            for (done = 0; done < elements.length; done++) {
                write.to(set, elements[done], others);
            }
        }

        @Override
        public void check(boolean failed) {
            BTreeProbe.checkFace(set);
            for (int i = 0; i < done; i++) {
                write.to(before, elements[i], others);
            }
            TreeSet<Integer> after = new TreeSet<>(before);
            if (failed) {
                write.to(after, elements[done], others);
            }
            TreeSet<Integer> present = twin();
            WrittenTwice.eitherOr(failed, present, before, after);
            WrittenTwice.same("size", set.size(), present.size());
            WrittenTwice.same("kept", new TreeSet<>(kept), keptTwin);
            for (int element : elements) {
                write.to(present, element, others);
            }
            if (set instanceof ConcurrentBTreeSet) {
                WrittenTwice.fromAnotherThread(this::write);
            } else {
                write();
            }
            BTreeProbe.checkFace(set);
            WrittenTwice.same("written again", twin(), present);
            WrittenTwice.same("kept", new TreeSet<>(kept), keptTwin);
        }
    }

    /** A write to two maps together: both or none. */
    private static final class GroupTrial implements WriteCase.Trial {
        private final ConcurrentBTreeMap<Integer, String> left;
        private final ConcurrentBTreeMap<Integer, String> right;
        private final SnapshotGroup group;
        private final List<TreeMap<Integer, String>> before;
        private final int key;

        GroupTrial(Random random) {
            left = new ConcurrentBTreeMap<>(filled(new CowBTreeMap<>(), random));
            right = new ConcurrentBTreeMap<>(filled(new CowBTreeMap<>(), random));
            group = SnapshotGroup.of(left, right);
            before = present();
            key = random.nextInt(left.lastKey() + 4);
        }

        private List<TreeMap<Integer, String>> present() {
            return List.of(new TreeMap<>(left), new TreeMap<>(right));
        }

        @Override
        public void write() {
            group.update(edit -> {
                edit.of(left).put(key, "new");
                edit.of(right).remove(key);
                edit.of(right).put(key | 1, "new");
            });
        }

        private void writeTo(List<TreeMap<Integer, String>> both) {
            both.get(0).put(key, "new");
            both.get(1).remove(key);
            both.get(1).put(key | 1, "new");
        }

        @Override
        public void check(boolean failed) {
            Stream.of(left, right).forEach(BTreeProbe::checkFace);
            List<TreeMap<Integer, String>> after =
                    before.stream().<TreeMap<Integer, String>>map(TreeMap::new).toList();
            writeTo(after);
            WrittenTwice.eitherOr(failed, present(), before, after);
            WrittenTwice.fromAnotherThread(this::write);
            WrittenTwice.fromAnotherThread(() -> left.put(-1, "alone"));
            after.get(0).put(-1, "alone");
            WrittenTwice.same("written again", present(), after);
        }
    }
}
