package dev.holstein.jmh.soak;

import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A mutable map beside a {@link TreeMap}: single and bulk writes, views, iterators that write, positions, copies and snapshots. */
final class MapSteps extends Steps<NavigableMap<Integer, Long>, Pairs> {
    /** Three levels of nodes when half of them are there. */
    private static final int KEYS = 16_384;

    /** Few, so that conditions on a value are met as often as not. */
    private static final int VALUES = 8;

    private static final int WIDEST = 512;

    private final MapSubject subject;
    private TreeMap<Integer, Long> model = new TreeMap<>();

    MapSteps(MapSubject subject, Setting setting) {
        super(subject.name(), setting);
        this.subject = subject;
        readsAndWritesOfOneKey();
        wholeMap();
        ranges();
        bulk();
        versions();
        for (int i = 0; i < KEYS / 2; i++) {
            model.put(key(), value());
        }
        subject.map().putAll(model);
    }

    /** Something done to a map. */
    private interface Whole {
        @Nullable
        Object to(NavigableMap<Integer, Long> map);
    }

    /** Something done with a key and a value. */
    private interface Keyed {
        @Nullable
        Object to(NavigableMap<Integer, Long> map, int key, long value);
    }

    /** Something done to a range, which is given as a view. */
    private interface Ranged {
        @Nullable
        Object to(NavigableMap<Integer, Long> view, int lo, int hi);
    }

    private int key() {
        return random.nextInt(KEYS);
    }

    private long value() {
        return random.nextInt(VALUES);
    }

    /** Does it to both, and compares what they answer. */
    private void both(Whole operation) {
        Object expected = outcome(() -> operation.to(model));
        Fault.unlessSame("answer", expected, outcome(() -> operation.to(subject.map())));
    }

    private void keyed(String name, int weight, Keyed operation) {
        operation(name, weight, () -> {
            int key = key();
            long value = value();
            both(map -> operation.to(map, key, value));
        });
    }

    private void whole(String name, int weight, Whole operation) {
        operation(name, weight, () -> both(operation));
    }

    private void ranged(String name, int weight, Ranged operation) {
        operation(name, weight, () -> {
            int lo = key();
            int hi = lo + random.nextInt(WIDEST);
            int side = random.nextInt(16);
            boolean backwards = random.nextInt(4) == 0;
            both(map -> {
                NavigableMap<Integer, Long> view = side == 0 && hi < WIDEST
                        ? map.headMap(hi, true)
                        : side == 1 && lo > KEYS - WIDEST
                                ? map.tailMap(lo, false)
                                : map.subMap(lo, side % 2 == 0, hi, side % 4 < 2);
                return operation.to(backwards ? view.descendingMap() : view, lo, hi);
            });
        });
    }

    private void readsAndWritesOfOneKey() {
        keyed("put", 300, Map::put);
        keyed("putIfAbsent", 50, Map::putIfAbsent);
        keyed("remove", 100, (map, key, value) -> map.remove(key));
        keyed("remove of key and value", 50, Map::remove);
        keyed("replace", 50, Map::replace);
        keyed("replace of one value", 50, (map, key, value) -> map.replace(key, value, value + 1));
        keyed("compute", 50, (map, key, value) -> map.compute(key, (k, v) -> v == null || v == value ? value : null));
        keyed("computeIfAbsent", 50, (map, key, value) -> map.computeIfAbsent(key, k -> value == 0 ? null : value));
        keyed(
                "computeIfPresent",
                50,
                (map, key, value) -> map.computeIfPresent(key, (k, v) -> v == value ? null : v + 1));
        keyed(
                "merge",
                100,
                (map, key, value) -> map.merge(key, value, (a, b) -> a.equals(b) ? null : (a + b) % VALUES));
        keyed("get", 100, (map, key, value) -> map.get(key));
        keyed("getOrDefault", 5, Map::getOrDefault);
        keyed(
                "containsKey",
                5,
                (map, key, value) -> map.containsKey(key) && map.keySet().contains(key));
        keyed("neighbours", 50, (map, key, value) -> neighbours(map, key));
        keyed("key set", 5, (map, key, value) -> map.navigableKeySet().remove(key));
        keyed("entry set", 5, (map, key, value) -> map.entrySet().remove(Map.entry(key, value)));
        operation("positions", 1, this::positions);
    }

    private static List<@Nullable Object> neighbours(NavigableMap<Integer, Long> map, int key) {
        List<@Nullable Object> found = new ArrayList<>();
        found.add(map.lowerEntry(key));
        found.add(map.floorKey(key));
        found.add(map.ceilingEntry(key));
        found.add(map.higherKey(key));
        found.add(map.descendingMap().higherEntry(key));
        found.add(map.navigableKeySet().floor(key));
        return found;
    }

    private void positions() {
        RankedMap<Integer, Long> map = subject.map();
        int key = key();
        int rank = model.headMap(key).size();
        Fault.unlessSame("rank of " + key, rank, map.rank(key, false));
        Fault.unlessSame("index of " + key, model.containsKey(key) ? rank : -1, map.indexOfKey(key));
        if (rank < model.size()) {
            Fault.unlessSame("entry " + rank, model.ceilingEntry(key), map.entryAt(rank));
            Fault.unlessSame("key " + rank, model.ceilingKey(key), map.keyAt(rank));
        }
        RankedMap<Integer, Long> view = map.tailMap(key, true);
        Fault.unlessSame("size of the rest", model.size() - rank, view.size());
    }

    private void wholeMap() {
        whole("pollFirst", 5, NavigableMap::pollFirstEntry);
        whole("pollLast", 5, NavigableMap::pollLastEntry);
        whole("ends", 5, map -> List.of(map.firstKey(), map.lastEntry(), map.size(), map.isEmpty()));
        whole("hashCode", 1, map -> map.hashCode());
        whole("containsValue", 1, map -> map.containsValue(-1L));
        whole("values().remove", 1, map -> map.values().remove(3L));
        whole("sum", 1, map -> map.values().stream().mapToLong(value -> value).sum());
        whole(
                "parallel sum",
                1,
                map -> map.values().parallelStream().mapToLong(value -> value).sum());
        operation("replaceAll", 1, () -> {
            int every = 1 + random.nextInt(64);
            both(map -> {
                map.replaceAll((key, value) -> key % every == 0 ? (value + 1) % VALUES : value);
                return null;
            });
        });
        operation("clear", 1, () -> {
            // seldom, so that large maps come about
            if (random.nextInt(64) == 0) {
                subject.map().clear();
                model.clear();
            }
        });
    }

    private void ranges() {
        ranged("range, clear", 2, (view, lo, hi) -> {
            view.clear();
            return view.isEmpty();
        });
        ranged("range, read", 5, (view, lo, hi) -> List.of(view.size(), view.hashCode(), view.toString()));
        ranged(
                "range, ends",
                5,
                (view, lo, hi) ->
                        List.of(view.firstKey(), view.lastKey(), view.keySet().size()));
        ranged("range, put", 50, (view, lo, hi) -> view.put((lo + hi) / 2, 1L));
        ranged("range, put outside", 2, (view, lo, hi) -> view.put(hi + WIDEST, 1L));
        ranged("range, remove", 5, (view, lo, hi) -> view.remove(hi));
        ranged("range, poll", 5, (view, lo, hi) -> view.pollFirstEntry());
        ranged("range, keys removeIf", 2, (view, lo, hi) -> view.keySet().removeIf(key -> key % 3 == lo % 3));
        ranged("range, values removeIf", 2, (view, lo, hi) -> view.values().removeIf(value -> value == hi % VALUES));
        ranged(
                "range, entries removeIf",
                2,
                (view, lo, hi) -> view.entrySet().removeIf(e -> e.getKey() % 5 == e.getValue()));
        ranged("range, replaceAll", 2, (view, lo, hi) -> {
            view.replaceAll((key, value) -> (value + lo) % VALUES);
            return view.hashCode();
        });
        ranged("range, iterator removes", 4, (view, lo, hi) -> removeByIterator(view, hi % 7 + 1));
        ranged("range, iterator sets", 4, (view, lo, hi) -> setByIterator(view, lo % VALUES));
        operation("iterator beside writes", 4, this::iterateWhileWriting);
    }

    private static long removeByIterator(NavigableMap<Integer, Long> view, int every) {
        long removed = 0;
        int met = 0;
        for (Iterator<Integer> keys = view.keySet().iterator(); keys.hasNext(); ) {
            int key = keys.next();
            if (++met % every == 0) {
                keys.remove();
                removed += key;
            }
        }
        return removed;
    }

    private static long setByIterator(NavigableMap<Integer, Long> view, long value) {
        long before = 0;
        for (Map.Entry<Integer, Long> entry : view.entrySet()) {
            if (entry.getKey() % 3 == 0) {
                before += entry.setValue(value);
            }
        }
        return before;
    }

    /** An iterator shows the version it began on; one in four is left in the middle. */
    private void iterateWhileWriting() {
        int lo = key();
        int hi = lo + 1 + random.nextInt(WIDEST);
        Iterator<Map.Entry<Integer, Long>> expected =
                new TreeMap<>(model.subMap(lo, hi)).entrySet().iterator();
        Iterator<Map.Entry<Integer, Long>> found =
                subject.map().subMap(lo, hi).entrySet().iterator();
        int left = random.nextInt(4) == 0 ? random.nextInt(WIDEST) : Integer.MAX_VALUE;
        for (int i = 0; expected.hasNext() && i < left; i++) {
            Fault.unless(found.hasNext(), "an iterator that ends before its time");
            Fault.unlessSame("entry of an iterator", expected.next(), found.next());
            if (i % 16 == 0) {
                int key = lo + random.nextInt(hi - lo);
                both(i % 32 == 0 ? map -> map.remove(key) : map -> map.put(key, 1L));
            }
        }
        Fault.unless(expected.hasNext() || !found.hasNext(), "an iterator that goes on for too long");
    }

    private Set<Integer> someKeys() {
        Set<Integer> keys = new HashSet<>();
        int from = key();
        for (int count = random.nextInt(100); count > 0; count--) {
            keys.add(random.nextBoolean() ? from + random.nextInt(200) : key());
        }
        return keys;
    }

    private void bulk() {
        operation("putAll", 2, () -> {
            Map<Integer, Long> more = new HashMap<>();
            someKeys().forEach(key -> more.put(key, value()));
            both(map -> {
                map.putAll(more);
                return map.size();
            });
        });
        operation("putAll in order", 2, () -> {
            int from = random.nextInt(KEYS - WIDEST);
            TreeMap<Integer, Long> more = new TreeMap<>();
            for (int i = random.nextInt(WIDEST); i >= 0; i--) {
                more.put(from + i, value());
            }
            both(map -> {
                map.putAll(more);
                return map.size();
            });
        });
        operation("removeAll", 1, () -> {
            Set<Integer> keys = someKeys();
            both(map -> map.keySet().removeAll(keys));
        });
        operation("retainAll", 1, () -> {
            int lo = key();
            Set<Integer> all = new HashSet<>(model.keySet());
            all.removeIf(key -> key >= lo && key < lo + 64);
            both(map -> map.keySet().retainAll(all));
        });
        operation("several as one", 5, () -> {
            int key = key();
            subject.atOnce(map -> {
                map.put(key, 1L);
                map.remove(key + 1);
                map.subMap(key + 2, key + 5).clear();
            });
            model.put(key, 1L);
            model.remove(key + 1);
            model.subMap(key + 2, key + 5).clear();
        });
    }

    private void versions() {
        operation("snapshot", 3, () -> kept.add(subject.snapshot(), Pairs.of(model)));
        operation("copy", 1, () -> kept.add(subject.goOnWithCopy(), Pairs.of(model)));
        operation("snapshot of a range", 1, () -> {
            int lo = key();
            NavigableMap<Integer, Long> part =
                    subject.map().subMap(lo, true, lo + WIDEST, true).snapshot();
            kept.add(part, Pairs.of(model.subMap(lo, true, lo + WIDEST, true)));
        });
        operation("back by patch", 1, () -> back(false));
        operation("back to a version", 1, () -> back(true));
    }

    /** Goes back to what was kept; seldom, so that large maps come about. */
    private void back(boolean atOnce) {
        if (kept.isEmpty() || random.nextInt(8) > 0) {
            return;
        }
        Kept.Entry<NavigableMap<Integer, Long>, Pairs> target = kept.any();
        if (target.snapshot() instanceof PersistentBTreeMap<Integer, Long> version) {
            TreeMap<Integer, Long> next = target.model().map();
            if (atOnce) {
                subject.replaceBy(version);
            } else {
                PersistentBTreeMap<Integer, Long> now = subject.map().snapshot();
                List<MapChange<Integer, Long>> changes =
                        PersistentBTreeMap.diff(now, version).toList();
                long differing = model.entrySet().stream()
                                .filter(e -> !e.getValue().equals(next.get(e.getKey())))
                                .count()
                        + next.keySet().stream()
                                .filter(key -> !model.containsKey(key))
                                .count();
                Fault.unlessSame("changes between two versions", differing, changes.size());
                passing(now);
                subject.patch(changes.stream());
            }
            model = next;
            check();
        }
    }

    @Override
    void checkContent() {
        Pairs.of(model).check(subject.map(), random.nextInt());
        Fault.unless(subject.map().equals(model), "a map that is not equal to its model");
    }

    @Override
    void checkKept(NavigableMap<Integer, Long> snapshot, Pairs expected) {
        expected.check(snapshot, random.nextInt());
    }
}
