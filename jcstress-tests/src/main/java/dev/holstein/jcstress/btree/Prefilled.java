package dev.holstein.jcstress.btree;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.jcstress.harness.MapHistory;
import dev.holstein.jcstress.harness.SetHistory;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the maps of all promises start from: even keys in several leaves, so that odd keys come in anywhere and a write to one
 * end and a write to the other end meet in inner nodes only. Built once; every state shares its nodes.
 */
public final class Prefilled {
    /** Entries of {@link #MAP}: three leaves below a root; height four with node capacities of 4. */
    public static final int ENTRIES = 160;

    /** What the keys of {@link #MAP} have. */
    public static final int OLD = 0;

    /** What writers put. */
    public static final int NEW = 1;

    /** What writers put after that. */
    public static final int NEWER = 2;

    /** A key that is absent, in the first leaf. */
    public static final int ABSENT_FIRST = 3;

    /** A key that is absent, in a middle leaf. */
    public static final int ABSENT_MIDDLE = ENTRIES + 1;

    /** The neighbour of {@link #ABSENT_MIDDLE} that is absent too. */
    public static final int ABSENT_NEIGHBOUR = ENTRIES + 3;

    /** A key that is absent, in the last leaf. */
    public static final int ABSENT_LAST = 2 * ENTRIES - 5;

    /** A key that is present, in the first leaf. */
    public static final int PRESENT_FIRST = 4;

    /** A key that is present, in a middle leaf. */
    public static final int PRESENT_MIDDLE = ENTRIES + 2;

    /** A key that is present, in the last leaf. */
    public static final int PRESENT_LAST = 2 * ENTRIES - 4;

    /** The entries. */
    public static final PersistentBTreeMap<Integer, Integer> MAP = PersistentBTreeMap.copyOf(contents());

    /** The keys alone. */
    public static final PersistentBTreeSet<Integer> SET = PersistentBTreeSet.copyOf(MAP.keySet());

    private Prefilled() {}

    /** A map for many threads with these entries. */
    static ConcurrentBTreeMap<Integer, Integer> concurrent() {
        return new ConcurrentBTreeMap<>(MAP);
    }

    /** A set for many threads with these keys. */
    static ConcurrentBTreeSet<Integer> concurrentSet() {
        return new ConcurrentBTreeSet<>(SET);
    }

    /** A history of a map that starts with these entries. */
    static MapHistory<Integer, Integer> startingAs(String name) {
        return MapHistory.startingAs(name, contents());
    }

    /** A history of nothing but these entries after a write. */
    static MapHistory<Integer, Integer> only(String name, Consumer<? super NavigableMap<Integer, Integer>> write) {
        return startingAs("").only(name, write);
    }

    /** A history of a set that starts with these keys. */
    static SetHistory<Integer> setStartingAs(String name) {
        return SetHistory.startingAs(name, contents().navigableKeySet());
    }

    /** The entries once more, in a map that owes nothing to this library. */
    static NavigableMap<Integer, Integer> contents() {
        NavigableMap<Integer, Integer> contents = new TreeMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            contents.put(2 * i, OLD);
        }
        return contents;
    }
}
