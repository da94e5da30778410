package dev.holstein.jmh.soak;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * The entries of a map at some moment, in two plain arrays: small enough to keep one for each snapshot, and written by nobody.
 *
 * @param keys the keys in order
 * @param values their values
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pairs(int[] keys, long[] values) {
    private static final int WAYS = 4;

    static Pairs of(SortedMap<Integer, Long> map) {
        int[] keys = new int[map.size()];
        long[] values = new long[keys.length];
        int i = 0;
        for (Map.Entry<Integer, Long> entry : map.entrySet()) {
            keys[i] = entry.getKey();
            values[i++] = entry.getValue();
        }
        return new Pairs(keys, values);
    }

    TreeMap<Integer, Long> map() {
        TreeMap<Integer, Long> map = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return map;
    }

    /**
     * Compares with a map, entry by entry.
     *
     * @param way how to walk: any number
     */
    void check(NavigableMap<Integer, Long> map, int way) {
        Fault.unlessSame("size", keys.length, map.size());
        int[] met = {0};
        ObjIntConsumer<Map.Entry<Integer, Long>> compare = (entry, i) -> {
            Fault.unless(i >= 0 && i < keys.length, "more entries than the size says");
            if (entry.getKey() != keys[i] || entry.getValue() != values[i]) {
                throw new Fault("entry " + i + ": " + keys[i] + "=" + values[i] + " expected, but found " + entry);
            }
            met[0]++;
        };
        switch (Math.floorMod(way, WAYS)) {
            case 0 -> {
                Iterator<Map.Entry<Integer, Long>> walk = map.entrySet().iterator();
                for (int i = 0; walk.hasNext(); i++) {
                    compare.accept(walk.next(), i);
                }
            }
            case 1 -> map.forEach((key, value) -> compare.accept(Map.entry(key, value), met[0]));
            case 2 -> {
                int i = keys.length;
                for (Map.Entry<Integer, Long> entry : map.descendingMap().entrySet()) {
                    compare.accept(entry, --i);
                }
            }
            default -> map.entrySet().stream().forEachOrdered(entry -> compare.accept(entry, met[0]));
        }
        Fault.unlessSame("entries met", keys.length, met[0]);
    }
}
