package dev.holstein.jmh.soak;

import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.jmh.tour.Numbers;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A map of the numbers from 0 on, each with itself as its value, built in order and in no order. */
final class LargeMap extends Large {
    /** Keys and values are there already: 12 bytes for two references and a prefix, if all leaves were full. */
    private static final double BYTES_AN_ENTRY = 24;

    private final Supplier<? extends RankedMap<Integer, Integer>> maker;

    LargeMap(String name, Supplier<? extends RankedMap<Integer, Integer>> maker) {
        super(name);
        this.maker = maker;
    }

    @Override
    void run(int entries, SplittableRandom random, Dropped dropped, Figures figures) throws InterruptedException {
        Integer[] numbers = boxed(entries);
        int[] order = shuffled(entries, random);
        long before = Gauge.heapInUse();
        figures.begin();
        RankedMap<Integer, Integer> ordered = maker.get();
        for (Integer number : numbers) {
            ordered.put(number, number);
        }
        figures.perEach("put in order", entries);
        weigh(figures, "bytes an entry", Gauge.heapInUse() - before, entries, BYTES_AN_ENTRY);
        reads(ordered, numbers, random, figures);
        dropped.add(name + ", large", ordered);
        ordered = null;
        dropped.expectGone();

        figures.begin();
        RankedMap<Integer, Integer> map = maker.get();
        for (int number : order) {
            map.put(numbers[number], numbers[number]);
        }
        figures.perEach("put in no order", entries);
        weigh(figures, "bytes an entry, no order", Gauge.heapInUse() - before, entries, BYTES_AN_ENTRY);
        walk(map, entries);
        diverge(map, numbers, random, figures);
        halves(map, numbers, figures);
        dropped.add(name + ", large", map);
        // weighed with every reading: not to be collected between two of them
        Reference.reachabilityFence(numbers);
        Reference.reachabilityFence(order);
    }

    private static void reads(
            RankedMap<Integer, Integer> map, Integer[] numbers, SplittableRandom random, Figures figures) {
        Fault.unlessSame("size", numbers.length, map.size());
        int reads = Math.min(numbers.length, MOST_READS);
        figures.begin();
        for (int i = 0; i < reads; i++) {
            Integer number = numbers[random.nextInt(numbers.length)];
            if (!number.equals(map.get(number))) {
                throw new Fault("value of " + number + ": " + map.get(number));
            }
        }
        figures.perEach("get", reads);
        walk(map, numbers.length);
        figures.perEach("walk", numbers.length);
        for (int i = 0; i < reads / 20; i++) {
            int at = random.nextInt(numbers.length);
            Fault.unlessSame("key " + at, at, (int) map.keyAt(at));
            Fault.unlessSame("index of " + at, at, map.indexOfKey(at));
            int lo = random.nextInt(at + 1);
            Fault.unlessSame(
                    "size from " + lo + " to " + at, at - lo, map.subMap(lo, at).size());
        }
        figures.perEach("positions (three)", reads / 20);
        Fault.unless(map.get(numbers.length) == null && map.get(-1) == null, "a key that nobody put there");
    }

    /** Expects each number to be there, in order. */
    private static void walk(Map<Integer, Integer> map, int entries) {
        Fault.unlessSame("size", entries, map.size());
        int next = 0;
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            if (entry.getKey() != next || entry.getValue() != next) {
                throw new Fault("entry " + next + ": " + entry);
            }
            next++;
        }
        Fault.unlessSame("entries met", entries, next);
    }

    private static void diverge(
            RankedMap<Integer, Integer> map, Integer[] numbers, SplittableRandom random, Figures figures) {
        long before = Gauge.heapInUse();
        PersistentBTreeMap<Integer, Integer> frozen = map.snapshot();
        TreeMap<Integer, MapChange<Integer, Integer>> expected = new TreeMap<>();
        for (int i = 0; i < CHANGES; i++) {
            int key = random.nextInt(numbers.length);
            if (expected.containsKey(key)) {
                continue;
            }
            if (i % 2 == 0) {
                map.put(key, -1);
                expected.put(key, new MapChange.Changed<>(key, key, -1));
            } else {
                map.remove(key);
                expected.put(key, new MapChange.Removed<>(key, key));
            }
        }
        map.put(numbers.length, 0);
        expected.put(numbers.length, new MapChange.Added<>(numbers.length, 0));
        long grown = Gauge.heapInUse() - before;
        Fault.unless(grown <= CHANGES * BYTES_A_CHANGE, CHANGES + " changes after a snapshot took " + grown + " bytes");
        figures.put("bytes a change", Numbers.rounded((double) grown / expected.size()));
        PersistentBTreeMap<Integer, Integer> now = map.snapshot();
        figures.begin();
        List<MapChange<Integer, Integer>> found =
                PersistentBTreeMap.diff(frozen, now).toList();
        figures.perEach("diff, a change", expected.size());
        Fault.unlessSame("diff", new ArrayList<>(expected.values()), found);
        walk(frozen, numbers.length);
        map.putAll(frozen);
        map.remove(numbers.length);
        walk(map, numbers.length);
    }

    private static void halves(RankedMap<Integer, Integer> map, Integer[] numbers, Figures figures) {
        PersistentBTreeMap<Integer, Integer> frozen = map.snapshot();
        figures.begin();
        map.keySet().removeIf(key -> key % 2 == 1);
        figures.perEach("removeIf", numbers.length);
        Fault.unlessSame("size of a half", (numbers.length + 1) / 2, map.size());
        walk(frozen, numbers.length);
        map.subMap(numbers.length / 4, numbers.length / 2).clear();
        map.putAll(frozen);
        walk(map, numbers.length);
    }
}
