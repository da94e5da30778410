package dev.holstein.btree;

import dev.holstein.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Adding and replacing an entry, with splits.
 *
 * <pre>
 *   leaf full, 'd' arrives                    the parent absorbs the right half
 *
 *        [ .  e  . ]                                [ .  c  e  . ]
 *         /  |                                       /  |  |
 *   [a b c f]   ...        a b|c d f           [a b]  [c d f]
 * </pre>
 *
 * A split falls in the middle, but for an entry at either end of its leaf: then the run that is being inserted goes on there,
 * and the half left behind keeps all but the minimum. Ascending inserts fill leaves to two thirds of the capacity, in arrays
 * cut to length, instead of half of it.
 */
final class BTreeInsert {
    private BTreeInsert() {}

    /** Replaces the value of a slot. */
    static BLeaf replace(BTreeChange change, BLeaf leaf, int slot, @Nullable Object value) {
        if (change.owns(leaf)) {
            leaf.values[slot] = value;
            change.nodesEdited++;
            return leaf;
        }
        change.nodesCopied++;
        return leaf.withValue(change.owner, slot, value);
    }

    /** Inserts an entry before a slot; a full leaf splits. */
    static BLeaf insert(
            BTreeChange change, BLeaf leaf, int slot, @Nullable Object key, long prefix, @Nullable Object value) {
        change.sizeChange = 1;
        int total = leaf.count + 1;
        if (total <= BNode.LEAF_CAPACITY) {
            if (change.owns(leaf)) {
                leaf.insert(slot, key, prefix, value);
                change.committed = true;
                change.nodesEdited++;
                return leaf;
            }
            change.nodesCopied++;
            return leaf.withEntry(change.owner, slot, key, prefix, value, 0, total);
        }
        int cut = cut(slot, total, BNode.LEAF_MINIMUM);
        BLeaf left =
                leaf.withEntry(change.owner, slot, key, prefix, value, 0, cut).stemmed(change.order());
        BLeaf right = leaf.withEntry(change.owner, slot, key, prefix, value, cut, total)
                .stemmed(change.order(), left.stem);
        change.nodesCopied += 2;
        change.split(right, right.keys[0], Prefixes.get(right.prefixes, 0));
        return left;
    }

    /** Takes in the two halves of the child at a slot; a full node splits in turn. */
    static BInner absorbSplit(BTreeChange change, BInner inner, int slot, BNode left) {
        BInner grown = inner.withSplitChild(
                change.owner,
                change.order(),
                slot,
                left,
                Checks.present(change.right, "the right half"),
                change.separator,
                change.separatorPrefix);
        int total = grown.count();
        if (total <= BNode.INNER_CAPACITY) {
            change.right = null;
            return change.replaceNode(inner, grown, true);
        }
        int cut = cut(slot + 1, total, BNode.INNER_MINIMUM);
        change.nodesCopied += 2;
        change.split(
                grown.window(change.owner, change.order(), cut, total),
                grown.separators.keys[cut - 1],
                Prefixes.get(grown.separators.prefixes, cut - 1));
        return grown.window(change.owner, change.order(), 0, cut);
    }

    /** A new root over the two halves of the old one. */
    static BInner growRoot(BTreeChange change, BNode left) {
        change.nodesCopied++;
        BNode right = Checks.present(change.right, "the right half");
        return BInner.of(change.owner, left, right, change.separator, change.order());
    }

    private static int cut(int slot, int total, int minimum) {
        if (slot == total - 1) {
            return total - minimum;
        }
        return slot == 0 ? minimum : total >>> 1;
    }
}
