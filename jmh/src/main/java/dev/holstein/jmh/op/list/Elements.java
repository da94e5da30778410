package dev.holstein.jmh.op.list;

import dev.holstein.jmh.data.KeyKind;
import dev.holstein.jmh.data.MapKeys;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The elements of one list, as many others to write into it, and random indices. All elements are distinct
 * {@link Integer}s, and their order in memory has nothing to do with that in the list.
 */
final class Elements {
    /** How many indices before they repeat: too many for a branch predictor to learn them. */
    private static final int INDICES = MapKeys.PROBES;

    private final List<Object> present;
    private final List<Object> absent;
    private final Object[] others = new Object[INDICES];
    private final int[] indices;

    Elements(int size, int seed) {
        List<List<Object>> parts = new MapKeys(KeyKind.INTEGER, 2 * size, seed).parts(size);
        present = parts.get(0);
        absent = parts.get(1);
        for (int i = 0; i < INDICES; i++) {
            others[i] = absent.get(i % size);
        }
        indices = new SplittableRandom(seed).ints(INDICES, 0, size).toArray();
    }

    /** What the list begins with. */
    List<Object> present() {
        return present;
    }

    /** As many elements that the list does not begin with. */
    List<Object> absent() {
        return absent;
    }

    /** A random index for each number. */
    int index(int number) {
        return indices[number & INDICES - 1];
    }

    /**
     * An element for each number, from {@link #absent}. When the indices repeat, each gets the neighbour of what it
     * got before: a list may skip the write of an element that is there.
     */
    Object other(int number) {
        return others[number + number / INDICES & INDICES - 1];
    }
}
