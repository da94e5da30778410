package dev.holstein.jmh.soak;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * The elements of a set or list at some moment, in a plain array: small enough to keep one for each snapshot, and written by nobody.
 *
 * @param elements the elements in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Numbered(int[] elements) {
    private static final int WAYS = 5;

    static Numbered of(Collection<Integer> collection) {
        int[] elements = new int[collection.size()];
        int i = 0;
        for (int element : collection) {
            elements[i++] = element;
        }
        return new Numbered(elements);
    }

    TreeSet<Integer> set() {
        TreeSet<Integer> set = new TreeSet<>();
        for (int element : elements) {
            set.add(element);
        }
        return set;
    }

    void addTo(Collection<Integer> list) {
        for (int element : elements) {
            list.add(element);
        }
    }

    /**
     * Compares with a set or list, element by element.
     *
     * @param way how to walk: any number
     */
    void check(Collection<Integer> collection, int way) {
        Fault.unlessSame("size", elements.length, collection.size());
        int[] met = {0};
        IntConsumer compare = element -> {
            int i = met[0]++;
            Fault.unless(i < elements.length, "more elements than the size says");
            if (element != elements[i]) {
                throw new Fault("element " + i + ": " + elements[i] + " expected, but found " + element);
            }
        };
        switch (Math.floorMod(way, WAYS)) {
            case 0 -> collection.forEach(compare::accept);
            case 1 -> collection.stream().forEachOrdered(compare::accept);
            case 2 -> {
                for (Object element : collection.toArray()) {
                    compare.accept((Integer) element);
                }
            }
            case 3 -> byItsOwnWay(collection, compare);
            default -> {
                for (Iterator<Integer> walk = collection.iterator(); walk.hasNext(); ) {
                    compare.accept(walk.next());
                }
            }
        }
        Fault.unlessSame("elements met", elements.length, met[0]);
    }

    /** By index, or both ways from the middle: what not every collection can do. */
    private void byItsOwnWay(Collection<Integer> collection, IntConsumer compare) {
        if (collection instanceof List<Integer> list) {
            for (int i = 0; i < elements.length; i++) {
                compare.accept(list.get(i));
            }
        } else if (collection instanceof NavigableSet<Integer> set && elements.length > 0) {
            int middle = elements[elements.length / 2];
            set.headSet(middle, false).forEach(compare::accept);
            set.tailSet(middle, true).forEach(compare::accept);
        } else {
            Set.copyOf(collection).stream().sorted().forEachOrdered(compare::accept);
        }
    }
}
