package dev.holstein.jmh.op;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import dev.holstein.jmh.subject.MapCell;
import dev.holstein.jmh.subject.MapSubject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application has done before: maps of every other kind of key have gone through the same code of the same subject, again
 * and again, in turns; besides, of three classes that no map knows beforehand, and in the order of three comparators of different
 * classes. So the JVM has compiled this code, its calls of {@code compareTo} and of {@code compare} among it, for many classes, and
 * does not compile it for a single one.
 *
 * <p>A round writes, reads, replaces, walks and empties a map of {@value #ENTRIES} entries for each kind; a few thousand calls of
 * a method have the JVM compile it for good.
 */
final class Pollution {
    private static final int ENTRIES = 10_000;
    private static final int SEED = 5;

    private Pollution() {}

    /** A name with a natural order of its own. */
    private record Plate(String name) implements Comparable<Plate> {
        @Override
        public int compareTo(Plate other) {
            return name.compareTo(other.name);
        }
    }

    /** A moment with a natural order of its own. */
    private record Tick(long nanos) implements Comparable<Tick> {
        @Override
        public int compareTo(Tick other) {
            return Long.compare(nanos, other.nanos);
        }
    }

    /** Keys that pollute, and their order; null for the natural one. */
    private record Keys(Object[] keys, @Nullable Comparator<Object> order) {
        static Keys of(Integer[] numbers, Function<Integer, Object> key, @Nullable Comparator<?> order) {
            return new Keys(Stream.of(numbers).map(key).toArray(), untyped(order));
        }

        @SuppressWarnings("unchecked") // each comparator gets keys of the class that it is for
        private static @Nullable Comparator<Object> untyped(@Nullable Comparator<?> order) {
            return (Comparator<Object>) order;
        }
    }

    /** Runs some rounds on maps of every kind but one. */
    static void run(MapSubject subject, KeyKind measured, int rounds) {
        List<Keys> polluters = polluters(measured);
        for (int round = 0; round < rounds; round++) {
            for (Keys keys : polluters) {
                use(subject.newCell(keys.order), keys.keys);
            }
        }
    }

    private static List<Keys> polluters(KeyKind measured) {
        List<Keys> all = new ArrayList<>();
        for (KeyKind kind : KeyKind.values()) {
            if (kind != measured) {
                all.add(new Keys(new MapKeys(kind, ENTRIES, SEED).insertions(ENTRIES), kind.comparator()));
            }
        }
        Integer[] numbers = Arrays.copyOf(
                new MapKeys(KeyKind.INTEGER, ENTRIES, SEED).insertions(ENTRIES), ENTRIES, Integer[].class);
        all.add(Keys.of(numbers, BigInteger::valueOf, null));
        all.add(Keys.of(numbers, number -> new Plate(number.toString()), null));
        all.add(Keys.of(numbers, Tick::new, null));
        all.add(Keys.of(numbers, String::valueOf, String.CASE_INSENSITIVE_ORDER));
        all.add(Keys.of(numbers, BigInteger::valueOf, Comparator.<BigInteger>reverseOrder()));
        all.add(Keys.of(numbers, Tick::new, Comparator.comparingLong(Tick::nanos)));
        return all;
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
