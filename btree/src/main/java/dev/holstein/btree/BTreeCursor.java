package dev.holstein.btree;

/**
 * A walk over consecutive entries of one version, forwards or backwards, leaf by leaf. It keeps the path from the root, and
 * counts down the entries that are left: no bound is ever compared.
 */
final class BTreeCursor {
    private static final BInner[] NO_PATH = {};

    private final boolean descending;
    private final BInner[] path;
    private final int[] slots;
    private BLeaf leaf;
    private int slot;
    private int remaining;

    /** Stands before the first (descending: after the last) of the entries with index {@code from} to {@code to - 1}. */
    BTreeCursor(BNode root, int from, int to, boolean descending) {
        this.descending = descending;
        remaining = Math.max(to - from, 0);
        int depth = remaining == 0 ? 0 : depth(root);
        path = depth == 0 ? NO_PATH : new BInner[depth];
        slots = new int[depth];
        if (remaining == 0) {
            leaf = BLeaf.EMPTY;
            return;
        }
        int index = descending ? to - 1 : from;
        BNode node = root;
        for (int level = 0; level < depth; level++) {
            BInner inner = (BInner) node;
            int child = 0;
            while (index >= inner.sizes[child]) {
                index -= inner.sizes[child++];
            }
            path[level] = inner;
            slots[level] = child;
            node = inner.children[child];
        }
        leaf = (BLeaf) node;
        slot = descending ? index + 1 : index - 1;
    }

    private static int depth(BNode root) {
        int depth = 0;
        BNode node = root;
        while (node instanceof BInner inner) {
            depth++;
            node = inner.children[0];
        }
        return depth;
    }

    /** Entries that are still to come. */
    int remaining() {
        return remaining;
    }

    /** Moves to the next entry; false at the end. */
    boolean advance() {
        if (remaining == 0) {
            return false;
        }
        remaining--;
        if (descending) {
            if (--slot < 0) {
                nextLeaf(-1);
                slot = leaf.count - 1;
            }
        } else if (++slot == leaf.count) {
            nextLeaf(1);
            slot = 0;
        }
        return true;
    }

    private void nextLeaf(int step) {
        int level = path.length - 1;
        while (slots[level] + step < 0 || slots[level] + step == path[level].count()) {
            level--;
        }
        slots[level] += step;
        BNode node = path[level].children[slots[level]];
        while (++level < path.length) {
            BInner inner = (BInner) node;
            path[level] = inner;
            slots[level] = step > 0 ? 0 : inner.count() - 1;
            node = inner.children[slots[level]];
        }
        leaf = (BLeaf) node;
    }

    /** The leaf and the slot of the entry. */
    BLeaf leaf() {
        return leaf;
    }

    int slot() {
        return slot;
    }

    Object key() {
        return leaf.keys[slot];
    }

    Object value() {
        return leaf.valueAt(slot);
    }
}
