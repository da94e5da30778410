/**
 * Copy-on-write lists, arrays and values: shared in O(1), copied where they are written, read without locks.
 *
 * <p>Every structure asks one question before each write: <em>is this part mine alone?</em> If it is, it is written in place; if not, it is
 * copied, once, and the copy is written. Maps and sets on the same ground are in the module {@code dev.holstein.btree}.
 *
 * <h2>Which type</h2>
 *
 * <table class="striped">
 * <caption>Lists, arrays and values</caption>
 * <thead><tr><th scope="col">you have</th><th scope="col">take</th><th scope="col">better without, if</th></tr></thead>
 * <tbody>
 * <tr><td>a list that is passed around, kept as history, cut and joined</td><td>{@link dev.holstein.list.PersistentList}</td><td>it is
 * made once and never changed: {@link java.util.List#copyOf List.copyOf}</td></tr>
 * <tr><td>a list that one thread writes, and somebody else needs as it was</td><td>{@link dev.holstein.list.CowList}</td><td>it is never
 * copied, and written at its end only: {@link java.util.ArrayList} reads faster ({@code ListGet}, {@code ListIterate})</td></tr>
 * <tr><td>a list that several threads write, and readers need whole</td><td>{@link dev.holstein.list.ConcurrentList}</td><td>it hardly ever
 * changes: {@link java.util.concurrent.CopyOnWriteArrayList} reads faster ({@code ListReadWhileWriting}); or it is a queue: {@link
 * java.util.concurrent.ConcurrentLinkedQueue}</td></tr>
 * <tr><td>a large array of numbers or bytes that is frozen, forked or saved while it is written</td><td>{@link dev.holstein.array.CowByteArray},
 * {@link dev.holstein.array.CowIntArray}, {@link dev.holstein.array.CowLongArray}, {@link dev.holstein.array.CowDoubleArray}</td><td>it is
 * small, or never shared: an array</td></tr>
 * <tr><td>the same of references</td><td>{@link dev.holstein.array.CowArray}</td><td>its length changes: {@link
 * dev.holstein.list.CowList}</td></tr>
 * <tr><td>a value of any type, mostly read, that each holder may change for itself</td><td>{@link dev.holstein.cow.Cow}</td><td>it is
 * immutable: the value itself</td></tr>
 * <tr><td>one value that many threads read, and some replace</td><td>{@link dev.holstein.cow.AtomicCow}</td><td>it is immutable, and functions may
 * be called more than once: {@link java.util.concurrent.atomic.AtomicReference}</td></tr>
 * <tr><td>several concurrent collections with an invariant across them</td><td>{@link dev.holstein.cow.SnapshotGroup}</td><td>one collection does:
 * its own {@code snapshot()} and {@code update}</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The three faces of a structure have the same nodes: {@code snapshot()} goes from a mutable one to the persistent one in O(1), and {@code
 * mutableCopy()} back.
 *
 * <pre>{@code
 * CowList<String> draft = CowList.of("a", "b");                    // one thread
 * PersistentList<String> monday = draft.snapshot();                // any thread, O(1)
 * draft.add("c");                                                  // copies once, then writes in place
 * PersistentList<String> tuesday = monday.plus("d");               // a new version
 * var shared = new ConcurrentList<>(tuesday);                      // many threads
 * shared.update(copy -> copy.removeIf(each -> each.equals("a")));  // one version, whatever it does
 * assert monday.equals(List.of("a", "b")) && draft.equals(List.of("a", "b", "c"));
 * assert shared.equals(List.of("b", "d")) && tuesday.size() == 3;
 * }</pre>
 *
 * <h2>When not to use it</h2>
 *
 * <ul>
 * <li>A few elements that nobody shares: the JDK's collections are there already, and smaller.
 * <li>One array handle for several threads that write: each needs its own, by {@code snapshot()}.
 * <li>A {@code Concurrent...} face for writers alone: they take turns, and each copies a path.
 * <li>Handles on arrays in hands that forget to close them: they are taken back, but late ({@link dev.holstein.array.LeakDetection}).
 * </ul>
 *
 * <p>The README's section of that name has the measured limits.
 *
 * <h2>More</h2>
 *
 * <ul>
 * <li><a href="{@docRoot}/dev.holstein.collections/doc-files/costs.html">What a call costs</a>: time, and what is copied, alone and shared.
 * <li><a href="{@docRoot}/dev.holstein.collections/doc-files/memory-model.html">Memory model</a>: what happens-before what, for every type.
 * <li><a href="{@docRoot}/dev.holstein.collections/doc-files/glossary.html">Glossary</a>: node, owner, version, page, and the others.
 * </ul>
 *
 * <p>{@code dev.holstein.core} is internal; it is exported to {@code dev.holstein.btree} alone. So is {@code
 * dev.holstein.jackson.core}.
 *
 * <p>Jackson and Vavr are needed by those who use {@code dev.holstein.jackson} and {@code dev.holstein.vavr}, and only by them: a
 * service that is provided, or a requirement that is transitive, would have to be there for all.
 */
module dev.holstein.collections {
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.databind;
    requires static io.vavr;

    exports dev.holstein.array;
    exports dev.holstein.cow;
    exports dev.holstein.jackson;
    exports dev.holstein.list;
    exports dev.holstein.vavr;
    exports dev.holstein.core to
            dev.holstein.btree;
    exports dev.holstein.jackson.core to
            dev.holstein.btree;
}
