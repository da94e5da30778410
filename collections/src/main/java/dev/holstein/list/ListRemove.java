package dev.holstein.list;

import static dev.holstein.list.ListNode.before;
import static dev.holstein.list.ListNode.below;
import static dev.holstein.list.ListNode.child;
import static dev.holstein.list.ListNode.children;
import static dev.holstein.list.ListNode.isOwned;
import static dev.holstein.list.ListNode.leafOf;
import static dev.holstein.list.ListNode.sizeOf;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * One element out of a leaf of the tree. A node inside the tree that has become less than half full is joined with the one beside
 * it, or takes some of its contents; a node at an edge may shrink until it is empty.
 *
 * <pre>
 *        [ a b c ]                     [ ab c ]             [ a' b' c ]
 *        /   |   \       remove        /     \       or     /    |    \
 *     [2]  [1]  [4]     -------&gt;    [3]     [4]           [3]  [3]  [4]     if a was [5]
 * </pre>
 */
final class ListRemove {
    private final ListEdit edit;
    private final Owner owner;

    ListRemove(ListEdit edit) {
        this.edit = edit;
        owner = edit.owner;
    }

    /** Takes out the element at an index of the tree. */
    void run(int index) {
        int total = edit.tailStart;
        Object[] tree = edit.tree();
        Object[] root = from(tree, edit.shift, total, index, true, true);
        if (root == tree) { // edited in place: no call from here on, which could overflow the stack
            edit.tailStart = total - 1;
        } else {
            ListSpine.takeRoot(edit, root, total - 1);
        }
    }

    /** A node without the element; null if that was its only one. */
    private Object @Nullable [] from(
            Object[] node, int bits, int total, int index, boolean isLeftEdge, boolean isRightEdge) {
        if (bits == 0) {
            return fromLeaf(node, total, index, isLeftEdge || isRightEdge);
        }
        Object[] branch = edit.ownRelaxed(node, bits, total);
        int[] sizes = ListNode.relax(branch, bits, total);
        int slot = ListNode.slot(sizes, bits, index);
        boolean isLeftmost = isLeftEdge && slot == 0;
        boolean isRightmost = isRightEdge && slot == sizes.length - 1;
        int size = sizeOf(sizes, slot);
        Object[] before = child(branch, slot);
        Object[] child = from(before, below(bits), size, index - before(sizes, slot), isLeftmost, isRightmost);
        if (child != before) { // else it was edited in place, and nothing may be called any more
            if (child == null) {
                return without(branch, sizes, bits, slot);
            }
            if (!isLeftmost && !isRightmost && ListNode.isUnderfull(child, below(bits), size - 1)) {
                return joined(branch, sizes, bits, slot, child);
            }
        }
        branch[slot] = child;
        for (int i = slot; i < sizes.length; i++) {
            sizes[i]--;
        }
        return branch;
    }

    /** Not in place if the leaf will have to be joined: until that is done, the branches above must not see it smaller. */
    private Object @Nullable [] fromLeaf(Object[] leaf, int count, int slot, boolean isAtEdge) {
        if (count == 1) {
            return null;
        }
        boolean staysAsIs = isAtEdge || count > ListNode.LEAF_MIN;
        if (isOwned(leaf, owner) && staysAsIs) {
            System.arraycopy(leaf, slot + 1, leaf, slot, count - slot - 1);
            leaf[count - 1] = null;
            return leaf;
        }
        edit.nodesCopied++;
        Object[] copy = leafOf(leaf, 0, slot, owner == Owner.NONE ? count - 1 : ListNode.capacity(leaf), owner);
        System.arraycopy(leaf, slot + 1, copy, slot, count - slot - 1);
        return copy;
    }

    /** A branch without a child that has become empty; null if it was the only one. */
    private Object @Nullable [] without(Object[] branch, int[] sizes, int bits, int slot) {
        int count = children(branch);
        if (count == 1) {
            return null;
        }
        ListParts parts = new ListParts(count);
        parts.addAll(branch, sizes, 0, slot);
        parts.addAll(branch, sizes, slot + 1, count);
        edit.nodesCopied++;
        return parts.branch(0, count - 1, bits, owner);
    }

    /** A branch with a child that was less than half full and the one beside it made into one child or two. */
    private Object[] joined(Object[] branch, int[] sizes, int bits, int slot, Object[] child) {
        int count = children(branch);
        ListParts parts = new ListParts(count);
        parts.addAll(branch, sizes, 0, slot);
        parts.add(child, sizeOf(sizes, slot) - 1);
        parts.addAll(branch, sizes, slot + 1, count);
        ListJoin join = new ListJoin(owner);
        join.fill(parts, slot, below(bits));
        edit.nodesCopied += join.nodesCopied + 1;
        return parts.branch(0, parts.count, bits, owner);
    }
}
