package dev.holstein.list.contract;

import dev.holstein.list.ListProbe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A list to test: its size, of all that matter to the structure, and what has happened to it.
 *
 * @param past what has happened
 * @param size the number of elements
 */
record ListCase(Past past, int size) {
    private static final int LEAF = ListProbe.LEAF;
    private static final int FLAT = ListProbe.FLAT;

    /** As many as a branch of leaves holds, and one. */
    private static final int BRANCH = LEAF * ListProbe.FAN + 1;

    /** Leaves under two levels of branches at least. */
    static final int MANY = Math.max(1_000, BRANCH + 3 * LEAF + 5);

    private static final int[] SIZES = {0, 1, LEAF - 1, LEAF, LEAF + 1, FLAT - 1, FLAT, FLAT + 1, BRANCH, MANY};

    /** One element in so many is null. */
    private static final int NULL_EVERY = 7;

    /** What has happened to a list before the test. */
    enum Past {
        /** Made at once. */
        FRESH,
        /** Made element by element. */
        STEPWISE,
        /** Shares every node with a snapshot and a copy. */
        SHARED,
        /** Is walked by iterators that are not at their end. */
        ITERATED,
        /** Has elements in the middle that were put there later. */
        EDITED,
        /** Is a range of a longer one. */
        RANGE
    }

    static Stream<ListCase> all() {
        return Stream.of(Past.values())
                .flatMap(past -> Arrays.stream(SIZES).mapToObj(size -> new ListCase(past, size)));
    }

    /** Distinct numbers in ascending order, and some nulls. */
    static List<Integer> elements(int size) {
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(i % NULL_EVERY == 3 ? null : Integer.valueOf(i));
        }
        return elements;
    }

    List<Integer> elements() {
        return elements(size);
    }

    /** Indices where something may be amiss, in ascending order, the size among them. */
    Set<Integer> places() {
        Set<Integer> places = new LinkedHashSet<>();
        for (int place : new int[] {0, 1, LEAF - 1, LEAF, LEAF + 1, size / 2, size - LEAF, size - 1, size}) {
            if (place >= 0 && place <= size) {
                places.add(place);
            }
        }
        return places;
    }

    @Override
    public String toString() {
        return past + " " + size;
    }
}
