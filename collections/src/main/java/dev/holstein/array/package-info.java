/**
 * Copy-on-write arrays: {@link dev.holstein.array.CowByteArray}, {@link dev.holstein.array.CowIntArray}, {@link
 * dev.holstein.array.CowLongArray}, {@link dev.holstein.array.CowDoubleArray} and, for references, {@link dev.holstein.array.CowArray}.
 * What they have in common is said at {@link dev.holstein.array.PagedArray}.
 *
 * <h2>The rooms</h2>
 *
 * <pre>
 *   faces       CowDoubleArray (master of Int, Long, Byte), CowArray: elements; ByteAccess, ByteView: numbers in bytes
 *               PagedArray: handles, accounts, bulk, equality
 *   handle      PageLookup: what one handle knows of its pages      Differences, PageCensus, PageGraph: walks
 *               PageTree: what it refers to, and the write rule
 *   pages       Paging: the geometry    PagePool, PageShelf: where pages come from and go    ArrayLeaks: what was not closed
 *   nodes       PageDirectory, PageTable, Page: counts              PageFormat, DoublePages, ReferencePages: memory
 * </pre>
 *
 * <h2>Structure</h2>
 *
 * <pre>
 *   handle a --.                       .-- handle b        each with a lookup of its own
 *              v                       v
 *         directory:1             directory:1              :n is the count of references
 *          |       |               |       |
 *       table:1    '--&gt; table:2 &lt;--'      table:1           64 pages a table, 64 nodes a directory
 *        | |  |          |  |  |           | |  |
 *       p:1 p:2 --      p:1 p:1 p:1      p:1 p:2 --         a page without memory is a null
 * </pre>
 *
 * Arrays use counts where the trees of this library use the tokens of owners, because they have an end: when a handle is closed, the
 * others are alone again, its pages go back to the pool, and the space of a snapshot is exactly the pages that diverged. The counts are
 * lazy (Rodeh, <cite>B-trees, Shadowing, and Clones</cite>, 2008, section 3): a snapshot counts the root, the copy of a node its
 * children. The write rule is that of {@code do_wp_page} in Linux. Invariants, by the names that messages give them:
 *
 * <ul>
 *   <li>A1, A2: a count that has reached zero never comes back, and is never given up again.
 *   <li>A3: every node and page is counted once for each handle whose root it is and each slot that refers to it.
 *   <li>A4: a page that a handle takes for its alone, and all nodes above it, are referred to once.
 *   <li>A5: a slot has memory if it has a page; each page has its own memory, of the right length.
 *   <li>A6: a node has as many slots as the array has pages there, and at most the fan-out.
 *   <li>A7: what a handle takes for the memory of its pages is that.
 * </ul>
 *
 * <h2>Happens-before</h2>
 *
 * A handle is one thread's; two handles meet in the counts only. Giving up a reference releases, finding oneself alone acquires: reads
 * through the other handle come before the write in place. Two writers that find a node shared both copy it; whoever gives it up last
 * frees it, and the references of the copies were taken before.
 *
 * <h2>What was tried</h2>
 *
 * Figures of one read of a random long, in a loop over a million indices, best of 25, JDK 17, 2 shared cores, nanoseconds; the same loop over a
 * plain array takes 0.26, 0.5, 2 and 4. They choose between designs; what is promised is measured in {@code jmh}.
 *
 * <table class="striped">
 *   <caption>Ways from an index to a page of 512</caption>
 *   <thead><tr><th scope="col">array of</th><th scope="col">64 KiB</th><th scope="col">1 MiB</th><th scope="col">8 MiB</th><th scope="col">100 MB</th></tr></thead>
 *   <tbody>
 *   <tr><td>a loop over directories of 64 down to the table</td><td>0.9</td><td>4.7</td><td>20</td><td>47</td></tr>
 *   <tr><td>a root of up to 256 tables that has their memory beside them</td><td>1.2</td><td>1.8</td><td>11</td><td>45</td></tr>
 *   <tr><td>the lookup of each handle ({@code PageLookup}), which was taken</td><td>0.9</td><td>1.5</td><td>6.4</td><td>13</td></tr>
 *   <tr><td>a bare {@code long[][]}, for comparison</td><td>0.8</td><td>1.2</td><td>4.7</td><td>11</td></tr>
 * </tbody>
 * </table>
 *
 * <ul>
 *   <li>Tokens of owners in the nodes, and a bit for each page in its table, let a write skip the counts as the lookup does now; the
 *       lookup made them needless.
 *   <li>Directories of 1,024 would be one level fewer, but their copy counts 1,024 children at about 5 ns each: more than the first
 *       write after a snapshot may take.
 *   <li>Pages of 8 and 16 KiB: {@code ArrayGet} and {@code ArraySet} at 10<sup>8</sup> bytes 7 and 9 instead of 7 and 11 ns, {@code
 *       ArrayFirstWrite} 2.9 instead of 2.5 &micro;s, and twice, four times the space for each scattered write. Pages have 4 KiB.
 *   <li>Freeing direct memory by force ({@code Unsafe.invokeCleaner}) would return it sooner; a handle that one thread closes while
 *       another, against the rules, still reads would then crash the process. It is left to the collector.
 *   <li>Elements are compared with what {@code Double.compare} says, also in direct memory: buffers hold zero and minus zero for equal.
 * </ul>
 */
@NullMarked
package dev.holstein.array;

import org.jspecify.annotations.NullMarked;
