package dev.holstein.list;

import dev.holstein.core.Owner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The two kinds of nodes, as bare arrays, so that a read passes through no object that only wraps one.
 *
 * <pre>
 *   leaf     [ e0 e1 ... e(n-1) _ _ | owner ]          slack, then who may edit it
 *   branch   [ c0 c1 ... c(n-1)     | sizes | owner ]   no slack; sizes: how many elements end at or before each child
 * </pre>
 *
 * A branch without sizes is <em>regular</em>: every child but the last holds as many elements as its height allows, and the last is
 * regular, so that the bits of an index are the way to the element. A leaf does not know its count: whoever came to it knows it from
 * above. The sizes of a branch belong to it alone, as its children do: whoever copies it copies them.
 *
 * <p>Heights are told by {@code shift}: how many bits of an index are below a node's slots; 0 for a leaf, {@link #LEAF_BITS} for a
 * branch of leaves, {@link #FAN_BITS} more for each branch above.
 */
final class ListNode {
    /** Elements of a full leaf, as a power of two. */
    static final int LEAF_BITS = bits("dev.holstein.list.leafBits", 8);

    /** Children of a full branch, as a power of two. */
    static final int FAN_BITS = bits("dev.holstein.list.fanOutBits", 6);

    static final int LEAF = 1 << LEAF_BITS;
    static final int LEAF_MASK = LEAF - 1;
    static final int FAN = 1 << FAN_BITS;
    static final int FAN_MASK = FAN - 1;

    /** The fewest elements of a leaf, and children of a branch, that is not at an edge of the tree. */
    static final int LEAF_MIN = LEAF / 2;

    static final int FAN_MIN = FAN / 2;

    /** The longest array that a list edited in place is kept in before it becomes a tree. */
    static final int FLAT = 4 * LEAF;

    /** The tail of every list without elements: no slot but the owner's, which is nobody. */
    static final Object[] EMPTY = new Object[1];

    private static final int LEAST_BITS = 2;
    private static final int MOST_BITS = 12;

    /** Slots of a branch that are no children. */
    private static final int TRAILER = 2;

    private ListNode() {}

    private static int bits(String property, int otherwise) {
        int bits = Integer.getInteger(property, otherwise);
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "property " + property + " is " + bits + ": legal are " + LEAST_BITS + " to " + MOST_BITS);
        }
        return bits;
    }

    // ---- every node
    // ---------------------------------------------------------------------------------------------------

    /** Who may edit a node in place. */
    static @Nullable Owner owner(Object[] node) {
        return (Owner) node[node.length - 1];
    }

    static boolean isOwned(Object[] node, Owner owner) {
        return owner.owns(owner(node));
    }

    static boolean isUnderfull(Object[] node, int shift, int size) {
        return shift == 0 ? size < LEAF_MIN : children(node) < FAN_MIN;
    }

    /** The shift of the nodes below. */
    static int below(int shift) {
        return shift == LEAF_BITS ? 0 : shift - FAN_BITS;
    }

    /** The shift of the nodes above. */
    static int above(int shift) {
        return shift == 0 ? LEAF_BITS : shift + FAN_BITS;
    }

    // ---- leaves
    // -------------------------------------------------------------------------------------------------------

    static Object[] newLeaf(int capacity, Owner owner) {
        Object[] leaf = new Object[capacity + 1];
        leaf[capacity] = owner.tag();
        return leaf;
    }

    static int capacity(Object[] leaf) {
        return leaf.length - 1;
    }

    /** A leaf with some elements of another. */
    static Object[] leafOf(Object[] source, int from, int count, int capacity, Owner owner) {
        Object[] leaf = newLeaf(capacity, owner);
        System.arraycopy(source, from, leaf, 0, count);
        return leaf;
    }

    // ---- branches
    // -----------------------------------------------------------------------------------------------------

    /** How many children a branch has. */
    static int children(Object[] branch) {
        return branch.length - TRAILER;
    }

    static Object[] child(Object[] branch, int slot) {
        return (Object[]) branch[slot];
    }

    static int @Nullable [] sizes(Object[] branch) {
        return (int[]) branch[branch.length - TRAILER];
    }

    static boolean isRegular(Object @Nullable [] node, int shift) {
        return node == null || shift == 0 || sizes(node) == null;
    }

    /** A branch; without sizes if its children allow it. */
    static Object[] newBranch(Object[] children, int[] sizes, int count, int shift, Owner owner) {
        Object[] branch = new Object[count + TRAILER];
        System.arraycopy(children, 0, branch, 0, count);
        if (!fillsUp(sizes, count, shift) || !isRegular(child(branch, count - 1), below(shift))) {
            branch[count] = sizes.length == count ? sizes : Arrays.copyOf(sizes, count);
        }
        branch[count + 1] = owner.tag();
        return branch;
    }

    /** Whether all children but the last are as large as can be; such a child is regular. */
    private static boolean fillsUp(int[] sizes, int count, int shift) {
        for (int i = count - 2; i >= 0; i--) {
            if (sizes[i] != (long) (i + 1) << shift) {
                return false;
            }
        }
        return true;
    }

    /** A branch of some children of a regular one and one child more; it stays regular. */
    static Object[] newRegular(Object[] branch, int count, Object @Nullable [] last, Owner owner) {
        int all = count + (last == null ? 0 : 1);
        Object[] copy = new Object[all + TRAILER];
        System.arraycopy(branch, 0, copy, 0, count);
        if (last != null) {
            copy[count] = last;
        }
        copy[all + 1] = owner.tag();
        return copy;
    }

    /** A copy of a branch and its sizes. */
    static Object[] copyOf(Object[] branch, Owner owner) {
        Object[] copy = branch.clone();
        int[] sizes = sizes(branch);
        if (sizes != null) {
            copy[copy.length - TRAILER] = sizes.clone();
        }
        copy[copy.length - 1] = owner.tag();
        return copy;
    }

    /** Gives a regular branch sizes, after which children of it may change. */
    static int[] relax(Object[] branch, int shift, int total) {
        int[] present = sizes(branch);
        if (present != null) {
            return present;
        }
        int[] sizes = sizesOf(branch, shift, total);
        branch[branch.length - TRAILER] = sizes;
        return sizes;
    }

    /** The sizes of a branch of so many elements: its own, or newly computed. */
    static int[] sizesOf(Object[] branch, int shift, int total) {
        int[] present = sizes(branch);
        if (present != null) {
            return present;
        }
        int[] sizes = new int[children(branch)];
        int last = sizes.length - 1;
        for (int i = 0; i < last; i++) {
            sizes[i] = (i + 1) << shift;
        }
        sizes[last] = total;
        return sizes;
    }

    /** How many elements come before a child. */
    static int before(int[] sizes, int slot) {
        return slot == 0 ? 0 : sizes[slot - 1];
    }

    /** How many elements a child has. */
    static int sizeOf(int[] sizes, int slot) {
        return sizes[slot] - before(sizes, slot);
    }

    /** The child of a branch in which an index lies. */
    static int slot(int[] sizes, int shift, int index) {
        int lo = shift < Integer.SIZE - 1 ? index >>> shift : 0; // no child before holds more than its height allows
        if (sizes[lo] > index) {
            return lo;
        }
        int base = lo;
        for (int left = sizes.length - lo; left > 1; ) { // without a branch: which way it goes cannot be predicted
            int half = left >>> 1;
            base = sizes[base + half - 1] <= index ? base + half : base;
            left -= half;
        }
        return base;
    }

    /** The child of a regular branch in which an index lies. */
    static int regularSlot(int shift, int index) {
        return shift < Integer.SIZE - 1 ? index >>> shift : 0;
    }
}
