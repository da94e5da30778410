package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * What is true of every version between two operations. Tests check it after every write.
 *
 * <ul>
 *   <li>I1 order: keys ascend strictly, within a leaf and across leaves.
 *   <li>I2 fill: every node but the root has its minimum, and none more than its capacity; an inner root has two children.
 *   <li>I3 depth: all leaves are equally deep.
 *   <li>I4 separators: separator i is the first key below child i + 1, the same object.
 *   <li>I5 sizes: each size is the number of entries of its child; the version's size is their sum.
 *   <li>I6 prefixes: each is the prefix of its key under the version's order and the stem of its node; present exactly if that
 *       order has them.
 *   <li>I7 ownership: a node that may be edited in place has only ancestors that may.
 *   <li>I8 slack: slots past the count are empty, and only a leaf that was made to be edited has any.
 *   <li>I9 values: all leaves have them, or none has.
 * </ul>
 */
final class BTreeInvariants {
    private final KeyOrder<?> order;
    private final Ownership rights;
    private int leafDepth = -1;
    private @Nullable BLeaf firstLeaf;
    private @Nullable Object previousKey;
    private boolean seenKey;

    private BTreeInvariants(KeyOrder<?> order, Ownership rights) {
        this.order = order;
        this.rights = rights;
    }

    /**
     * Checks a version.
     *
     * @param rights who may edit its nodes now
     * @throws AssertionError naming the first invariant that is violated
     */
    static void check(BTreeState<?, ?> state, Ownership rights) {
        BTreeInvariants check = new BTreeInvariants(state.order, rights);
        int size = check.subtree(state.root, 0);
        require(size == state.size, "I5", "state says " + state.size + " entries, the nodes hold " + size);
        require((state.root == BLeaf.EMPTY) == (size == 0), "I2", "an empty map has the one empty root");
        require(size > 0 || state.order.prefixBits == 0, "I6", "an empty map has no prefix");
    }

    private int subtree(BNode node, int depth) {
        if (node instanceof BInner inner) {
            return inner(inner, depth);
        }
        BLeaf leaf = (BLeaf) node;
        require(leafDepth < 0 || leafDepth == depth, "I3", "leaves at depth " + leafDepth + " and " + depth);
        leafDepth = depth;
        require(depth == 0 || leaf.count >= BNode.LEAF_MINIMUM, "I2", "leaf of " + leaf.count);
        require(leaf.count <= BNode.LEAF_CAPACITY, "I2", "leaf of " + leaf.count);
        leafSlots(leaf);
        for (int slot = 0; slot < leaf.count; slot++) {
            Object key = leaf.keys[slot];
            require(
                    !seenKey || order.compare(previousKey, key) < 0,
                    "I1",
                    "key " + key + " follows key " + previousKey);
            previousKey = key;
            seenKey = true;
            prefix(leaf.prefixes, leaf.stem, slot, key);
        }
        return leaf.count;
    }

    private void leafSlots(BLeaf leaf) {
        int length = leaf.keys.length;
        int room = leaf.hasValues() ? leaf.values.length : length;
        require(room == length || room == leaf.count, "I8", "uneven arrays");
        require(leaf.owner != null || room == leaf.count, "I8", "slack that nobody can use");
        if (firstLeaf == null) {
            firstLeaf = leaf;
        }
        require(leaf.hasValues() == firstLeaf.hasValues(), "I9", "a leaf with values beside one without");
        if (leaf.count > 0) {
            require((leaf.prefixes != null) == (order.prefixBits != 0), "I6", "prefixes present or not");
            require(leaf.prefixes == null || Prefixes.length(leaf.prefixes) == length, "I8", "uneven prefixes");
        }
        if (leaf.owner != null) {
            for (int slot = leaf.count; slot < length; slot++) {
                require(
                        leaf.keys[slot] == null && (!leaf.hasValues() || leaf.values[slot] == null),
                        "I8",
                        "slot " + slot + " is in use");
            }
        }
    }

    private int inner(BInner inner, int depth) {
        int count = inner.count();
        require(count >= (depth == 0 ? 2 : BNode.INNER_MINIMUM), "I2", "inner node of " + count);
        require(count <= BNode.INNER_CAPACITY, "I2", "inner node of " + count);
        require(inner.separators.count() == count - 1, "I4", inner.separators.count() + " separators");
        require(inner.prefixes == inner.separators.prefixes, "I6", "prefixes that are not those of the separators");
        require(inner.sizes.length == count, "I5", inner.sizes.length + " sizes of " + count + " children");
        int total = 0;
        for (int slot = 0; slot < count; slot++) {
            BNode child = inner.children[slot];
            require(
                    !rights.owns(child.owner) || rights.owns(inner.owner),
                    "I7",
                    "a node is editable below one that is not");
            if (slot > 0) {
                Object separator = inner.separators.keys[slot - 1];
                require(
                        separator == child.firstKey(),
                        "I4",
                        "separator " + separator + ", first key " + child.firstKey());
                prefix(inner.separators.prefixes, inner.separators.stem, slot - 1, separator);
            }
            int size = subtree(child, depth + 1);
            require(size == inner.sizes[slot], "I5", "size " + inner.sizes[slot] + " of a child with " + size);
            total += size;
        }
        return total;
    }

    private void prefix(@Nullable Object prefixes, @Nullable String stem, int slot, @Nullable Object key) {
        require(stem == null || order.stems, "I6", "a stem where the order has none");
        if (prefixes != null) {
            require(
                    Prefixes.get(prefixes, slot) == order.prefix(key, stem),
                    "I6",
                    "prefix " + Prefixes.get(prefixes, slot) + " of key " + key + " under stem " + stem);
        }
    }

    private static void require(boolean holds, String invariant, String detail) {
        if (!holds) {
            throw Checks.bug(invariant, detail);
        }
    }
}
