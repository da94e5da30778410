package dev.holstein.btree;

import dev.holstein.core.Owner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An inner node: children, the keys between them, and how many entries each child holds.
 *
 * <pre>
 *   separators       | 20 | 50 |          shared by copies of this node
 *   children     | c0 | c1 | c2 |         keys of c0 &lt; 20 &lt;= keys of c1 &lt; 50 &lt;= keys of c2
 *   sizes        | 17 | 25 | 19 |         for rank, select and the size of a range in O(log n)
 * </pre>
 *
 * All arrays have exact length: a node of this kind gains or loses a child once in dozens of writes.
 */
final class BInner extends BNode {
    Separators separators;

    /** Those of the separators, at hand: a search then passes by that object, and by the keys. */
    @Nullable
    Object prefixes;

    BNode[] children;
    int[] sizes;

    BInner(Owner owner, Separators separators, BNode[] children, int[] sizes) {
        super(owner);
        this.separators = separators;
        prefixes = separators.prefixes;
        this.children = children;
        this.sizes = sizes;
    }

    /** A root over two nodes. */
    static BInner of(Owner owner, BNode left, BNode right, @Nullable Object separator, KeyOrder<?> order) {
        Separators separators = Separators.of(new Object[] {separator}, order, left.stem());
        return new BInner(owner, separators, new BNode[] {left, right}, new int[] {left.size(), right.size()});
    }

    @Override
    int size() {
        int size = 0;
        for (int childSize : sizes) {
            size += childSize;
        }
        return size;
    }

    @Override
    Object firstKey() {
        return children[0].firstKey();
    }

    @Override
    @Nullable
    String stem() {
        return separators.stem;
    }

    int count() {
        return children.length;
    }

    /** Entries before a child. */
    int sizeBefore(int slot) {
        int size = 0;
        for (int i = 0; i < slot; i++) {
            size += sizes[i];
        }
        return size;
    }

    /** A copy with another child at a slot. Sizes that did not change are shared if nobody will edit them in place. */
    BInner withChild(Owner owner, int slot, BNode child, int sizeChange) {
        return withChild(owner, separators, slot, child, sizeChange);
    }

    /** A copy with another child at a slot, and other keys. */
    BInner withChild(Owner owner, Separators newSeparators, int slot, BNode child, int sizeChange) {
        BNode[] newChildren = children.clone();
        newChildren[slot] = child;
        int[] newSizes = sizes;
        if (sizeChange != 0 || owner != Owner.NONE) {
            newSizes = sizes.clone();
            newSizes[slot] += sizeChange;
        }
        return new BInner(owner, newSeparators, newChildren, newSizes);
    }

    /** A copy with other children, of the same keys. */
    BInner withChildren(Owner owner, BNode[] newChildren) {
        return new BInner(owner, separators, newChildren, owner == Owner.NONE ? sizes : sizes.clone());
    }

    /** Puts a child in its slot, in place; allocates nothing. */
    void setChild(int slot, BNode child, int sizeChange) {
        if (children[slot] != child) {
            children[slot] = child;
        }
        sizes[slot] += sizeChange;
    }

    /** Takes over the contents of another node, in place. */
    void become(BInner other) {
        separators = other.separators;
        prefixes = other.prefixes;
        children = other.children;
        sizes = other.sizes;
    }

    /** A copy in which two nodes stand for the child at a slot; it may be one child too wide, for {@link #window} to cut. */
    BInner withSplitChild(
            Owner owner,
            KeyOrder<?> order,
            int slot,
            BNode left,
            BNode right,
            @Nullable Object separator,
            long prefix) {
        int count = children.length;
        BNode[] newChildren = new BNode[count + 1];
        int[] newSizes = new int[count + 1];
        System.arraycopy(children, 0, newChildren, 0, slot);
        System.arraycopy(children, slot + 1, newChildren, slot + 2, count - slot - 1);
        System.arraycopy(sizes, 0, newSizes, 0, slot);
        System.arraycopy(sizes, slot + 1, newSizes, slot + 2, count - slot - 1);
        newChildren[slot] = left;
        newChildren[slot + 1] = right;
        newSizes[slot] = left.size();
        newSizes[slot + 1] = right.size();
        return new BInner(owner, separators.inserted(slot, separator, prefix, order), newChildren, newSizes);
    }

    /** The children {@code [from, to)} as a node of their own. */
    BInner window(Owner owner, KeyOrder<?> order, int from, int to) {
        return new BInner(
                owner,
                separators.window(from, to - 1, order),
                Arrays.copyOfRange(children, from, to),
                Arrays.copyOfRange(sizes, from, to));
    }

    /** A copy in which one node stands for the children at {@code slot} and {@code slot + 1}. */
    BInner withMergedChild(Owner owner, KeyOrder<?> order, int slot, BNode merged) {
        int count = children.length;
        BNode[] newChildren = new BNode[count - 1];
        int[] newSizes = new int[count - 1];
        System.arraycopy(children, 0, newChildren, 0, slot);
        System.arraycopy(children, slot + 2, newChildren, slot + 1, count - slot - 2);
        System.arraycopy(sizes, 0, newSizes, 0, slot);
        System.arraycopy(sizes, slot + 2, newSizes, slot + 1, count - slot - 2);
        newChildren[slot] = merged;
        newSizes[slot] = merged.size();
        return new BInner(owner, separators.removed(slot, order), newChildren, newSizes);
    }

    /** A copy in which entries moved between the children at {@code slot} and {@code slot + 1}. */
    BInner withBorrowed(
            Owner owner,
            KeyOrder<?> order,
            int slot,
            BNode left,
            BNode right,
            @Nullable Object separator,
            long prefix) {
        BNode[] newChildren = children.clone();
        int[] newSizes = sizes.clone();
        newChildren[slot] = left;
        newChildren[slot + 1] = right;
        newSizes[slot] = left.size();
        newSizes[slot + 1] = right.size();
        return new BInner(owner, separators.replaced(slot, separator, prefix, order), newChildren, newSizes);
    }

    /** Two neighbours put together; they may be too many children for one node, for {@link #window} to cut. */
    static BInner joined(
            Owner owner, KeyOrder<?> order, BInner left, @Nullable Object between, long prefix, BInner right) {
        int leftCount = left.count();
        int rightCount = right.count();
        BNode[] children = Arrays.copyOf(left.children, leftCount + rightCount);
        int[] sizes = Arrays.copyOf(left.sizes, leftCount + rightCount);
        System.arraycopy(right.children, 0, children, leftCount, rightCount);
        System.arraycopy(right.sizes, 0, sizes, leftCount, rightCount);
        Separators separators =
                left.separators.inserted(leftCount - 1, between, prefix, order).joined(right.separators, order);
        return new BInner(owner, separators, children, sizes);
    }
}
