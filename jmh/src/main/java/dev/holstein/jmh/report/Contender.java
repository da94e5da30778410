package dev.holstein.jmh.report;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A subject as people know it. Ours have colours of their own, strong and the same everywhere; those of the others are paler,
 * and can be told apart by the colour-blind, too (Okabe and Ito, "Color Universal Design", 2008, and tints of it). Markers
 * differ as well.
 *
 * @param label its name
 * @param kind who may write it
 * @param isOurs whether it is of this library
 * @param color of its line or bar
 * @param marker which of the shapes on its line
 */
record Contender(String label, Kind kind, boolean isOurs, Color color, int marker) {
    /** Who may write a collection: a program that needs one kind cannot take each other in its place. */
    enum Kind {
        /** One thread, in place. */
        IN_PLACE,
        /** Any thread. */
        SHARED,
        /** Nobody: a write gives a new version. */
        PERSISTENT,
        /** An array outside of the heap. */
        OFF_HEAP,
        /** An array of references. */
        REFERENCES,
        /** Has no order, and is shown as a bound only. */
        BOUND
    }

    private static final Color ORANGE = new Color(0xD55E00);
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color GREEN = new Color(0x009E73);
    private static final Color[] PALE = {
        new Color(0x7A7A7A), new Color(0xA9A9A9), new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9),
        new Color(0xB5A900), new Color(0x9C86C9), new Color(0xB98A5B), new Color(0xD9A3A3), new Color(0x7FB9A5),
        new Color(0xC2A8D6), new Color(0x8FA3B8)
    };

    private static final List<String> STRUCTURES = List.of("map", "shared", "list", "array");
    private static final Map<String, Contender> KNOWN = new HashMap<>();

    static {
        ours("map.COW", "CowBTreeMap", Kind.IN_PLACE);
        ours("map.CONCURRENT", "ConcurrentBTreeMap", Kind.SHARED);
        ours("map.PERSISTENT", "PersistentBTreeMap", Kind.PERSISTENT);
        peer("map.TREE_MAP", "TreeMap", Kind.IN_PLACE, 0);
        peer("map.SKIP_LIST", "ConcurrentSkipListMap", Kind.SHARED, 1);
        peer("map.VAVR", "Vavr", Kind.PERSISTENT, 2);
        peer("map.SCALA", "Scala", Kind.PERSISTENT, 3);
        peer("map.PCOLLECTIONS", "PCollections", Kind.PERSISTENT, 4);
        peer("map.PAGURO", "Paguro", Kind.PERSISTENT, 5);
        peer("map.BIFURCAN", "Bifurcan", Kind.PERSISTENT, 6);
        peer("map.BIFURCAN_LINEAR", "Bifurcan, linear", Kind.IN_PLACE, 10);
        peer("map.CLOJURE", "Clojure", Kind.PERSISTENT, 7);
        peer("map.H2", "H2 MVMap", Kind.SHARED, 8);
        peer("map.HASH_MAP", "HashMap (no order)", Kind.BOUND, 11);
        ours("shared.CONCURRENT", "ConcurrentBTreeMap", Kind.SHARED);
        peer("shared.SKIP_LIST", "ConcurrentSkipListMap", Kind.SHARED, 1);
        peer("shared.LOCKED_TREE_MAP", "TreeMap, locked", Kind.SHARED, 0);
        peer("shared.TRIE_MAP", "Scala TrieMap (no order)", Kind.SHARED, 9);
        peer("shared.ATOMIC_VAVR", "Vavr, atomic", Kind.SHARED, 2);
        peer("shared.ATOMIC_SCALA", "Scala, atomic", Kind.SHARED, 3);
        peer("shared.MV_MAP", "H2 MVMap", Kind.SHARED, 8);
        ours("shared.CONCURRENT_LIST", "ConcurrentList", Kind.SHARED);
        peer("shared.COPY_ON_WRITE", "CopyOnWriteArrayList", Kind.SHARED, 1);
        peer("shared.LOCKED_ARRAY_LIST", "ArrayList, locked", Kind.SHARED, 0);
        ours("list.COW_LIST", "CowList", Kind.IN_PLACE);
        ours("list.CONCURRENT_LIST", "ConcurrentList", Kind.SHARED);
        ours("list.PERSISTENT_LIST", "PersistentList", Kind.PERSISTENT);
        peer("list.ARRAY_LIST", "ArrayList", Kind.IN_PLACE, 0);
        peer("list.COPY_ON_WRITE", "CopyOnWriteArrayList", Kind.SHARED, 1);
        peer("list.VAVR", "Vavr", Kind.PERSISTENT, 2);
        peer("list.SCALA", "Scala", Kind.PERSISTENT, 3);
        peer("list.PCOLLECTIONS", "PCollections", Kind.PERSISTENT, 4);
        peer("list.PAGURO", "Paguro", Kind.PERSISTENT, 5);
        peer("list.PAGURO_MUTABLE", "Paguro, mutable", Kind.IN_PLACE, 9);
        peer("list.BIFURCAN", "Bifurcan", Kind.PERSISTENT, 6);
        peer("list.BIFURCAN_LINEAR", "Bifurcan, linear", Kind.IN_PLACE, 10);
        peer("list.KOTLINX", "kotlinx", Kind.PERSISTENT, 7);
        peer("list.KOTLINX_BUILDER", "kotlinx builder", Kind.IN_PLACE, 8);
        ours("array.COW", "CowLongArray", Kind.IN_PLACE);
        ours("array.COW_OFF_HEAP", "CowLongArray, off heap", Kind.OFF_HEAP);
        ours("array.COW_REFERENCES", "CowArray", Kind.REFERENCES);
        peer("array.ARRAY", "long[]", Kind.IN_PLACE, 0);
        peer("array.BUFFER", "ByteBuffer", Kind.IN_PLACE, 4);
        peer("array.DIRECT_BUFFER", "ByteBuffer, direct", Kind.OFF_HEAP, 2);
        peer("array.ATOMIC_REFERENCES", "AtomicReferenceArray", Kind.REFERENCES, 3);
    }

    private static void ours(String key, String label, Kind kind) {
        Color color = switch (kind) {
            case IN_PLACE -> ORANGE;
            case SHARED, OFF_HEAP -> BLUE;
            case PERSISTENT, REFERENCES, BOUND -> GREEN;
        };
        KNOWN.put(key, new Contender(label, kind, true, color, kind.ordinal()));
    }

    private static void peer(String key, String label, Kind kind, int number) {
        KNOWN.put(key, new Contender(label, kind, false, PALE[number], number));
    }

    /** The subject of a benchmark, or one that is new and called by its constant. */
    static Contender of(String benchmark, String subject) {
        Contender known = KNOWN.get(structure(benchmark) + "." + subject);
        if (known != null) {
            return known;
        }
        int color = Math.floorMod(subject.hashCode(), PALE.length);
        return new Contender(Figures.words(subject), Kind.IN_PLACE, false, PALE[color], color);
    }

    private static String structure(String benchmark) {
        if (benchmark.startsWith("op.concurrent.")) {
            return "shared";
        }
        String room = benchmark.replaceFirst("^(op|footprint)\\.", "").replaceFirst("\\..*", "");
        return STRUCTURES.contains(room) ? room : "map";
    }

    /**
     * Whether a program that has this one could take the other instead: what one thread writes in place can be replaced by what
     * many may write, and by versions.
     */
    boolean canBeReplacedBy(Contender other) {
        return kind == other.kind
                || kind == Kind.IN_PLACE && (other.kind == Kind.SHARED || other.kind == Kind.PERSISTENT);
    }
}
