package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * What is true of every version between two operations. Tests check it after every write.
 *
 * <ul>
 *   <li>L1 tail: it holds all elements from the end of the tree on, at least one if there are any; more than a leaf's worth only
 *       without a tree, and never more than {@link ListNode#FLAT}.
 *   <li>L2 leaves: no leaf of the tree is empty or has room for more than {@link ListNode#LEAF}; one that is not at an edge is at
 *       least half full.
 *   <li>L3 branches: none has more than {@link ListNode#FAN} children, nor less than one; one that is not at an edge has at least half
 *       as many; the root has two, unless its children are leaves.
 *   <li>L4 sizes: each is how many elements lie up to the end of its child; a branch without sizes has only full children but the last,
 *       and that has none, or is a leaf.
 *   <li>L5 slack: slots past the count are empty, but for those of a tail that several versions append to.
 *   <li>L6 ownership: a node that may be edited in place has only ancestors that may.
 * </ul>
 */
final class ListInvariants {
    private final Ownership rights;

    private ListInvariants(Ownership rights) {
        this.rights = rights;
    }

    /**
     * Checks a version.
     *
     * @param rights who may edit its nodes now
     * @throws AssertionError naming the first invariant that is violated
     */
    static void check(ListState state, Ownership rights) {
        ListInvariants check = new ListInvariants(rights);
        check.tail(state);
        if (state.root == null) {
            require(state.tailStart == 0, "L1", "no tree, but a tail from " + state.tailStart);
            return;
        }
        require(state.shift == ListNode.LEAF_BITS || ListNode.children(state.root) > 1, "L3", "a root of one branch");
        check.subtree(state.root, state.shift, state.tailStart, true, true, true);
    }

    private void tail(ListState state) {
        int count = state.size - state.tailStart;
        require(count >= 0 && count <= ListNode.capacity(state.tail), "L1", "tail of " + count);
        require(count > 0 || state.size == 0, "L1", "empty tail of a list of " + state.size);
        require(count <= (state.root == null ? ListNode.FLAT : ListNode.LEAF), "L1", "tail of " + count);
        require(
                ListNode.capacity(state.tail) <= (state.root == null ? ListNode.FLAT : ListNode.LEAF),
                "L1",
                "tail with room for " + ListNode.capacity(state.tail));
        if (ListNode.owner(state.tail) != null) { // what nobody may edit, later versions may have appended to
            slack(state.tail, count);
        }
    }

    private static void slack(Object[] leaf, int count) {
        for (int i = count; i < ListNode.capacity(leaf); i++) {
            require(leaf[i] == null, "L5", "slot " + i + " of a leaf of " + count + " holds " + leaf[i]);
        }
    }

    private void subtree(Object[] node, int shift, int size, boolean isLeft, boolean isRight, boolean isOwnable) {
        boolean isOwned = rights.owns(ListNode.owner(node));
        require(isOwnable || !isOwned, "L6", "an editable node below one that is not");
        if (shift == 0) {
            require(size > 0 && size <= ListNode.capacity(node), "L2", "leaf of " + size);
            require(ListNode.capacity(node) <= ListNode.LEAF, "L2", "leaf with room for " + ListNode.capacity(node));
            require(isLeft || isRight || size >= ListNode.LEAF_MIN, "L2", "leaf of " + size + " inside");
            slack(node, size);
            return;
        }
        int count = ListNode.children(node);
        require(count > 0 && count <= ListNode.FAN, "L3", "branch of " + count);
        require(isLeft || isRight || count >= ListNode.FAN_MIN, "L3", "branch of " + count + " inside");
        int[] sizes = ListNode.sizes(node);
        if (sizes == null) {
            regular(node, shift, size);
        } else {
            require(sizes.length == count && sizes[count - 1] == size, "L4", "sizes of " + sizes.length + " children");
        }
        int[] ends = ListNode.sizesOf(node, shift, size);
        for (int slot = 0; slot < count; slot++) {
            int inChild = ListNode.sizeOf(ends, slot);
            require(inChild > 0, "L4", "child of " + inChild);
            subtree(
                    ListNode.child(node, slot),
                    ListNode.below(shift),
                    inChild,
                    isLeft && slot == 0,
                    isRight && slot == count - 1,
                    isOwned);
        }
    }

    private static void regular(Object[] node, int shift, int size) {
        int last = ListNode.children(node) - 1;
        long inLast = size - ((long) last << shift);
        require(inLast > 0 && inLast <= 1L << shift, "L4", "last child of " + inLast + " in a regular branch");
        int below = ListNode.below(shift);
        require(
                ListNode.isRegular(ListNode.child(node, last), below) || inLast == 1L << shift,
                "L4",
                "last child of a regular branch has sizes");
    }

    private static void require(boolean holds, String invariant, @Nullable String detail) {
        if (!holds) {
            throw Checks.bug(invariant, String.valueOf(detail));
        }
    }
}
