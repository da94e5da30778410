package dev.holstein.list;

import dev.holstein.core.Checks;
import org.jspecify.annotations.Nullable;

/** The way from an index to its element: by its bits where a branch is regular, else by the sizes. */
final class ListSearch {
    private ListSearch() {}

    /** The element at an index, which is checked. */
    static Object get(Object @Nullable [] root, int shift, int tailStart, Object[] tail, int size, int index) {
        if (index >= tailStart) {
            if (index >= size) {
                throw Checks.outOfBounds(index, size);
            }
            return tail[index - tailStart];
        }
        if (index < 0) {
            throw Checks.outOfBounds(index, size);
        }
        return inTree(Checks.present(root, "the tree"), shift, index);
    }

    /** The element at an index of a tree. */
    static Object inTree(Object[] root, int shift, int index) {
        int[] sizes = ListNode.sizes(root);
        return sizes == null
                ? leaf(root, shift, index)[index & ListNode.LEAF_MASK]
                : inRelaxed(root, sizes, shift, index);
    }

    /** The leaf at an index of a regular tree. */
    static Object[] leaf(Object[] root, int shift, int index) {
        Object[] node = root;
        for (int bits = shift; bits != ListNode.LEAF_BITS; bits -= ListNode.FAN_BITS) {
            node = (Object[]) node[(index >>> bits) & ListNode.FAN_MASK];
        }
        return (Object[]) node[(index >>> ListNode.LEAF_BITS) & ListNode.FAN_MASK];
    }

    private static Object inRelaxed(Object[] root, int[] rootSizes, int shift, int index) {
        Object[] node = root;
        int[] sizes = rootSizes;
        int rest = index;
        for (int bits = shift; ; ) {
            int slot;
            if (sizes == null) {
                slot = ListNode.regularSlot(bits, rest);
                rest -= slot << bits;
            } else {
                slot = ListNode.slot(sizes, bits, rest);
                rest -= ListNode.before(sizes, slot);
            }
            node = ListNode.child(node, slot);
            bits = ListNode.below(bits);
            if (bits == 0) {
                return node[rest];
            }
            sizes = ListNode.sizes(node);
        }
    }
}
