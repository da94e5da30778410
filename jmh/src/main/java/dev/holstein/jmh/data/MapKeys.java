package dev.holstein.jmh.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.jspecify.annotations.Nullable;

/**
 * The distinct keys of one map, and the orders in which to insert and to look them up.
 *
 * <p>Four orders that know nothing of each other: the order of the keys, of their objects in memory, of insertion, and of
 * probing. A map in which two of them agree answers from memory the processor has fetched already, which no map in use does.
 */
public final class MapKeys {
    /** How many probes before they repeat: too many for a branch predictor to learn their paths. */
    public static final int PROBES = 1 << 20;

    static final double ZIPF_EXPONENT = 0.99;

    private final Object[] keys;
    private final @Nullable Comparator<Object> order;
    private final int seed;
    private final SplittableRandom random;

    /**
     * Makes keys.
     *
     * @param kind their kind
     * @param size how many
     * @param seed which of the keys of this kind, and which orders
     */
    public MapKeys(KeyKind kind, int size, int seed) {
        order = kind.comparator();
        this.seed = seed;
        random = new SplittableRandom(seed);
        int first = random.nextInt();
        keys = new Object[size];
        for (int i = 0; i < size; i++) {
            keys[i] = kind.key(first + i);
        }
    }

    /**
     * How often all keys fit a number of operations.
     *
     * @param operations a multiple of the number of keys
     * @return rounds
     * @throws IllegalArgumentException if the last round would be cut short
     */
    public int rounds(int operations) {
        if (operations % keys.length != 0) {
            throw new IllegalArgumentException(operations + " operations an invocation are not a multiple of the "
                    + keys.length + " keys: choose one with -opi");
        }
        return operations / keys.length;
    }

    /**
     * All keys in random order, and if there is room, again and again: each time in another order.
     *
     * @param operations the number of insertions, a multiple of the number of keys
     * @return a new array of this length
     * @throws IllegalArgumentException if the last round would be cut short
     */
    public Object[] insertions(int operations) {
        int rounds = rounds(operations);
        Object[] insertions = new Object[operations];
        for (int round = 0; round < rounds; round++) {
            int start = round * keys.length;
            System.arraycopy(keys, 0, insertions, start, keys.length);
            shuffle(insertions, start, start + keys.length);
        }
        return insertions;
    }

    /**
     * All keys in the order of the map, and if there is room, again and again.
     *
     * @param operations the number of insertions, a multiple of the number of keys
     * @return a new array of this length
     * @throws IllegalArgumentException if the last round would be cut short
     */
    public Object[] ascendingInsertions(int operations) {
        rounds(operations);
        return repeated(sorted(), operations);
    }

    /**
     * Keys to look up: {@link #PROBES} of them, drawn at random, each present.
     *
     * @return a new array
     */
    public Object[] probes() {
        return probes(Arrays.asList(keys));
    }

    /**
     * Some keys to look up: {@link #PROBES} of them, drawn at random.
     *
     * @param drawn the keys to draw from
     * @return a new array
     */
    public Object[] probes(List<Object> drawn) {
        Object[] probes = new Object[PROBES];
        for (int i = 0; i < PROBES; i++) {
            probes[i] = drawn.get(random.nextInt(drawn.size()));
        }
        return probes;
    }

    /**
     * Keys to look up: {@link #PROBES} of them, each present.
     *
     * @param access the order in which they come
     * @return a new array
     */
    public Object[] probes(AccessOrder access) {
        return switch (access) {
            case RANDOM -> probes();
            case SEQUENTIAL -> repeated(sorted(), PROBES);
            case ZIPF -> zipfProbes();
        };
    }

    private static Object[] repeated(List<Object> sequence, int length) {
        Object[] repeated = new Object[length];
        for (int i = 0; i < length; i++) {
            repeated[i] = sequence.get(i % sequence.size());
        }
        return repeated;
    }

    /** By rejection-inversion (Hoermann and Derflinger, 1996), which takes the same time for any number of keys. */
    private Object[] zipfProbes() {
        Object[] byRank = insertions(keys.length);
        ZipfDistribution ranks = new ZipfDistribution(new Well19937c(seed), keys.length, ZIPF_EXPONENT);
        Object[] probes = new Object[PROBES];
        for (int i = 0; i < PROBES; i++) {
            probes[i] = byRank[ranks.sample() - 1];
        }
        return probes;
    }

    /**
     * All keys in the order of the map.
     *
     * @return a new list
     */
    public List<Object> sorted() {
        return sorted(Arrays.asList(keys));
    }

    private List<Object> sorted(Collection<Object> some) {
        List<Object> sorted = new ArrayList<>(some);
        sorted.sort(order);
        return sorted;
    }

    /**
     * An entry for each key, in the order of the map.
     *
     * @return the entries
     */
    public SortedEntries entries() {
        return entries(Arrays.asList(keys));
    }

    /**
     * An entry for each of some keys, in the order of the map.
     *
     * @param some the keys, in any order
     * @return the entries
     */
    public SortedEntries entries(Collection<Object> some) {
        return new SortedEntries(sorted(some), order);
    }

    /**
     * Some of the keys, drawn at random, each once, in random order.
     *
     * @param count how many, no more than there are
     * @return the keys
     */
    public List<Object> sample(int count) {
        return parts(count).get(1);
    }

    /**
     * The keys in two parts of random members, each in random order.
     *
     * @param count how many keys the second part gets
     * @return both parts
     */
    public List<List<Object>> parts(int count) {
        List<Object> shuffled = Arrays.asList(insertions(keys.length));
        int cut = keys.length - count;
        return List.of(List.copyOf(shuffled.subList(0, cut)), List.copyOf(shuffled.subList(cut, keys.length)));
    }

    /**
     * Indices in the order of the keys: {@link #PROBES} of them, drawn at random.
     *
     * @return a new array
     */
    public int[] indices() {
        int[] indices = new int[PROBES];
        for (int i = 0; i < PROBES; i++) {
            indices[i] = random.nextInt(keys.length);
        }
        return indices;
    }

    /**
     * Ranges to ask for: {@link #PROBES} of them.
     *
     * @param length how many keys each has, fewer than there are
     * @return the ranges
     */
    public KeyRanges ranges(int length) {
        List<Object> sorted = sorted();
        Object[] from = new Object[PROBES];
        Object[] to = new Object[PROBES];
        for (int i = 0; i < PROBES; i++) {
            int start = random.nextInt(keys.length - length);
            from[i] = sorted.get(start);
            to[i] = sorted.get(start + length);
        }
        return new KeyRanges(from, to);
    }

    private void shuffle(Object[] array, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            int other = random.nextInt(from, i + 1);
            Object moved = array[i];
            array[i] = array[other];
            array[other] = moved;
        }
    }
}
