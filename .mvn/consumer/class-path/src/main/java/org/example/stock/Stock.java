package org.example.stock;

import dev.holstein.array.CowIntArray;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Uses a map, a list and an array on the class path, and says what is on it. */
public final class Stock {
    private Stock() {}

    public static void main(String[] args) {
        ConcurrentBTreeMap<String, Integer> prices = new ConcurrentBTreeMap<>();
        prices.putAll(Map.of("milk", 119, "bread", 249));
        PersistentBTreeMap<String, Integer> monday = prices.snapshot();
        prices.merge("milk", 10, Integer::sum);
        check(prices, Map.of("bread", 249, "milk", 129));
        check(monday, Map.of("bread", 249, "milk", 119));
        check(monday.firstKey(), "bread");

        CowList<String> shelf = CowList.of("milk", "bread");
        PersistentList<String> before = shelf.snapshot();
        shelf.add(1, "eggs");
        check(shelf, List.of("milk", "eggs", "bread"));
        check(before, List.of("milk", "bread"));

        try (CowIntArray counts = CowIntArray.ofLength(1_000_000);
                CowIntArray frozen = counts.snapshot()) {
            counts.set(999_999, 7);
            check(counts.get(999_999), 7);
            check(frozen.get(999_999), 0);
        }

        check(ConcurrentBTreeMap.class.getModule().isNamed(), false);
        System.out.println("class path: "
                + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(element -> new File(element).getName())
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static void check(Object actual, Object expected) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }
}
