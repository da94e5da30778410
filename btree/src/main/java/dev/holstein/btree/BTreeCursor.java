package dev.holstein.btree;

import dev.holstein.core.Slots;
import java.util.function.BiPredicate;

/**
 * A walk over consecutive entries of one version, forwards or backwards, leaf by leaf. It keeps the path from the root, and
 * knows the last slot to come to in each leaf: no bound is ever compared, and a step inside a leaf asks nothing else.
 */
final class BTreeCursor {
    private static final BInner[] NO_PATH = {};
    private static final BNode[] NO_SIBLINGS = {};

    /** 1, or -1 to walk backwards. */
    private final int step;

    /** The inner nodes from the root down to the parent of the leaf, and which child of each is on the path. */
    private final BInner[] path;

    private final int[] slots;

    /** The children of the parent of the leaf, and which of them it is. */
    private BNode[] siblings = NO_SIBLINGS;

    private int place;
    private BLeaf leaf;

    /** Those of the leaf, which nobody edits while it is walked over. */
    private Object[] keys = Slots.EMPTY;

    private Object[] values = Slots.EMPTY;
    private int slot;

    /** The last slot of this leaf that the walk comes to. */
    private int stop;

    /** Entries to come in other leaves. */
    private int behind;

    /** Stands before the first (descending: after the last) of the entries with index {@code from} to {@code to - 1}. */
    BTreeCursor(BNode root, int from, int to, boolean descending) {
        step = descending ? -1 : 1;
        int depth = from < to ? BTreeSearch.height(root) : 0;
        path = depth == 0 ? NO_PATH : new BInner[depth];
        slots = new int[depth];
        if (from >= to) {
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
            siblings = inner.children;
            place = child;
            node = inner.children[child];
        }
        leaf = (BLeaf) node;
        behind = to - from;
        begin(index);
    }

    /** Stands before a slot of the leaf, the first to come to. */
    private void begin(int first) {
        int here = Math.min(step > 0 ? leaf.count - first : first + 1, behind);
        keys = leaf.keys;
        values = leaf.values;
        slot = first - step;
        stop = slot + step * here;
        behind -= here;
    }

    /** Entries that are still to come. */
    int remaining() {
        return (stop - slot) * step + behind;
    }

    /** Whether no entry is to come. */
    boolean isAtEnd() {
        return slot == stop && behind == 0;
    }

    /** Moves to the next entry; false at the end. */
    boolean advance() {
        if (slot == stop) {
            if (behind == 0) {
                return false;
            }
            nextLeaf();
        }
        slot += step;
        return true;
    }

    /**
     * Moves over the entries that are left in this leaf, or else in the next one, and shows them, until one does not pass; false if one
     * did not. What a whole leaf has in common is looked up once, so that its cache lines are on their way together.
     */
    boolean showLeaf(BiPredicate<Object, Object> passes) {
        if (slot == stop && behind > 0) {
            nextLeaf();
        }
        Object[] shownKeys = keys;
        Object[] shownValues = values;
        boolean haveValues = leaf.hasValues();
        int next = slot;
        slot = stop;
        for (int left = (stop - next) * step; left > 0; left--) {
            next += step;
            if (!passes.test(shownKeys[next], haveValues ? shownValues[next] : BLeaf.NO_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /** Small, and hands this object to nobody: so that the compiler can keep it, and an iterator around it, in registers. */
    private void nextLeaf() {
        int sibling = place + step;
        if (sibling < 0 || sibling == siblings.length) {
            siblings = nextSiblings(path, slots, step);
            sibling = step > 0 ? 0 : siblings.length - 1;
        }
        place = sibling;
        leaf = (BLeaf) siblings[sibling];
        begin(step > 0 ? 0 : leaf.count - 1);
    }

    /** Moves a path to the next parent of leaves. */
    private static BNode[] nextSiblings(BInner[] path, int[] slots, int step) {
        int level = path.length - 2;
        while (slots[level] + step < 0 || slots[level] + step == path[level].count()) {
            level--;
        }
        slots[level] += step;
        while (level < path.length - 1) {
            BInner below = (BInner) path[level].children[slots[level]];
            level++;
            path[level] = below;
            slots[level] = step > 0 ? 0 : below.count() - 1;
        }
        return path[level].children;
    }

    /** The leaf and the slot of the entry. */
    BLeaf leaf() {
        return leaf;
    }

    int slot() {
        return slot;
    }

    Object key() {
        return keys[slot];
    }

    Object value() {
        return leaf.hasValues() ? values[slot] : BLeaf.NO_VALUE;
    }
}
