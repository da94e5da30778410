/**
 * Lists: one structure, three faces.
 *
 * <table class="striped">
 * <caption>Which list to take</caption>
 * <thead><tr><th scope="col">face</th><th scope="col">choose it when</th></tr></thead>
 * <tbody>
 * <tr><td>{@link dev.holstein.list.CowList}</td><td>one thread writes; copies and snapshots are to be free</td></tr>
 * <tr><td>{@link dev.holstein.list.ConcurrentList}</td><td>several threads write; readers need one moment of it</td></tr>
 * <tr><td>{@link dev.holstein.list.PersistentList}</td><td>every write is to be kept as a version</td></tr>
 * </tbody>
 * </table>
 *
 * <h2>The structure</h2>
 *
 * <pre>
 *   small:  tail [ e0 e1 ... ]                 one array; up to 256 elements, up to 1024 while it is edited in place
 *
 *   large:  root [ * * * ]     tail [ ... ]    a tree of leaves of 256 under branches of 64, and the last leaf beside it
 *                /   |   \
 *            leaf  leaf  leaf
 * </pre>
 *
 * A branch has no counts as long as every child but its last is full: the bits of an index are the way to its element. A write in the
 * middle gives counts to the branches above it, and to no others. Nodes at the left and right edge of a tree may be small, so that
 * cutting, queues and prepending cost one path and leave full nodes; inside, every node is at least half full, as in a B-tree.
 * Joining two trees mends the two edges that meet.
 *
 * <h2>Floors</h2>
 *
 * Each knows only those below it:
 *
 * <pre>
 *   faces       PersistentList  CowList  ConcurrentList   ListSerial  ListSplit
 *   views       ListView  SubList  ReversedList  ListWalk  ListLiveWalk  ListSpliterator  ListGraph   (ListReads under all)
 *   writes      ListDraft  ListBulk
 *   operations  ListEdit  ListInsert  ListRemove  ListCut  ListJoin  ListSpine  ListParts   ListDiff  ListRuns  ListChange
 *   versions    ListState  ListWindow  ListCursor  ListSearch  ListLookup  ListInvariants   (ListState alone knows ListEdit)
 *   nodes       ListNode  TailClaim
 * </pre>
 *
 * <h2>Decisions</h2>
 *
 * Figures are of the day of the decision; those of today are under {@code jmh/results}. An "own harness" was a throw-away program, which is
 * not kept.
 *
 * <ul>
 *   <li>Nodes are bare arrays with their owner in the last slot. An object for each node would be one more dependent load a level.
 *   <li>Single writes edit nodes in place; writes of many elements work under an owner of their own, touch no node that the list shows,
 *       and hand their nodes over at the end. So a failure in the middle of one, of memory even, leaves the list as it was.
 *   <li>Persistent versions append into slack that they share ({@code TailClaim}); a {@link dev.holstein.list.CowList} never does, so
 *       that its first write after a snapshot is one copy and the next none.
 *   <li>Balance is that of a B-tree with relaxed edges, not that of a relaxed radix-balanced tree (which searches for a plan of
 *       redistribution over several nodes): the fill and so the height have a bound that a test can check.
 *   <li>The search in a relaxed branch guesses by the bits first, and then has no branch in its loop. Against a binary search with branches
 *       that has not been measured.
 *   <li>A {@code CowList} keeps the leaves of a large regular tree at hand, in an array that reads fill; a {@code ConcurrentList} does so for a
 *       version that is read often, beside the version ({@code ListLookup}), and drops it with the version. Own harness, fastest rounds
 *       of two JVMs, random {@code get}, before and after, at 10<sup>5</sup> / 10<sup>6</sup>: {@code CowList} 1.8 / 3.2 and 1.1 / 1.7 ns ({@code ArrayList}
 *       0.5 / 0.9); {@code set} 4.5 / 8.5 and 3.0 / 6.0; {@code ConcurrentList} 4.3 / 4.6 and 1.4 / 3.1 ({@code CopyOnWriteArrayList} 0.5 / 0.8).
 *       A leaf's length is checked on a cache line of its own, and the array of leaves is one step more: what is left of the distance.
 *   <li>An iterator keeps its state in one object that nobody else is given, and that the compiler keeps in registers: a walk of a {@code
 *       CowList} allocates 72 bytes, the version and the place in it; of a persistent list 32. An element takes three comparisons: for
 *       the end of the walk, for the stretch of the leaf in which nothing else is to be done, and for the array; {@code ArrayList}'s
 *       loop has all of them moved out of it. To end the walk in {@code hasNext} instead of at the last element was no faster (JMH
 *       {@code ListIterate}, three forks each on a noisy machine). {@code forEach} takes 0.19 ns an
 *       element, {@code ArrayList}'s 0.10 (JMH {@code ListForEach}, 10<sup>6</sup>).
 *   <li>A regular branch is cut without counting its children. Middle half of 10<sup>6</sup>: 1.45 and 0.69 µs; two halves joined 0.93 and
 *       0.71.
 *   <li>Leaves of 256 under branches of 64. JMH, one fork each, nanoseconds at 10<sup>3</sup> / 10<sup>6</sup>, leaf/branch: {@code with}
 *       (ListWith) 123 / 504 at 256/64, 78 / 476 at 128/64, 57 / 383 at 64/64, 53 / 268 at 32/32; adding and removing in the middle
 *       (ListInsertRemoveMiddle) 293 / 1,216, 448 / 1,634, 507 / 3,898, 1,245 / 3,470; {@code get} and {@code set} without an order that
 *       held. A persistent {@code with} would gain by half what an edit in the middle would lose three times.
 * </ul>
 */
@NullMarked
package dev.holstein.list;

import org.jspecify.annotations.NullMarked;
