package dev.holstein.btree;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * What one write carries up the path: how the subtree below changed, for its parent to absorb.
 *
 * <p><b>One commit.</b> A write never leaves a tree that is neither old nor new, even if memory runs out in its middle. A node
 * is edited in place only if nothing is left for its ancestors but to add to a size. While something is pending (a split, an
 * underfull node, a new first key), each level builds new nodes and touches none; the lowest level that absorbs it allocates
 * first and then stores. From there on up nothing is called any more ({@link #committed}): a call could overflow the stack, and which
 * of two calls goes deeper is the compiler's choice.
 */
abstract class BTreeChange {
    /** The token of this write; {@link Owner#NONE} copies every node on the path. */
    Owner owner = Owner.NONE;

    /** Entries gained (1) or lost (-1) below. */
    int sizeChange;

    /** The right half of a split child; null if the child did not split. */
    @Nullable
    BNode right;

    /** Whether the path so far took the first child of every node: no separator names the first key of such a subtree. */
    boolean leftmost = true;

    /** Whether the first key of the child is another one now: a separator above names it. */
    boolean firstChanged;

    /** Whether a node has been edited in place; so its ancestors are the editor's too, and only add to their sizes. */
    boolean committed;

    /** The key that an ancestor is to take as separator: the first one of the right half, or the new first one. */
    @Nullable
    Object separator;

    /** Its prefix in the node it comes from, for {@link KeyOrder#handedOver}. */
    long separatorPrefix;

    /** Nodes written anew: copied, or made by a split, a merge or a borrow. */
    int nodesCopied;

    /** Nodes edited in place. */
    int nodesEdited;

    /** The order of the keys in the nodes. */
    abstract KeyOrder<?> order();

    final boolean owns(BNode node) {
        return node.owner == owner || owner.owns(node.owner);
    }

    /** Forgets what a write that will not be published has carried up. */
    void reset() {
        owner = Owner.NONE;
        sizeChange = 0;
        right = null;
        leftmost = true;
        firstChanged = false;
        committed = false;
        separator = null;
        separatorPrefix = 0;
        nodesCopied = 0;
        nodesEdited = 0;
    }

    /** Hands the right half of a split up to the parent. */
    final void split(BNode rightHalf, @Nullable Object key, long prefix) {
        right = rightHalf;
        separator = key;
        separatorPrefix = prefix;
    }

    /** Hands a new first key up to the ancestor whose separator names the old one. */
    final void first(@Nullable Object key, long prefix) {
        firstChanged = true;
        separator = key;
        separatorPrefix = prefix;
    }

    /** Puts an edited child into its parent: in place where that commits, else into a copy. */
    final BInner replaceChild(BInner inner, int slot, BNode child) {
        if (owns(inner) && !firstChanged) {
            inner.setChild(slot, child, sizeChange);
            committed = true;
            nodesEdited++;
            return inner;
        }
        nodesCopied++;
        return inner.withChild(owner, slot, child, sizeChange);
    }

    /** Lets a node take over what was built for it: in place where that commits, else as the new node. */
    final BInner replaceNode(BInner inner, BInner built, boolean commits) {
        if (commits && owns(inner) && !firstChanged) {
            inner.become(built);
            committed = true;
            nodesEdited++;
            return inner;
        }
        nodesCopied++;
        return built;
    }
}
