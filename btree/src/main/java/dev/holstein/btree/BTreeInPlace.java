package dev.holstein.btree;

import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way of a {@code put}, for most of those that a map in one thread sees: all nodes on the path are the map's alone,
 * the leaf has room, and the order knows prefixes, so that no code of users runs. It stores what {@link BTreeEdit} would store, and
 * makes no object; whatever else is to be done is left to that.
 */
final class BTreeInPlace {
    /** The answer if nothing was done: this way does not lead there. */
    static final Object NOT_HERE = new Object();

    /** The answer if the key is new. */
    static final Object ADDED = new Object();

    /** Bits for the slot of an inner node, and how many of them a long has room for: the way back is kept in one. */
    private static final int SLOT_BITS = 8;

    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int MOST_LEVELS = BNode.INNER_CAPACITY > SLOT_MASK ? 0 : Long.SIZE / SLOT_BITS;

    private BTreeInPlace() {}

    /**
     * Puts an entry below a root, given the prefix of its key under a stem. The insertion into the leaf is the last call, so that a
     * stack that overflows, or memory that runs out, leaves all as it was.
     *
     * @return the value before, {@link #ADDED} or {@link #NOT_HERE}
     */
    static @Nullable Object put(
            BNode root,
            KeyOrder<?> order,
            Object key,
            @Nullable String stem,
            long prefix,
            @Nullable Object value,
            Owner owner,
            Ownership rights) {
        BNode node = root;
        long way = 0;
        int height = 0;
        while (node instanceof BInner inner) {
            if ((node.owner != owner && !owner.owns(node.owner)) || height == MOST_LEVELS) {
                return NOT_HERE;
            }
            int slot = BTreeSearch.childSlot(inner, order, key, stem, prefix);
            way = way << SLOT_BITS | slot;
            height++;
            node = inner.children[slot];
        }
        if (node.owner != owner && !owner.owns(node.owner)) {
            return NOT_HERE;
        }
        BLeaf leaf = (BLeaf) node;
        int slot = BTreeSearch.find(leaf, order, key, stem, prefix);
        if (slot >= 0) {
            Object before = leaf.valueAt(slot);
            if (before != value) { // never in a set
                rights.count(0, 1);
                leaf.values[slot] = value;
            }
            return before;
        }
        if (leaf.count == BNode.LEAF_CAPACITY) {
            return NOT_HERE;
        }
        long here = order.prefix(key, stem, prefix, leaf.stem);
        rights.count(0, height + 1);
        leaf.insert(-slot - 1, key, here, value);
        node = root;
        for (int above = height - 1; above >= 0; above--) {
            BInner inner = (BInner) node;
            int child = (int) (way >>> (above * SLOT_BITS)) & SLOT_MASK;
            inner.sizes[child]++;
            node = inner.children[child];
        }
        return ADDED;
    }
}
