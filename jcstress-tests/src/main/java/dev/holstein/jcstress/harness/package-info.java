/**
 * Promises as abstract classes: extend them to stress a structure of your own, on your own machine.
 *
 * <p>Each class here states one promise, makes two actors of it, and says which outcomes it allows; what a subclass adds is the structure:
 * how it is written, how it is read. The promises of this project that have a form in common are such subclasses themselves.
 *
 * <table class="striped">
 *   <caption>Which class to extend</caption>
 *   <thead><tr><th scope="col">class</th><th scope="col">the promise</th></tr></thead>
 *   <tbody>
 *   <tr><td>{@link dev.holstein.jcstress.harness.WholeWrites}</td><td>a reader sees each write whole or not at all, and never goes back</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.FrozenSnapshots}</td><td>a snapshot is one version, and stays it</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.ComparableSnapshots}</td><td>snapshots of two threads are ordered as the writes they saw</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.NothingLost}</td><td>of two writes at once neither is lost</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.OneWins}</td><td>of two that compete exactly one succeeds, and what it did stays</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.CallsExactlyOnce}</td><td>a function is called exactly once, however many compete</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.RacyHandOff}</td><td>what is handed over through a data race is complete, and frozen</td></tr>
 *   <tr><td>{@link dev.holstein.jcstress.harness.NoStoreBuffering}</td><td>two structures used together stay sequentially consistent</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A subclass carries {@link org.openjdk.jcstress.annotations.JCStressTest @JCStressTest} and {@link
 * org.openjdk.jcstress.annotations.State @State}, and repeats the actors (and the arbiter), each of which calls its superclass: JCStress finds
 * only those that a class itself declares. It inherits the outcomes. Its fields are made anew for each of many thousand trials a second, so
 * they want to be cheap: keep what never changes in static ones.
 *
 * <pre>{@code
 * @JCStressTest
 * @State
 * public class MyMapPutsAll extends WholeWrites {
 *     private static final MapHistory<Integer, Integer> HISTORY = MapHistory.startingAs("none", new TreeMap<Integer, Integer>())
 *             .then("first", map -> map.putAll(Map.of(1, 1, 2, 1)))
 *             .then("second", map -> map.putAll(Map.of(1, 2, 2, 2)));
 *
 *     private final Map<Integer, Integer> map = new ConcurrentSkipListMap<>();   // yours
 *
 *     @Override
 *     protected void first() {
 *         map.putAll(Map.of(1, 1, 2, 1));
 *     }
 *
 *     @Override
 *     protected void second() {
 *         map.putAll(Map.of(1, 2, 2, 2));
 *     }
 *
 *     @Override
 *     protected String seen() {
 *         return HISTORY.iterated(map);
 *     }
 *
 *     @Actor
 *     @Override
 *     public void writer() {
 *         super.writer();
 *     }
 *
 *     @Actor
 *     @Override
 *     public void reader(LL_Result r) {
 *         super.reader(r);
 *     }
 * }
 * }</pre>
 *
 * <p>What a reader sees is told as the name of a version: {@link dev.holstein.jcstress.harness.History} compares whole contents, so that half
 * a write has no name.
 */
@NullMarked
package dev.holstein.jcstress.harness;

import org.jspecify.annotations.NullMarked;
