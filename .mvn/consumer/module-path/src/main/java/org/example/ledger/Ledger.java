package org.example.ledger;

import dev.holstein.array.CowDoubleArray;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.PersistentList;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Uses a map, a list and an array as modules, and says what is on the module path. */
public final class Ledger {
    private Ledger() {}

    public static void main(String[] args) {
        CowBTreeMap<Integer, String> entries = new CowBTreeMap<>(Map.of(1, "rent", 2, "bread"));
        PersistentBTreeMap<Integer, String> closed = entries.snapshot();
        entries.replaceAll((number, what) -> what.toUpperCase(java.util.Locale.ROOT));
        check(entries, Map.of(1, "RENT", 2, "BREAD"));
        check(closed, Map.of(1, "rent", 2, "bread"));

        ConcurrentList<String> log = new ConcurrentList<>(List.of("opened"));
        PersistentList<String> earlier = log.snapshot();
        log.add("closed");
        check(log, List.of("opened", "closed"));
        check(earlier, List.of("opened"));

        try (CowDoubleArray sums = CowDoubleArray.copyOf(new double[] {1.5, 2.5});
                CowDoubleArray frozen = sums.snapshot()) {
            sums.fill(0);
            check(sums.stream().sum(), 0.0);
            check(frozen.stream().sum(), 4.0);
        }

        check(CowBTreeMap.class.getModule().getName(), "dev.holstein.btree");
        check(ConcurrentList.class.getModule().getName(), "dev.holstein.collections");
        System.out.println("module path: "
                + Arrays.stream(System.getProperty("jdk.module.path").split(File.pathSeparator))
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
