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

    private BTreeInPlace() {}

    /**
     * Puts an entry below a node, given the prefix of its key under a stem. The recursion ends before the first store, so that a stack that overflows, or memory that runs
     * out, leaves all as it was.
     *
     * @return the value before, {@link #ADDED} or {@link #NOT_HERE}
     */
    static @Nullable Object put(
            BNode node,
            KeyOrder<?> order,
            Object key,
            @Nullable String stem,
            long prefix,
            @Nullable Object value,
            Owner owner,
            Ownership rights) {
        if (node.owner != owner && !owner.owns(node.owner)) {
            return NOT_HERE;
        }
        if (node instanceof BInner inner) {
            int slot = BTreeSearch.childSlot(inner, order, key, stem, prefix);
            Object answer = put(inner.children[slot], order, key, stem, prefix, value, owner, rights);
            if (answer == ADDED) {
                inner.sizes[slot]++;
                rights.count(0, 1);
            }
            return answer;
        }
        return putIntoLeaf((BLeaf) node, order, key, stem, prefix, value, rights);
    }

    private static @Nullable Object putIntoLeaf(
            BLeaf leaf,
            KeyOrder<?> order,
            Object key,
            @Nullable String stem,
            long prefix,
            @Nullable Object value,
            Ownership rights) {
        int slot = BTreeSearch.find(leaf, order, key, stem, prefix);
        if (slot >= 0) {
            Object before = leaf.valueAt(slot);
            if (before != value) { // never in a set
                leaf.values[slot] = value;
                rights.count(0, 1);
            }
            return before;
        }
        if (leaf.count == BNode.LEAF_CAPACITY) {
            return NOT_HERE;
        }
        leaf.insert(-slot - 1, key, order.prefix(key, stem, prefix, leaf.stem), value);
        rights.count(0, 1);
        return ADDED;
    }
}
