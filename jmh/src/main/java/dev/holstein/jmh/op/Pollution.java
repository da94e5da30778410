package dev.holstein.jmh.op;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import java.util.stream.Stream;

/**
 * What an application has done before: maps of every other kind of key, one with a comparator among them, have gone through the
 * same code of the same subject, again and again, in turns. So the JVM has compiled this code for keys of many classes, and does
 * not compile it for a single one.
 *
 * <p>A round writes, reads, replaces, walks and empties a map of {@value #ENTRIES} entries for each kind; a few thousand calls of
 * a method have the JVM compile it for good.
 */
final class Pollution {
    private static final int ENTRIES = 10_000;
    private static final int SEED = 5;

    private Pollution() {}

    /** Runs some rounds on maps of every kind but one. */
    static void run(MapSubject subject, KeyKind measured, int rounds) {
        KeyKind[] others =
                Stream.of(KeyKind.values()).filter(kind -> kind != measured).toArray(KeyKind[]::new);
        Object[][] keys = Stream.of(others)
                .map(kind -> new MapKeys(kind, ENTRIES, SEED).insertions(ENTRIES))
                .toArray(Object[][]::new);
        for (int round = 0; round < rounds; round++) {
            for (int kind = 0; kind < others.length; kind++) {
                use(subject.newCell(others[kind].comparator()), keys[kind]);
            }
        }
    }

    private static void use(MapCell map, Object[] keys) {
        for (Object key : keys) {
            map.put(key, key);
        }
        int[] found = new int[1];
        map.iterate((key, value) -> found[0]++);
        for (Object key : keys) {
            found[0] += map.get(key) == key ? 1 : 0;
            map.put(key, found);
        }
        for (Object key : keys) {
            map.remove(key);
        }
        if (found[0] != 2 * keys.length || map.size() != 0) {
            throw new IllegalStateException("bug: found " + found[0] + " entries of " + keys.length
                    + " in two ways, and " + map.size() + " after their removal");
        }
    }
}
