/**
 * The soak: a program that works on every type of the library for as long as one likes, and believes nothing.
 *
 * <ol>
 *   <li><b>mixed</b> ({@link dev.holstein.jmh.soak.Rounds}): random operations on each type beside a model that is known to be right
 *       ({@link dev.holstein.jmh.soak.Steps}), and several threads at the concurrent types ({@link dev.holstein.jmh.soak.Together}). Snapshots are
 *       kept with the model of their moment and compared again ({@link dev.holstein.jmh.soak.Kept}). After each round what was dropped must
 *       have been collected ({@link dev.holstein.jmh.soak.Dropped}), and memory in use is read ({@link dev.holstein.jmh.soak.Gauge}): it must
 *       not grow, and in the end no page of an array may be in use.
 *   <li><b>large</b> ({@link dev.holstein.jmh.soak.Large}): 10<sup>7</sup> entries in one collection.
 *   <li><b>history</b> ({@link dev.holstein.jmh.soak.History}): 10<sup>5</sup> snapshots of one collection, all alive.
 * </ol>
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><td>command line</td><td>{@code Soak}, {@code Plan}, {@code Subjects}, {@code Summary}, {@code Tally}, {@code Figures}</td></tr>
 *   <tr><td>rounds</td><td>{@code Rounds}, {@code Crew}, {@code Setting}</td></tr>
 *   <tr><td>checks</td><td>{@code Fault}, {@code Kept}, {@code Dropped}, {@code Gauge}, {@code Pairs}, {@code Numbered}</td></tr>
 *   <tr><td>one thread</td><td>{@code Steps}: {@code MapSteps}, {@code SetSteps}, {@code ListSteps}, {@code PersistentMapSteps}, {@code
 *     PersistentSetSteps}, {@code PersistentListSteps}, {@code ArraySteps}, {@code CowSteps}, {@code AtomicCowSteps}</td></tr>
 *   <tr><td>what they work on</td><td>{@code MapSubject}, {@code SetSubject}, {@code ListSubject}, {@code ArrayHandle}</td></tr>
 *   <tr><td>several threads</td><td>{@code Together}: {@code MapTogether} (on a {@code SharedMap}), {@code SetTogether}, {@code
 *     ListTogether}, {@code GroupTogether}, {@code HandlesTogether}</td></tr>
 *   <tr><td>much</td><td>{@code Large}: {@code LargeMap}, {@code LargeList}; {@code History}: {@code MapHistory}, {@code
 *     ListHistory}</td></tr>
 * </table>
 *
 * <p>Times are printed to tell whether something takes longer than it did. They are no benchmark.
 */
@NullMarked
package dev.holstein.jmh.soak;

import org.jspecify.annotations.NullMarked;
