/**
 * Sorted maps and sets on one path-copying B+tree: immutable ({@link dev.holstein.btree.PersistentBTreeMap}), mutable for one
 * thread ({@link dev.holstein.btree.CowBTreeMap}), mutable for many ({@link dev.holstein.btree.ConcurrentBTreeMap}).
 *
 * <h2>The rooms</h2>
 *
 * <pre>
 *   faces       PersistentBTreeMap  CowBTreeMap  ConcurrentBTreeMap      policy only: where the version lives, who may edit
 *               PersistentBTreeSet  CowBTreeSet  ConcurrentBTreeSet      in place, what is thrown
 *               RankedMap, RankedSet, MapChange, SetChange, Split        what users see beside them
 *               BTreeSubMaps, BTreeSubSet, BTreeChanges, BTreeCollectors, BTreeSerial, BTreeViewSerial
 *                      |
 *   views       BTreeWindow, BTreeReads, BTreeView: NavigableMap once, over "the present version", a range and "apply
 *               this edit"
 *               BTreeFace, BTreeSubMap, BTreeEntrySet, BTreeValues, BTreeIterator, BTreeSpliterator
 *               BTreeElements, BTreeSetFace, BTreeKeySet: NavigableSet once, over a map or view
 *                      |
 *   operations  BTreeSearch (find, neighbour, rank)         BTreeEdit (one write: down, decide, up)
 *                                                           BTreeInPlace (the short way of a put)
 *               BTreeRange (bounds)  BTreeCursor (walk)     BTreeInsert (split)  BTreeDelete (borrow, merge)
 *               BTreePairs (walk two versions)              BTreeBuilder, BTreeLevel (put a tree together)
 *               BTreeParts (cut, bulk load)                 BTreeSorter (gather)
 *               BTreeAlgebra (union and kin, equality)      BTreeBulk, BTreeReplacement (many keys: all or nothing)
 *               BTreeDiff (what changed)                    BTreeState (one version)  BTreeInvariants (what is true of it)
 *                      |
 *   nodes       BLeaf, BInner, Separators, Prefixes         KeyOrder, KeyPrefix, KeyStem (how keys compare)
 *                      |
 *   ownership   dev.holstein.core
 * </pre>
 *
 * Dependencies point down only; a test holds that.
 *
 * <h2>One write</h2>
 *
 * <ol>
 *   <li>Down: search each node; nothing is changed, so a comparator may throw.
 *   <li>At the leaf: decide. Functions run here, once; they too may throw.
 *   <li>Take the token to edit with. From here on no user code runs.
 *   <li>Up: each level absorbs what happened below. A node of our own takes it in place if that finishes the write; everybody
 *       else's is copied. While a split, an underfull node or a new first key is pending, nodes are built and none is
 *       touched, so that the store which finishes the write is the only one that anybody can see, even when memory runs out.
 * </ol>
 *
 * <h2>Many keys, or two trees</h2>
 *
 * One builder and one walk do all of it. {@code BTreeBuilder} puts a tree together from left to right out of entries, runs of
 * leaves and whole subtrees; bulk load, slices, split, join, the cut of a range and {@code removeIf} are that and nothing else.
 * {@code BTreePairs} walks two versions side by side and opens only what they do not share; union and its kin feed what it meets to
 * a builder, {@code diff} tells it, {@code equals} stops at it. Neither edits a node, so a bulk write is all or nothing by
 * construction, and nodes that it takes over stay as editable as they were.
 *
 * <h2>Decisions</h2>
 *
 * Figures are of the day of the decision; those of today are under {@code jmh/results}. An "own harness" was a throw-away program, which is
 * not kept.
 *
 * <ul>
 *   <li>Values live in leaves only, leaves have no sibling links (copying one would copy all).
 *   <li>Separator i <em>is</em> the first key of child i + 1, not a bound that was right once: a removed key is not kept alive,
 *       and a report of first keys needs no descent. Removing the first entry of a leaf renews one separator object for it,
 *       about one removal in forty.
 *   <li>The minimum fill is a third, not a half: an ascending run can then leave two thirds behind at each split.
 *   <li>Leaves of 64, inner nodes of 64. Own harness, {@code Integer} keys, 10<sup>6</sup> entries, fastest of several rounds, nanoseconds,
 *       leaf/inner: persistent {@code put} from empty 839 at 64/64, 862 at 32/64, 902 at 32/32, 935 at 48/32 and 64/32; replace 760, 784,
 *       899, 890, 787; remove and put back 1,432, 1,267, 1,493, 1,651, 1,582; {@code get} 442 to 500 for all. In place the five differ by
 *       less than the noise, at 10<sup>3</sup> and 10<sup>5</sup> too.
 *   <li>In a node of prefixes the search halves and has no branch. Against it, {@code get} from 10<sup>3</sup> / 10<sup>6</sup> (it: 26-35 /
 *       580-602): a fixed number of steps 55 / 582-604, every eighth prefix and then the eight between 33 / 592-614, every sixteenth and then
 *       halves 31-37 / 549-599, halves down to eight and then all of them 35 / 645. Cache lines decide: what looks at more of them at once
 *       is no faster.
 *   <li>An inner node has its prefixes at hand, beside the separators that it shares: two cache lines less a level.
 *   <li>A {@code put} into a map whose path is its own makes no object ({@code BTreeInPlace}); a write that has something to decide takes
 *       one of about a hundred bytes.
 *   <li>Splits, merges and borrows build both nodes anew even where one could be edited: they happen once in dozens of writes,
 *       and the old nodes stay whole until the one store that commits. Where a node is edited in place, that is the last call on
 *       the way back: a stack overflow then comes before the first store, too. That the deepest call should come first was not enough:
 *       of 2,000 removals that overflowed the stack, a few damaged the map, all in compiled code, where the compiler chooses what is
 *       a call.
 *   <li>The leaves of a set have no value array; that is asked where values are copied, by one comparison with a constant.
 *   <li>Few entries are written one by one, under a token that the face inherits; many are sorted and merged. Persistent
 *       {@code plusAll} of sorted random Integers, 10<sup>6</sup> present, one loaded machine: of 16 one by one 228 ns each, merged
 *       762; of 1,000 273 and 544; of 100,000 393 and 606. Merging wins from one new entry for four old ones on (10<sup>3</sup> into
 *       10<sup>3</sup>: 71 against 97). Where keys have to be asked it wins earlier, from a sixteenth on: it compares about
 *       3 log(n/m + 1) + 8 times an entry (evenly among 10<sup>6</sup>, an insert 27 times: 28 times for 1,000, 22 for one in 64, 11 for one in 16; 1,000 side by side: 4).
 *   <li>Gathered keys are looked at in a loop of their own, which does nothing else: bulk load of 10<sup>6</sup> Integers takes
 *       38 ns an entry instead of 91 (JMH {@code BulkBuild}), the merge of two such maps 100 instead of 170 ({@code BulkMerge}). With leaves cut
 *       right out of what was gathered, room for as many entries as the argument says to have, and order shown by prefixes alone, bulk load
 *       takes 25 ns, and 8.8 with 10<sup>3</sup> (two forks). Before, one fork: 14.4 with 10<sup>3</sup>; with 10<sup>6</sup> 51 with an error of 55, which says little.
 *   <li>A union with a function asks it for shared entries too: a sum of a map with itself would be wrong without.
 *   <li>{@code PersistentBTreeMap} is longer than 600 lines because two thirds of it are what its public methods promise.
 *   <li>Joining trees node by node, as the paper does, was not tried: appending to open levels needs one piece of code for bulk
 *       load, join and split.
 *   <li>A persistent replace shares the key and prefix arrays of the old leaf, and an unchanged size array: nobody edits them,
 *       for nothing that was made without an owner is ever edited.
 *   <li>A key of a class that the map's prefixes do not know, but that compares with its keys all the same, is looked up by
 *       comparisons alone; only inserting one rebuilds the nodes without prefixes.
 *   <li>What the strings of a node have in common is left out of its prefixes ({@code KeyStem}). One stem for the whole map was
 *       rejected: a map filled in ascending order outgrows the stem of its first keys, and a new one would rebuild every node.
 *       A stem for each node costs a reference, and nothing in a search while nodes share it. A single leaf gets one with its
 *       first split.
 *   <li>Three arrays a leaf. Own harness of leaves alone, 45 entries each, medians, nanoseconds at 10<sup>5</sup> / 10<sup>6</sup>: search
 *       and read 65 / 437; with keys and values in turn in one array 178 / 325, in two halves of one array 45 / 343; with prefixes
 *       in longs 39 / 444; without prefixes, in strides 65 / 367, by halves 52 / 1,061. A copy with one entry more 253 / 783, 278 / 691,
 *       230 / 838, in longs 255 / 771, with loops for {@code System.arraycopy} 390 / 793. A copy with another value 205 / 335,
 *       keys and values in turn 107 / 323: it copies twice as much for them, but no array that a version kept shares. No order held for
 *       both sizes, so what decided is that a replace shares keys and prefixes with the old leaf, and that a set has no values.
 *   <li>Leaves have prefixes too, not branches alone. For {@code Integer} keys the harness above does not show what they are worth: searched
 *       in strides, keys that lie anywhere cost as many cache lines as prefixes do, side by side. Where a comparison is more than
 *       reading a number they are: strings, and maps in which other classes of keys have made the comparison a call. For numbers alone,
 *       leaves without them would save four bytes an entry; that was not built.
 *   <li>A leaf edited in place has a tenth of a full one to spare. JMH {@code Put}, one fork, 10<sup>3</sup> / 10<sup>6</sup>, and bytes a put
 *       and bytes an entry after random puts: none to spare 128 / 835 ns, 629, an eighth 112-131 / 770-910 ns, 114, 15.7, a quarter 84-121 / 695-870 ns,
 *       78, 17.0, whole leaves 101-116 / 803 ns, 62, 19.8; a tenth 111 / 688 ns, 150, 15.4.
 *   <li>Stores in place pay the collector's barrier: {@code Replace} of 10<sup>6</sup> took 867 ns under G1 and 811 under the parallel
 *       collector, {@code TreeMap}'s 2,249 and 1,805 (JMH, one fork); it is the cache lines that cost.
 *   <li>A leaf is 40 bytes beside its three arrays, of which four are a gap: without the stem of strings it would be 32. An inner node is
 *       32 bytes without a gap. A bulk loaded map takes 13.7 bytes an entry with {@code int} prefixes: 12 for key, value and prefix, 1.4
 *       for the leaf and the headers of its arrays, 0.3 for the nodes above.
 *   <li>The step of a walk inside a leaf is small, and the way to the next leaf is one method longer than what the compiler puts into its
 *       caller (325 bytes of bytecode). In between, as two methods, it sometimes went in: {@code next()} then was more than 2,500 bytes of machine code,
 *       which go into no caller in their turn, and each entry became an object. In 10 of 16 JVMs (of a variant that looked ahead for nothing) a walk took 6 to 10 ns and 24 bytes an
 *       entry, in the others 2.4 to 3.5 and none; now 2.4 to 4.0 and none in all six (JMH {@code Iterate}, 10<sup>5</sup>; H2 10.2).
 *   <li>A walk reads some of the cache lines of eight leaves before it comes to the first of them, so that they are on their way from memory together. Of
 *       10<sup>6</sup>, with an iterator 9.0 to 9.6 ns an entry without, 7.4 to 8.5 with one line of each array, 6.4 to 7.3 with all; by
 *       {@code forEach} 5.7, 5.3 and 3.3 (JMH {@code Iterate}, two forks); 10<sup>3</sup> 2.7, 3.2 and 2.9. To touch the next leaf only gained nothing that held.
 *   <li>{@code forEach} looks up once what a leaf has in common, and its entries do not wait for each other: 0.6 ns an entry instead of
 *       1.7 (JMH {@code Iterate}, 10<sup>5</sup>), and three to four times the views beside a writer whose nodes lie in the caches of
 *       another core.
 *   <li>Two versions are compared run by run: neighbours that both have, and entries of two leaves that are the same objects, are met
 *       once. 100 changes among 10<sup>6</sup>: 15 &micro;s instead of 200 one by one (JMH {@code Diff}).
 *   <li>Keys without prefixes are searched in strides of eight and then one by one: these loads overlap, where a binary search
 *       waits for each before it knows the next.
 *   <li>A poll and the clearing of a range go by position, not by key: they remove what they found even if the comparator does not
 *       find it again.
 *   <li>Writers of the concurrent face take a lock, a monitor: with a {@code ReentrantLock} a stack overflow in the {@code finally}
 *       left it locked (on JDK 25 once in some dozen tries of the test that now holds it). Compare-and-set without one would run functions more than once or let them
 *       decide on a version that is not the one they change.
 *   <li>A writer of a large concurrent map makes its version before it takes its turn, and publishes it in its turn if no other came
 *       first; else it makes it again there, where the path is in the caches by now. So no write is made more than twice, functions
 *       run once (they have no part in it), and a turn is short. Nanoseconds a {@code put} to a present key, all threads together,
 *       own harness, medians of 7, 2 cores, 1 / 2 / 4 threads: 10<sup>6</sup> entries: a turn for all of the write 1,209 / 1,223 /
 *       978, work ahead 1,252 / 727 / 712, compare-and-set and a turn after three failures 1,008 / 759 / 709, one publisher for all
 *       that wait (an earlier run, turns 1,593 / 2,108 / 2,263) 1,203 / 2,871 / 3,054, the skip list 3,052 / 1,422 / 1,426. With
 *       10<sup>3</sup>: turns 119 / 125 / 100, work ahead 129 / 204 / 182, compare-and-set 110 / 142 / 148, one publisher 124 / 221 /
 *       316, the skip list 104 / 59 / 48. From 30,000 on work ahead is no loss with two writers. Compare-and-set needs a way to keep
 *       writers out while a function runs, and is no faster; one publisher costs a hand-over between cores for each write.
 * </ul>
 */
@NullMarked
package dev.holstein.btree;

import org.jspecify.annotations.NullMarked;
