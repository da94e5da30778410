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
 *               BTreeRange (bounds)  BTreeCursor (walk)     BTreeInsert (split)  BTreeDelete (borrow, merge)
 *               BTreePairs (walk two versions)              BTreeBuilder, BTreeLevel (put a tree together)
 *               BTreeParts (cut, bulk load)                 BTreeSorter (gather)
 *               BTreeAlgebra (union and kin, equality)      BTreeBulk, BTreeReplacement (many keys: all or nothing)
 *               BTreeDiff (what changed)                    BTreeState (one version)  BTreeInvariants (what is true of it)
 *                      |
 *   nodes       BLeaf, BInner, Separators, Prefixes         KeyOrder, KeyPrefix (how keys compare)
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
 * <ul>
 *   <li>Values live in leaves only, leaves have no sibling links (copying one would copy all).
 *   <li>Separator i <em>is</em> the first key of child i + 1, not a bound that was right once: a removed key is not kept alive,
 *       and a report of first keys needs no descent. Removing the first entry of a leaf renews one separator object for it,
 *       about one removal in forty.
 *   <li>The minimum fill is a third, not a half: an ascending run can then leave two thirds behind at each split.
 *   <li>Leaves of 64 and inner nodes of 32: a starting point, not a finding. One fork each of 32/32, 48/32, 64/32, 64/64 and
 *       96/32 with 10<sup>5</sup> Integer keys, on a loaded machine, gave no order that held for all operations.
 *   <li>Splits, merges and borrows build both nodes anew even where one could be edited: they happen once in dozens of writes,
 *       and the old nodes stay whole until the one store that commits. Where a leaf is edited in place, the call that goes
 *       deepest comes first: a stack overflow then comes before the first store, too.
 *   <li>The leaves of a set have no value array; that is asked where values are copied, by one comparison with a constant.
 *   <li>Few entries are written one by one, under a token that the face inherits; many are sorted and merged. Persistent
 *       {@code plusAll} of sorted random Integers, 10<sup>6</sup> present, one loaded machine: of 16 one by one 228 ns each, merged
 *       762; of 1,000 273 and 544; of 100,000 393 and 606. Merging wins from one new entry for four old ones on (10<sup>3</sup> into
 *       10<sup>3</sup>: 71 against 97). Where keys have to be asked it wins earlier, from a sixteenth on: it compares about
 *       3 log(n/m + 1) + 8 times an entry (1,000 evenly among 10<sup>6</sup>: 31 times, an insert 20 times; 1,000 side by side: 3).
 *   <li>Gathered keys are looked at in a loop of their own, which does nothing else: bulk load of 10<sup>6</sup> Integers takes
 *       38 ns an entry instead of 91 (JMH {@code BulkBuild}), the merge of two such maps 100 instead of 170 ({@code BulkMerge}).
 *   <li>A union with a function asks it for shared entries too: a sum of a map with itself would be wrong without.
 *   <li>{@code PersistentBTreeMap} is longer than 600 lines because two thirds of it are what its public methods promise.
 *   <li>Joining trees node by node, as the paper does, was not tried: appending to open levels needs one piece of code for bulk
 *       load, join and split.
 *   <li>A persistent replace shares the key and prefix arrays of the old leaf, and an unchanged size array: nobody edits them,
 *       for nothing that was made without an owner is ever edited.
 *   <li>A key of a class that the map's prefixes do not know, but that compares with its keys all the same, is looked up by
 *       comparisons alone; only inserting one rebuilds the nodes without prefixes.
 *   <li>A poll and the clearing of a range go by position, not by key: they remove what they found even if the comparator does not
 *       find it again.
 *   <li>Writers of the concurrent face take a lock, a monitor: with a {@code ReentrantLock} a stack overflow in the {@code finally}
 *       left it locked (on JDK 25 once in some dozen tries of the test that now holds it). Compare-and-set without one would run functions more than once or let them
 *       decide on a version that is not the one they change.
 * </ul>
 */
@NullMarked
package dev.holstein.btree;

import org.jspecify.annotations.NullMarked;
