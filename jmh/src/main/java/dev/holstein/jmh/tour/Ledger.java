package dev.holstein.jmh.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The order in which the items are indexed, and every state that the map goes through: <em>moment</em> k is the one after k
 * items. A view taken meanwhile must show one of these and nothing between.
 *
 * <p>A state is known by two numbers: its weight (entries and total together), which grows with every item and so is found by
 * binary search, and the {@linkplain Walk#signature signature} of its entries, which tells it from any other of that weight.
 */
final class Ledger {
    private final List<Input.Item> items;
    private final List<String> names;
    private final long[] weights;
    private final long[] signatures;
    private final long total;

    private Ledger(List<Input.Item> items) {
        this.items = items;
        weights = new long[items.size() + 1];
        signatures = new long[items.size() + 1];
        Set<String> seen = new HashSet<>();
        long sum = 0;
        for (int moment = 1; moment < weights.length; moment++) {
            Input.Item item = items.get(moment - 1);
            boolean isNew = seen.add(item.name());
            sum += item.amount();
            weights[moment] = seen.size() + sum;
            signatures[moment] = signatures[moment - 1] + Walk.signatureOfAdding(item.name(), item.amount(), isNew);
        }
        total = sum;
        names = new ArrayList<>(seen);
        Collections.sort(names);
    }

    /**
     * Makes the ledger of an input in an order of chance: names in sorted order would always come in at the end of the map,
     * where even a weakly consistent iterator cannot miss one.
     */
    static Ledger of(Input input, long seed) {
        List<Input.Item> items = new ArrayList<>(input.items());
        Collections.shuffle(items, new Random(seed));
        return new Ledger(items);
    }

    /** The items in the order of indexing. */
    List<Input.Item> items() {
        return items;
    }

    /** The distinct names in ascending order: the keys of the map after the last item. */
    List<String> names() {
        return names;
    }

    /** The sum of all amounts, which no transfer changes. */
    long total() {
        return total;
    }

    /** The moment whose state a view shows; negative if the map was never in it. */
    int momentOf(Walk walk) {
        int moment = Arrays.binarySearch(weights, walk.entries() + walk.total());
        return moment >= 0 && signatures[moment] == walk.signature() ? moment : -1;
    }
}
