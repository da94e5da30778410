package dev.holstein.btree;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * A node of the B+tree: a {@link BLeaf} with entries or a {@link BInner} with children. Layout and ownership, no policy:
 * what a node is asked to do is decided by {@link BTreeEdit} and its neighbours.
 *
 * <p>Slots are not final, so that an owner can edit in place; a node whose owner is gone is never written again.
 */
abstract sealed class BNode permits BLeaf, BInner {
    /** Most entries of a leaf. */
    static final int LEAF_CAPACITY = capacity("dev.holstein.btree.leafCapacity", 64);

    /** Most children of an inner node. */
    static final int INNER_CAPACITY = capacity("dev.holstein.btree.innerCapacity", 64);

    /** Fewest entries of a leaf that is not the root. */
    static final int LEAF_MINIMUM = minimum(LEAF_CAPACITY);

    /** Fewest children of an inner node that is not the root. */
    static final int INNER_MINIMUM = minimum(INNER_CAPACITY);

    private static final int SMALLEST_CAPACITY = 4;
    private static final int LARGEST_CAPACITY = 1 << 10;

    /** What {@link Owner#tag} answered for the edit that made this node; null if nobody may edit it in place. */
    final @Nullable Owner owner;

    BNode(Owner owner) {
        this.owner = owner.tag();
    }

    /** Entries in this subtree. */
    abstract int size();

    /** The smallest key in this subtree. */
    abstract Object firstKey();

    /** What the keys in this node have in common, left out of its prefixes ({@link KeyStem}); null if nothing is. */
    abstract @Nullable String stem();

    /**
     * A third, not a half: a split of a full node can then leave two thirds behind an ascending run of inserts, and a node
     * that has just been merged is far from both bounds.
     */
    private static int minimum(int capacity) {
        return (capacity + 2) / 3;
    }

    private static int capacity(String property, int standard) {
        int capacity = Integer.getInteger(property, standard);
        if (capacity < SMALLEST_CAPACITY || capacity > LARGEST_CAPACITY) {
            throw new IllegalArgumentException("system property " + property + " is " + capacity + ", legal are "
                    + SMALLEST_CAPACITY + " to " + LARGEST_CAPACITY);
        }
        return capacity;
    }
}
