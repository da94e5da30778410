package dev.holstein.btree;

import org.jspecify.annotations.Nullable;

/**
 * Removing an entry, with borrow and merge.
 *
 * <pre>
 *   merge: both fit one node                        borrow: they do not; both get half
 *
 *       [ . c . g . ]            [ . g . ]              [ . c . ]                 [ . e . ]
 *        /    |    \      -&gt;      /     \                /     \          -&gt;       /     \
 *      [a]  [c d]  [g h]     [a c d]  [g h]            [a]  [c d e f]         [a c d]  [e f]
 * </pre>
 *
 * The neighbour is the left one, or the right one of a first child. Of two inner nodes, the key between them comes down from
 * the parent, and on a borrow another goes up. A leaf that loses its first entry names a new first key, which replaces a
 * separator in the lowest ancestor that it is not the first child of: no removed key stays reachable.
 */
final class BTreeDelete {
    private BTreeDelete() {}

    /** Removes the entry at a slot of a leaf. */
    static BLeaf remove(BTreeChange change, BLeaf leaf, int slot, boolean isRoot) {
        change.sizeChange = -1;
        int remaining = leaf.count - 1;
        if (remaining == 0) {
            return BLeaf.EMPTY;
        }
        boolean firstNamed = slot == 0 && !change.leftmost;
        if (firstNamed) {
            change.first(leaf.keys[1], Prefixes.get(leaf.prefixes, 1));
        }
        boolean commits = isRoot || (remaining >= BNode.LEAF_MINIMUM && !firstNamed);
        if (commits && change.owns(leaf) && !leaf.wastesWith(remaining)) {
            leaf.remove(slot);
            change.committed = true;
            change.nodesEdited++;
            return leaf;
        }
        change.nodesCopied++;
        return leaf.withoutEntry(change.owner, slot);
    }

    /** Takes in a child that has lost an entry: it may be underfull, and may begin with another key. */
    static BInner absorbRemoval(BTreeChange change, BInner inner, int slot, BNode child) {
        if (underfull(child)) {
            return rebalance(change, inner, slot, child);
        }
        if (!change.firstChanged || slot == 0) {
            return change.replaceChild(inner, slot, child);
        }
        change.firstChanged = false;
        Separators renamed =
                inner.separators.replaced(slot - 1, change.separator, change.separatorPrefix, change.order());
        return change.replaceNode(inner, inner.withChild(change.owner, renamed, slot, child, change.sizeChange), true);
    }

    private static boolean underfull(BNode node) {
        return node instanceof BInner inner ? inner.count() < BNode.INNER_MINIMUM : node.size() < BNode.LEAF_MINIMUM;
    }

    private static BInner rebalance(BTreeChange change, BInner inner, int slot, BNode child) {
        int pair = Math.max(slot - 1, 0);
        BNode left = slot == 0 ? child : inner.children[pair];
        BNode right = slot == 0 ? inner.children[1] : child;
        Object between = inner.separators.keys[pair];
        long prefix = Prefixes.get(inner.separators.prefixes, pair);
        if (slot > 0 && change.firstChanged) {
            between = change.separator;
            prefix = change.separatorPrefix;
            change.firstChanged = false;
        }
        BInner built = left instanceof BLeaf leaf
                ? rebalanceLeaves(change, inner, pair, leaf, (BLeaf) right)
                : rebalanceInners(change, inner, pair, (BInner) left, between, prefix, (BInner) right);
        return change.replaceNode(inner, built, !underfull(built));
    }

    private static BInner rebalanceLeaves(BTreeChange change, BInner inner, int pair, BLeaf left, BLeaf right) {
        int total = left.count + right.count;
        change.nodesCopied++;
        if (total <= BNode.LEAF_CAPACITY) {
            BLeaf merged = BLeaf.joined(change.owner, change.order(), left, right, 0, total);
            return inner.withMergedChild(change.owner, change.order(), pair, merged);
        }
        int cut = total >>> 1;
        change.nodesCopied++;
        BLeaf newRight = BLeaf.joined(change.owner, change.order(), left, right, cut, total);
        return inner.withBorrowed(
                change.owner,
                change.order(),
                pair,
                BLeaf.joined(change.owner, change.order(), left, right, 0, cut),
                newRight,
                newRight.keys[0],
                Prefixes.get(newRight.prefixes, 0));
    }

    private static BInner rebalanceInners(
            BTreeChange change,
            BInner inner,
            int pair,
            BInner left,
            @Nullable Object between,
            long prefix,
            BInner right) {
        BInner joined = BInner.joined(change.owner, change.order(), left, between, prefix, right);
        int total = joined.count();
        change.nodesCopied++;
        if (total <= BNode.INNER_CAPACITY) {
            return inner.withMergedChild(change.owner, change.order(), pair, joined);
        }
        int cut = total >>> 1;
        change.nodesCopied++;
        return inner.withBorrowed(
                change.owner,
                change.order(),
                pair,
                joined.window(change.owner, change.order(), 0, cut),
                joined.window(change.owner, change.order(), cut, total),
                joined.separators.keys[cut - 1],
                Prefixes.get(joined.separators.prefixes, cut - 1));
    }
}
