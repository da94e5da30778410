package dev.holstein.jmh.soak;

import dev.holstein.jmh.tour.Numbers;
import dev.holstein.list.CowList;
import dev.holstein.list.ListChange;
import dev.holstein.list.PersistentList;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A list of the numbers from 0 on. */
final class LargeList extends Large {
    /** A reference is 4 bytes. */
    private static final double BYTES_AN_ENTRY = 6;

    private static final int MIDDLE_EDITS = 10_000;

    LargeList() {
        super("CowList");
    }

    @Override
    void run(int entries, SplittableRandom random, Dropped dropped, Figures figures) {
        Integer[] numbers = boxed(entries);
        long before = Gauge.heapInUse();
        figures.begin();
        CowList<Integer> list = new CowList<>();
        for (Integer number : numbers) {
            list.add(number);
        }
        figures.perEach("put in order", entries);
        weigh(figures, "bytes an entry", Gauge.heapInUse() - before, entries, BYTES_AN_ENTRY);
        figures.begin();
        int reads = Math.min(entries, MOST_READS);
        for (int i = 0; i < reads; i++) {
            int at = random.nextInt(entries);
            if (list.get(at) != at) {
                throw new Fault("element " + at + ": " + list.get(at));
            }
        }
        figures.perEach("get", reads);
        walk(list, entries);
        figures.perEach("walk", entries);
        diverge(list, entries, random, figures);
        middle(list, entries, random, figures);
        dropped.add(name + ", large", list);
        // weighed with every reading: not to be collected between two of them
        Reference.reachabilityFence(numbers);
    }

    /** Expects each number to be there, in order. */
    private static void walk(List<Integer> list, int entries) {
        Fault.unlessSame("size", entries, list.size());
        int next = 0;
        for (int element : list) {
            if (element != next) {
                throw new Fault("element " + next + ": " + element);
            }
            next++;
        }
        Fault.unlessSame("elements met", entries, next);
    }

    private static void diverge(CowList<Integer> list, int entries, SplittableRandom random, Figures figures) {
        long before = Gauge.heapInUse();
        PersistentList<Integer> frozen = list.snapshot();
        TreeMap<Integer, ListChange<Integer>> expected = new TreeMap<>();
        for (int i = 0; i < CHANGES; i++) {
            int at = random.nextInt(entries);
            list.set(at, -1);
            expected.put(at, new ListChange.Changed<>(at, at, -1));
        }
        long grown = Gauge.heapInUse() - before;
        Fault.unless(grown <= CHANGES * BYTES_A_CHANGE, CHANGES + " changes after a snapshot took " + grown + " bytes");
        figures.put("bytes a change", Numbers.rounded((double) grown / expected.size()));
        PersistentList<Integer> now = list.snapshot();
        figures.begin();
        List<ListChange<Integer>> found = PersistentList.diff(frozen, now).toList();
        figures.perEach("diff, a change", expected.size());
        Fault.unlessSame("diff", new ArrayList<>(expected.values()), found);
        walk(frozen, entries);
        expected.keySet().forEach(at -> list.set(at, frozen.get(at)));
        walk(list, entries);
    }

    /** Adds and removes in the middle, and cuts and joins. */
    private static void middle(CowList<Integer> list, int entries, SplittableRandom random, Figures figures) {
        int edits = Math.min(MIDDLE_EDITS, entries);
        int[] at = new int[edits];
        figures.begin();
        for (int i = 0; i < edits; i++) {
            at[i] = random.nextInt(list.size());
            list.add(at[i], -1);
        }
        figures.perEach("add in the middle", edits);
        for (int i = edits - 1; i >= 0; i--) {
            Fault.unlessSame("removed from the middle", -1, (int) list.remove(at[i]));
        }
        figures.perEach("remove in the middle", edits);
        walk(list, entries);
        PersistentList<Integer> frozen = list.snapshot();
        PersistentList<Integer> turned = frozen.split(entries / 3).after().concat(frozen.subList(0, entries / 3));
        Fault.unlessSame("first of the turned list", entries / 3, (int) turned.get(0));
        walk(turned.subList(entries - entries / 3, entries).concat(turned.subList(0, entries - entries / 3)), entries);
    }
}
