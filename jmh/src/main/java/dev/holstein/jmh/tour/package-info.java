/**
 * The tour: a runnable jar that shows on real data what a whole view is worth.
 *
 * <p>One job, the same for every {@link dev.holstein.jmh.tour.Subject}, in two phases:
 *
 * <ol>
 *   <li>{@link dev.holstein.jmh.tour.Indexing}: one thread adds the items of the {@link dev.holstein.jmh.tour.Input}, while
 *       readers look. The map goes through one known state after each item ({@link dev.holstein.jmh.tour.Ledger}); a view
 *       must show one of them, and none older than what had been added when it was taken.
 *   <li>{@link dev.holstein.jmh.tour.Transfers}: writers move quantities between names, while readers sum. The total is the
 *       same after every transfer; a view must show it.
 * </ol>
 *
 * A view that shows a state the map was never in is counted as torn. So are keys out of order, a size that the iteration
 * denies, and a snapshot that changed afterwards ({@link dev.holstein.jmh.tour.Defect}).
 *
 * <p>After the maps come lists ({@link dev.holstein.jmh.tour.ListStep}): writers set, move and splice elements everywhere, while
 * readers walk over all of them by iterator, {@code forEach} and index. Each write leaves in the list itself what the list must be
 * now ({@link dev.holstein.jmh.tour.Seal}), so that every walk is compared, element by element and in order, with the write
 * that it shows.
 *
 * <p>Then comes the array: a file of over 100 MB as a volume ({@link dev.holstein.jmh.tour.VolumeStep}),
 * of which snapshots are taken while it is rewritten. Every byte is compared with the file, every account of pages with
 * a model ({@link dev.holstein.jmh.tour.VolumeModel}); what can be wrong is a
 * {@link dev.holstein.jmh.tour.VolumeDefect}.
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><td>command line</td><td>{@code Tour}, {@code Job}, {@code Plan}</td></tr>
 *   <tr><td>input</td><td>{@code Input}, {@code FileTree}, {@code Words}, {@code BadInput}</td></tr>
 *   <tr><td>maps</td><td>{@code Subject}, {@code BTreeSubject}, {@code SkipListSubject}, {@code LockedTreeSubject}</td></tr>
 *   <tr><td>phases</td><td>{@code Crew}, {@code Indexing}, {@code Transfers}, {@code Phase}, {@code NodeCosts}</td></tr>
 *   <tr><td>checks</td><td>{@code Reader}, {@code Walk}, {@code Ledger}, {@code Defect}, {@code Sightings}, {@code Verdict}</td></tr>
 *   <tr><td>lists</td><td>{@code ListSubject}, {@code ConcurrentListSubject}, {@code CopyOnWriteListSubject},
 *     {@code LockedListSubject}, {@code Element}</td></tr>
 *   <tr><td>their phase</td><td>{@code ListStep}, {@code ListWriting}, {@code ListWrites}, {@code ListCosts}</td></tr>
 *   <tr><td>their checks</td><td>{@code Seal}, {@code ListWalk}, {@code ListVerdict}, {@code ListReport}</td></tr>
 *   <tr><td>volume</td><td>{@code VolumeStep}, {@code VolumeFile}, {@code Volume}, {@code VolumeSubject}, {@code CowVolumes},
 *     {@code BlockWrites}, {@code VolumeSave}, {@code Nanos}</td></tr>
 *   <tr><td>its checks</td><td>{@code VolumeChecks}, {@code VolumeModel}, {@code VolumeDefect}, {@code VolumeFinding},
 *     {@code VolumeReport}</td></tr>
 *   <tr><td>report</td><td>{@code Report}, {@code Table}, {@code Numbers}, {@code JsonReport}, {@code Json}, {@code JsonFile},
 *     {@code Platform}</td></tr>
 *   <tr><td>meanwhile</td><td>{@code Progress}, {@code BarProgress}</td></tr>
 * </table>
 *
 * <p>This is a demonstration and a check, not a benchmark: after a short rehearsal each job runs once.
 */
@NullMarked
package dev.holstein.jmh.tour;

import org.jspecify.annotations.NullMarked;
