package dev.holstein.list;

import static dev.holstein.list.ListNode.FAN;
import static dev.holstein.list.ListNode.LEAF_BITS;
import static dev.holstein.list.ListNode.above;
import static dev.holstein.list.ListNode.below;
import static dev.holstein.list.ListNode.child;
import static dev.holstein.list.ListNode.children;
import static dev.holstein.list.ListNode.isOwned;
import static dev.holstein.list.ListNode.isRegular;

import dev.holstein.core.Owner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What happens at the right end of a tree: a leaf comes in when the tail is full, and goes out when the tail is empty.
 *
 * <pre>
 *        [ . . . ]                    [ . . . . ]
 *        /  |   \        push         /  |   \  \
 *      [4] [4]  [4 3]  ------&gt;      [4] [4] [4] [1]      a branch is begun only when the one before is full
 * </pre>
 */
final class ListSpine {
    private final ListEdit edit;
    private final Owner owner;

    ListSpine(ListEdit edit) {
        this.edit = edit;
        owner = edit.owner;
    }

    /** Adds a leaf; the caller replaces the tail. */
    void push(Object[] leaf, int count) {
        Object[] root = edit.root;
        int shift = edit.shift;
        int total = edit.tailStart;
        if (root == null) {
            edit.root = chain(leaf, count, LEAF_BITS);
            edit.shift = LEAF_BITS;
            edit.tailStart = count;
            return;
        }
        if (isLastUnderfull(root)) { // it is about to be inside
            ListJoin join = new ListJoin(owner);
            join.join(root, shift, total, leaf, 0, count);
            edit.takeOver(join);
            return;
        }
        Object[] grown = withLeaf(root, shift, total, leaf, count);
        if (grown == null) {
            Object[] higher = {root, null, null};
            grown = with(higher, above(shift), total, chain(leaf, count, shift), count);
            edit.shift = above(shift);
        }
        edit.root = grown;
        edit.tailStart = total + count;
    }

    private boolean isLastUnderfull(Object[] root) {
        Object[] node = root;
        int total = edit.tailStart;
        for (int bits = edit.shift; bits > 0; bits = below(bits)) {
            total = inLast(node, bits, total);
            node = child(node, children(node) - 1);
        }
        return total < ListNode.LEAF_MIN;
    }

    /** How many elements the last child has. */
    private static int inLast(Object[] branch, int bits, int total) {
        int[] sizes = ListNode.sizes(branch);
        int last = children(branch) - 1;
        return total - (sizes != null ? ListNode.before(sizes, last) : last == 0 ? 0 : last << bits);
    }

    /** A branch with a leaf added; null if there is no room. */
    private Object @Nullable [] withLeaf(Object[] branch, int bits, int total, Object[] leaf, int count) {
        if (bits > LEAF_BITS) {
            int last = children(branch) - 1;
            Object[] before = child(branch, last);
            int[] sizes = ListNode.sizes(branch);
            Object[] grown = withLeaf(before, below(bits), inLast(branch, bits, total), leaf, count);
            if (grown == before) { // edited in place: no call from here on, which could overflow the stack
                if (sizes != null) {
                    sizes[last] += count;
                }
                return branch;
            }
            if (grown != null) {
                return withLast(branch, bits, total, grown, count);
            }
        }
        return children(branch) == FAN ? null : with(branch, bits, total, chain(leaf, count, below(bits)), count);
    }

    /** A branch with another last child, which has so many elements more: edited in place only if nothing need be made for it. */
    private Object[] withLast(Object[] branch, int bits, int total, Object[] last, int more) {
        boolean relaxes = ListNode.sizes(branch) == null && !isRegular(last, below(bits));
        Object[] edited = isOwned(branch, owner) && !relaxes ? branch : edit.copyOfBranch(branch);
        int slot = children(edited) - 1;
        int[] sizes = relaxes ? ListNode.relax(edited, bits, total) : ListNode.sizes(edited);
        edited[slot] = last;
        if (sizes != null) {
            sizes[slot] += more;
        }
        return edited;
    }

    /** A branch with one more child. */
    private Object[] with(Object[] branch, int bits, int total, Object[] added, int count) {
        edit.nodesCopied++;
        int present = children(branch);
        boolean isFull = total == (long) present << bits;
        if (isFull && ListNode.sizes(branch) == null && isRegular(added, below(bits))) {
            return ListNode.newRegular(branch, present, added, owner);
        }
        int[] sizes = Arrays.copyOf(ListNode.sizesOf(branch, bits, total), present + 1);
        sizes[present] = total + count;
        Object[] children = Arrays.copyOf(branch, present + 1);
        children[present] = added;
        return ListNode.newBranch(children, sizes, present + 1, bits, owner);
    }

    /** A leaf as a tree of a height: branches of one child each. */
    private Object[] chain(Object[] leaf, int count, int bits) {
        Object[] node = leaf;
        for (int at = LEAF_BITS; at <= bits; at = above(at)) {
            node = ListNode.newBranch(new Object[] {node}, new int[] {count}, 1, at, owner);
            edit.nodesCopied++;
        }
        return node;
    }

    // ---- out
    // ------------------------------------------------------------------------------------------------------------

    /** Takes the last leaf out of the tree; it becomes the tail. */
    void pop() {
        Object[] root = edit.tree();
        Object[] leaf = root;
        int count = edit.tailStart;
        for (int bits = edit.shift; bits > 0; bits = below(bits)) {
            count = inLast(leaf, bits, count);
            leaf = child(leaf, children(leaf) - 1);
        }
        Object[] rest = withoutLast(root, edit.shift, edit.tailStart, count);
        if (rest == root) {
            edit.tailStart -= count;
        } else {
            takeRoot(edit, rest, edit.tailStart - count);
        }
        edit.tail = leaf;
        edit.claim = null;
    }

    private Object @Nullable [] withoutLast(Object[] branch, int bits, int total, int count) {
        int last = children(branch) - 1;
        if (bits > LEAF_BITS) {
            Object[] before = child(branch, last);
            int[] sizes = ListNode.sizes(branch);
            Object[] child = withoutLast(before, below(bits), inLast(branch, bits, total), count);
            if (child == before) { // as in withLeaf
                if (sizes != null) {
                    sizes[last] -= count;
                }
                return branch;
            }
            if (child != null) {
                return withLast(branch, bits, total, child, -count);
            }
        }
        if (last == 0) {
            return null;
        }
        edit.nodesCopied++;
        int[] sizes = ListNode.sizes(branch);
        return sizes == null
                ? ListNode.newRegular(branch, last, null, owner)
                : ListNode.newBranch(branch, sizes, last, bits, owner);
    }

    /** Gives an edit another root, without the branches of one child at its top; all calls come before the first store. */
    static void takeRoot(ListEdit edit, Object @Nullable [] root, int tailStart) {
        Object[] lowered = root;
        int shift = edit.shift;
        while (lowered != null && shift > LEAF_BITS && children(lowered) == 1) {
            lowered = child(lowered, 0);
            shift = below(shift);
        }
        edit.root = lowered;
        edit.shift = shift;
        edit.tailStart = tailStart;
    }
}
