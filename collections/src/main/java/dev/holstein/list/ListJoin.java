package dev.holstein.list;

import static dev.holstein.list.ListNode.FAN;
import static dev.holstein.list.ListNode.LEAF;
import static dev.holstein.list.ListNode.above;
import static dev.holstein.list.ListNode.below;
import static dev.holstein.list.ListNode.child;
import static dev.holstein.list.ListNode.children;
import static dev.holstein.list.ListNode.isUnderfull;
import static dev.holstein.list.ListNode.leafOf;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * One tree of two: the nodes along the seam are made anew, all others are shared. O(log n).
 *
 * <pre>
 *      [ a b c ]     [ d e f ]            [ a b cd e f ]
 *           |         |           -&gt;            |              c and d, at edges until now, may have been small.
 *          c's       d's                       cd's            Inside they are joined, or share what they have
 *       last child  first child
 * </pre>
 *
 * <p>Concatenation of relaxed radix-balanced trees: Bagwell and Rompf, <cite>RRB-Trees: Efficient Immutable Vectors</cite>, 2011;
 * here with the fill of a B-tree instead of their search steps: Bayer and McCreight, <cite>Organization and Maintenance of Large
 * Ordered Indexes</cite>, 1972. So the height is at most that of a B-tree of half full nodes.
 */
final class ListJoin {
    private final Owner owner;

    /** What the last step has made: one node, or two of which each is at least half full. */
    private Object[] one = ListNode.EMPTY;

    private int inOne;
    private Object @Nullable [] two;
    private int inTwo;

    /** The shift of those. */
    private int shift;

    int nodesCopied;

    ListJoin(Owner owner) {
        this.owner = owner;
    }

    Object[] root() {
        return one;
    }

    int shift() {
        return shift;
    }

    int size() {
        return inOne;
    }

    /** Makes one tree of two, each given by its root, the shift of that and its elements; a leaf is a tree. */
    void join(Object[] left, int leftShift, int inLeft, Object[] right, int rightShift, int inRight) {
        seam(left, leftShift, inLeft, right, rightShift, inRight);
        shift = Math.max(leftShift, rightShift);
        if (two != null || shift == 0) {
            ListParts parts = new ListParts(2);
            addTo(parts);
            shift = above(shift);
            make(parts, shift);
        }
        while (shift > ListNode.LEAF_BITS && children(one) == 1) {
            one = child(one, 0);
            shift = below(shift);
        }
    }

    private void seam(Object[] left, int leftShift, int inLeft, Object[] right, int rightShift, int inRight) {
        int bits = Math.max(leftShift, rightShift);
        if (bits == 0) {
            leaves(left, inLeft, right, inRight);
            return;
        }
        int most = (leftShift == bits ? children(left) : 1) + (rightShift == bits ? children(right) : 1);
        ListParts parts = new ListParts(most);
        Object[] lastOfLeft = left;
        int inLast = inLeft;
        if (leftShift == bits) {
            int[] sizes = ListNode.sizesOf(left, bits, inLeft);
            int last = sizes.length - 1;
            parts.addAll(left, sizes, 0, last);
            lastOfLeft = child(left, last);
            inLast = ListNode.sizeOf(sizes, last);
        }
        Object[] firstOfRight = right;
        int inFirst = inRight;
        int[] rightSizes = null;
        if (rightShift == bits) {
            rightSizes = ListNode.sizesOf(right, bits, inRight);
            firstOfRight = child(right, 0);
            inFirst = rightSizes[0];
        }
        int below = below(bits);
        seam(lastOfLeft, Math.min(leftShift, below), inLast, firstOfRight, Math.min(rightShift, below), inFirst);
        int at = parts.count;
        addTo(parts);
        if (rightSizes != null) {
            parts.addAll(right, rightSizes, 1, rightSizes.length);
        }
        fill(parts, at, below);
        make(parts, bits);
    }

    private void addTo(ListParts parts) {
        parts.add(one, inOne);
        if (two != null) {
            parts.add(two, inTwo);
        }
    }

    /** Two leaves side by side inside a tree. */
    private void leaves(Object[] left, int inLeft, Object[] right, int inRight) {
        if (inLeft >= ListNode.LEAF_MIN && inRight >= ListNode.LEAF_MIN) {
            one = left;
            inOne = inLeft;
            two = right;
            inTwo = inRight;
        } else {
            combine(left, inLeft, right, inRight, 0);
        }
    }

    /** One branch of some children, or two. */
    private void make(ListParts parts, int bits) {
        int count = parts.count;
        int first = count <= FAN ? count : (count + 1) / 2;
        one = parts.branch(0, first, bits, owner);
        inOne = parts.total(0, first);
        two = null;
        nodesCopied++;
        if (first < count) {
            two = parts.branch(first, count, bits, owner);
            inTwo = parts.total(first, count);
            nodesCopied++;
        }
    }

    /**
     * Joins a child that is less than half full with the one before it, or after it if it is the first, and what they have become
     * again, until it is filled or is the only child. Then the branch above is small, and is filled in its turn.
     */
    void fill(ListParts parts, int child, int bits) {
        int at = child;
        while (parts.count > 1 && isUnderfull(parts.node(at), bits, parts.size(at))) {
            int left = at == 0 ? 0 : at - 1;
            combine(parts.node(left), parts.size(left), parts.node(left + 1), parts.size(left + 1), bits);
            parts.set(left, one, inOne);
            if (two != null) {
                parts.set(left + 1, two, inTwo);
                return;
            }
            parts.remove(left + 1);
            at = left;
        }
    }

    /** The contents of two neighbours in one node, or, if that is too much for one, half in each of two. */
    private void combine(Object[] left, int inLeft, Object[] right, int inRight, int bits) {
        if (bits > 0) {
            ListParts parts = new ListParts(children(left) + children(right));
            parts.addAll(left, ListNode.sizesOf(left, bits, inLeft), 0, children(left));
            parts.addAll(right, ListNode.sizesOf(right, bits, inRight), 0, children(right));
            int seam = children(left);
            fill(parts, seam, below(bits)); // an only child could not be filled before
            fill(parts, seam - 1, below(bits));
            make(parts, bits);
            return;
        }
        int total = inLeft + inRight;
        int first = total <= LEAF ? total : (total + 1) / 2;
        one = window(left, inLeft, right, 0, first);
        inOne = first;
        two = null;
        if (first < total) {
            two = window(left, inLeft, right, first, total);
            inTwo = total - first;
        }
    }

    /** A leaf of some of the elements of two. */
    private Object[] window(Object[] left, int inLeft, Object[] right, int from, int to) {
        nodesCopied++;
        int count = to - from;
        int ofLeft = Math.max(0, Math.min(to, inLeft) - from);
        Object[] leaf = leafOf(left, Math.min(from, inLeft), ofLeft, owner == Owner.NONE ? count : LEAF, owner);
        System.arraycopy(right, Math.max(0, from - inLeft), leaf, ofLeft, count - ofLeft);
        return leaf;
    }
}
