/**
 * Sorted maps and sets on one path-copying B+tree: persistent, copy-on-write and concurrent.
 *
 * <p>Each is a {@link java.util.NavigableMap} or {@link java.util.NavigableSet}, is frozen in O(1), and knows the position of each entry. Lists, arrays
 * and values on the same ground are in the module {@link dev.holstein.collections/}, which comes with this one.
 *
 * <h2>Which type</h2>
 *
 * <table class="striped">
 * <caption>Maps and sets</caption>
 * <thead><tr><th scope="col">you have</th><th scope="col">take</th><th scope="col">better without, if</th></tr></thead>
 * <tbody>
 * <tr><td>a map that is passed around, kept as history, compared with an older one</td><td>{@link dev.holstein.btree.PersistentBTreeMap}, {@link
 * dev.holstein.btree.PersistentBTreeSet}</td><td>it is made once, and needs no order: {@link java.util.Map#copyOf Map.copyOf}</td></tr>
 * <tr><td>a map that one thread writes, and somebody else needs as it was</td><td>{@link dev.holstein.btree.CowBTreeMap}, {@link
 * dev.holstein.btree.CowBTreeSet}</td><td>it has a few dozen entries and is never shared: {@link java.util.TreeMap}; it needs no order: {@link
 * java.util.HashMap}</td></tr>
 * <tr><td>a map that several threads write, and readers need whole</td><td>{@link dev.holstein.btree.ConcurrentBTreeMap}, {@link
 * dev.holstein.btree.ConcurrentBTreeSet}</td><td>nobody looks at more than one key at a time, and many write: {@link
 * java.util.concurrent.ConcurrentSkipListMap}, or {@link java.util.concurrent.ConcurrentHashMap} without an order</td></tr>
 * <tr><td>several of them with an invariant across them</td><td>{@link dev.holstein.cow.SnapshotGroup}</td><td>one does: its own {@code
 * snapshot()} and {@code update}</td></tr>
 * <tr><td>code that takes any of them, and wants positions</td><td>{@link dev.holstein.btree.RankedMap}, {@link
 * dev.holstein.btree.RankedSet}</td><td>it wants none: {@link java.util.NavigableMap}</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The three faces have the same nodes: {@code snapshot()} goes from a mutable one to the persistent one in O(1), and {@code mutableCopy()}
 * back.
 *
 * <pre>{@code
 * var prices = new ConcurrentBTreeMap<String, Integer>();          // many threads
 * prices.put("milk", 119);
 * PersistentBTreeMap<String, Integer> monday = prices.snapshot();  // any thread, O(1)
 * prices.putAll(Map.of("milk", 129, "bread", 249));                // seen whole or not at all
 * CowBTreeMap<String, Integer> draft = monday.mutableCopy();       // one thread, O(1)
 * draft.merge("milk", 10, Integer::sum);                           // copies one path, once
 * assert monday.toString().equals("{milk=119}") && draft.toString().equals("{milk=129}");
 * assert prices.keyAt(0).equals("bread");
 * }</pre>
 *
 * <h2>When not to use it</h2>
 *
 * <ul>
 * <li>No order is needed: a hash map is faster ({@code Get}).
 * <li>Many write a small map, and nobody needs a whole view: writers take turns and copy a path each ({@code WriteTogether}).
 * <li>Functions that write to the map they compute for: refused, where {@link java.util.concurrent.ConcurrentSkipListMap} allows them.
 * <li>{@code String} keys that begin alike and go on beyond Latin-1: every comparison asks the keys.
 * </ul>
 *
 * <p>The README's section of that name has the measured limits.
 *
 * <h2>More</h2>
 *
 * <ul>
 * <li><a href="{@docRoot}/dev.holstein.btree/doc-files/costs.html">What a call costs</a>: time, and what is copied, alone and shared.
 * <li><a href="{@docRoot}/dev.holstein.btree/doc-files/migration.html">Moving here</a>, call by call: from the JDK, Guava, Vavr and PCollections.
 * <li>The memory model of maps and sets, and the words used here, are told beside those of lists, arrays and values: see {@link dev.holstein.collections/
 * the other module}.
 * </ul>
 *
 * <p>Jackson and Vavr are needed by those who use {@code dev.holstein.btree.jackson} and {@code dev.holstein.btree.vavr}, and only by
 * them.
 */
module dev.holstein.btree {
    requires transitive dev.holstein.collections;
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.databind;
    requires static io.vavr;

    exports dev.holstein.btree;
    exports dev.holstein.btree.jackson;
    exports dev.holstein.btree.vavr;
}
