package dev.holstein.list;

import static dev.holstein.list.ListNode.FAN;
import static dev.holstein.list.ListNode.LEAF;
import static dev.holstein.list.ListNode.above;
import static dev.holstein.list.ListNode.before;
import static dev.holstein.list.ListNode.below;
import static dev.holstein.list.ListNode.child;
import static dev.holstein.list.ListNode.children;
import static dev.holstein.list.ListNode.isOwned;
import static dev.holstein.list.ListNode.leafOf;

import dev.holstein.core.Owner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One element into a leaf of the tree, as in a B-tree: a full leaf is split, and so is a full branch above it.
 *
 * <pre>
 *        [ a b ]                    [ a b1 b2 ]
 *         /   \        insert        /   |   \
 *      [..]  [full]   -------&gt;    [..] [half] [half]
 * </pre>
 *
 * At an edge of the tree a leaf is split beside its outermost element, where the next insertions are expected: the other half is
 * full, and nodes at an edge may be small.
 */
final class ListInsert {
    private final ListEdit edit;
    private final Owner owner;
    private final @Nullable Object element;

    /** The right half of the node that was split last; null if it was not. */
    private Object @Nullable [] sibling;

    /** The elements of the left half and of the sibling. */
    private int inHalf;

    private int inSibling;

    /** Whether the element becomes the first of all. */
    private boolean isFirst;

    ListInsert(ListEdit edit, @Nullable Object element) {
        this.edit = edit;
        this.element = element;
        owner = edit.owner;
    }

    /** Puts the element before the one at an index of the tree. */
    void run(int index) {
        int total = edit.tailStart;
        isFirst = index == 0;
        Object[] root = into(edit.tree(), edit.shift, total, index);
        Object[] right = sibling;
        if (right != null) {
            int[] sizes = {inHalf, inHalf + inSibling};
            root = newBranch(new Object[] {root, right}, sizes, 2, above(edit.shift));
            edit.shift = above(edit.shift);
        }
        edit.root = root;
        edit.tailStart = total + 1;
    }

    /** A node with the element; its right half, if it was split, is {@link #sibling}. */
    private Object[] into(Object[] node, int bits, int total, int index) {
        if (bits == 0) {
            return intoLeaf(node, total, index);
        }
        Object[] branch = edit.ownRelaxed(node, bits, total);
        int[] sizes = ListNode.relax(branch, bits, total);
        int slot = ListNode.slot(sizes, bits, index);
        int first = before(sizes, slot);
        Object[] child = into(child(branch, slot), below(bits), sizes[slot] - first, index - first);
        Object[] right = sibling;
        if (right != null) {
            return withSibling(branch, sizes, bits, slot, child, right);
        }
        branch[slot] = child;
        for (int i = slot; i < sizes.length; i++) {
            sizes[i]++;
        }
        return branch;
    }

    /** A branch whose child at a slot has become two; itself in two if it was full. */
    private Object[] withSibling(Object[] branch, int[] sizes, int bits, int slot, Object[] left, Object[] right) {
        int count = children(branch) + 1;
        Object[] all = new Object[count];
        System.arraycopy(branch, 0, all, 0, slot);
        all[slot] = left;
        all[slot + 1] = right;
        System.arraycopy(branch, slot + 1, all, slot + 2, count - slot - 2);
        int[] ends = new int[count];
        System.arraycopy(sizes, 0, ends, 0, slot);
        ends[slot] = before(sizes, slot) + inHalf;
        for (int i = slot; i < sizes.length; i++) {
            ends[i + 1] = sizes[i] + 1;
        }
        sibling = null;
        if (count <= FAN) {
            return newBranch(all, ends, count, bits);
        }
        int half = isFirst ? 1 : count / 2;
        Object[] children = Arrays.copyOfRange(all, half, count);
        inHalf = ends[half - 1];
        inSibling = ends[count - 1] - inHalf;
        int[] after = new int[count - half];
        for (int i = half; i < count; i++) {
            after[i - half] = ends[i] - inHalf;
        }
        sibling = newBranch(children, after, count - half, bits);
        return newBranch(all, ends, half, bits);
    }

    private Object[] newBranch(Object[] children, int[] sizes, int count, int bits) {
        edit.nodesCopied++;
        return ListNode.newBranch(children, sizes, count, bits, owner);
    }

    private Object[] intoLeaf(Object[] leaf, int count, int slot) {
        sibling = null;
        if (count == LEAF) {
            return split(leaf, slot);
        }
        if (isOwned(leaf, owner) && count < ListNode.capacity(leaf)) {
            System.arraycopy(leaf, slot, leaf, slot + 1, count - slot);
            leaf[slot] = element;
            return leaf;
        }
        edit.nodesCopied++;
        Object[] copy = leafOf(leaf, 0, slot, owner == Owner.NONE ? count + 1 : LEAF, owner);
        copy[slot] = element;
        System.arraycopy(leaf, slot, copy, slot + 1, count - slot);
        return copy;
    }

    private Object[] split(Object[] leaf, int slot) {
        edit.nodesCopied += 2;
        int half = isFirst ? 1 : (LEAF + 1) / 2;
        int capacity = owner == Owner.NONE ? 0 : LEAF;
        Object[] left = ListNode.newLeaf(Math.max(capacity, half), owner);
        Object[] right = ListNode.newLeaf(Math.max(capacity, LEAF + 1 - half), owner);
        if (slot < half) {
            System.arraycopy(leaf, 0, left, 0, slot);
            left[slot] = element;
            System.arraycopy(leaf, slot, left, slot + 1, half - 1 - slot);
            System.arraycopy(leaf, half - 1, right, 0, LEAF + 1 - half);
        } else {
            System.arraycopy(leaf, 0, left, 0, half);
            int at = slot - half;
            System.arraycopy(leaf, half, right, 0, at);
            right[at] = element;
            System.arraycopy(leaf, slot, right, at + 1, LEAF - slot);
        }
        sibling = right;
        inHalf = half;
        inSibling = LEAF + 1 - half;
        return left;
    }
}
