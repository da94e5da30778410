package dev.holstein.list;

import static dev.holstein.list.ListNode.LEAF;
import static dev.holstein.list.ListNode.LEAF_BITS;
import static dev.holstein.list.ListNode.below;
import static dev.holstein.list.ListNode.child;
import static dev.holstein.list.ListNode.children;
import static dev.holstein.list.ListNode.leafOf;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The first elements of a list, or all but the first: the path to the cut is made anew, so that what is left keeps nothing alive
 * that it does not show. Nodes at the edge of a tree may be small, so nothing is filled up. O(log n). No node is edited in place:
 * the same version may be cut twice under one owner.
 */
final class ListCut {
    private final ListEdit edit;
    private final Owner owner;

    /** The leaf that has become the tail. */
    private Object[] last = ListNode.EMPTY;

    private int inLast;

    ListCut(ListEdit edit) {
        this.edit = edit;
        owner = edit.owner;
    }

    /** Leaves the first elements. */
    void take(int count) {
        if (count == edit.size) {
            return;
        }
        if (count == 0) {
            clear();
            return;
        }
        if (count > edit.tailStart) {
            edit.changeTail(copy(edit.tail, 0, count - edit.tailStart));
        } else {
            ListSpine.takeRoot(edit, firstOf(edit.tree(), edit.shift, edit.tailStart, count), count - inLast);
            edit.changeTail(last);
        }
        edit.size = count;
        flatten();
    }

    /** Leaves all but the first elements. */
    void drop(int count) {
        if (count == 0) {
            return;
        }
        int size = edit.size - count;
        if (size == 0) {
            clear();
            return;
        }
        if (count >= edit.tailStart) {
            if (count > edit.tailStart) {
                edit.changeTail(copy(edit.tail, count - edit.tailStart, size));
            }
            edit.root = null;
            edit.tailStart = 0;
        } else {
            Object[] rest = allBut(edit.tree(), edit.shift, edit.tailStart, count);
            ListSpine.takeRoot(edit, rest, edit.tailStart - count);
        }
        edit.size = size;
        flatten();
    }

    private void clear() {
        edit.root = null;
        edit.tailStart = 0;
        edit.changeTail(ListNode.EMPTY);
        edit.size = 0;
    }

    /** What fits into one leaf is one. */
    private void flatten() {
        if (edit.root == null || edit.size > LEAF) {
            return;
        }
        ListState all = edit.state(ListState.EMPTY);
        Object[] leaf = ListNode.newLeaf(all.size, owner);
        ListCursor.copy(all, 0, all.size, leaf, 0);
        edit.nodesCopied++;
        edit.root = null;
        edit.tailStart = 0;
        edit.changeTail(leaf);
    }

    private Object[] copy(Object[] leaf, int from, int count) {
        edit.nodesCopied++;
        return leafOf(leaf, from, count, count, owner);
    }

    /** A branch up to an element, without the leaf of that, which is left in {@link #last}; null if nothing is left. */
    private Object @Nullable [] firstOf(Object[] branch, int bits, int total, int count) {
        int[] known = ListNode.sizes(branch);
        int slot = known == null ? ListNode.regularSlot(bits, count - 1) : ListNode.slot(known, bits, count - 1);
        int before = known == null ? slot << bits : ListNode.before(known, slot);
        int inCut = known != null
                ? ListNode.sizeOf(known, slot)
                : slot == children(branch) - 1 ? total - before : 1 << bits;
        Object[] below = cut(child(branch, slot), bits, inCut, count - before);
        if (slot == 0 && below == null) {
            return null;
        }
        if (known == null && ListNode.isRegular(below == null ? child(branch, slot - 1) : below, below(bits))) {
            edit.nodesCopied++;
            return ListNode.newRegular(branch, slot, below, owner);
        }
        ListParts parts = new ListParts(slot + 1);
        parts.addAll(branch, known == null ? ListNode.sizesOf(branch, bits, total) : known, 0, slot);
        if (below != null) {
            parts.add(below, count - before - inLast);
        }
        return branch(parts, bits);
    }

    /** The same of the last child of a branch: a leaf becomes {@link #last}. */
    private Object @Nullable [] cut(Object[] child, int bits, int total, int count) {
        if (bits > LEAF_BITS) {
            return firstOf(child, below(bits), total, count);
        }
        boolean isWhole = count == total && ListNode.capacity(child) == count;
        last = isWhole ? child : copy(child, 0, count);
        inLast = count;
        return null;
    }

    /** A branch without its first elements. */
    private Object[] allBut(Object[] branch, int bits, int total, int count) {
        int[] sizes = ListNode.sizesOf(branch, bits, total);
        int slot = ListNode.slot(sizes, bits, count);
        int rest = count - ListNode.before(sizes, slot);
        int inCut = ListNode.sizeOf(sizes, slot);
        Object[] cut = child(branch, slot);
        ListParts parts = new ListParts(children(branch) - slot);
        if (rest > 0) {
            Object[] below = bits == LEAF_BITS ? copy(cut, rest, inCut - rest) : allBut(cut, below(bits), inCut, rest);
            parts.add(below, inCut - rest);
        } else {
            parts.add(cut, inCut);
        }
        parts.addAll(branch, sizes, slot + 1, children(branch));
        return branch(parts, bits);
    }

    private Object[] branch(ListParts parts, int bits) {
        edit.nodesCopied++;
        return parts.branch(0, parts.count, bits, owner);
    }
}
