package dev.holstein.btree;

import dev.holstein.core.Checks;
import dev.holstein.core.Slots;
import java.util.function.BiPredicate;

/**
 * A walk over consecutive entries of one version, forwards or backwards, leaf by leaf. It keeps the path from the root, and
 * knows the last slot to come to in each leaf: no bound is ever compared, and a step inside a leaf asks nothing else.
 */
final class BTreeCursor {
    private static final BInner[] NO_PATH = {};
    private static final BNode[] NO_SIBLINGS = {};

    /** Leaves that are asked for together. */
    private static final int AHEAD = 8;

    /** References in a cache line, and one in the middle of the first line of an array. */
    private static final int LINE = 16;

    private static final int IN_FIRST_LINE = 8;

    /** 1, or -1 to walk backwards. */
    private final int step;

    /** The inner nodes from the root down to the parent of the leaf, and which child of each is on the path. */
    private final BInner[] path;

    private final int[] slots;

    /** The children of the parent of the leaf, and which of them it is. */
    private BNode[] siblings = NO_SIBLINGS;

    private int place;

    /** The sibling at which the walk asks for the next ones ({@link #nextLeaf}). */
    private int asked;

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
        behind = to - from;
        asked = place + step;
        leaf = (BLeaf) node;
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

    /**
     * Comes to the next leaf. Of several leaves to come some of each cache line is read before the first of them is walked over: they
     * are then on their way from memory together, where a walk would else wait for one after the other.
     *
     * <p>One method, and longer than what the JVM's compiler puts into a loop (325 bytes of bytecode). What is left in the loop is so small that it
     * always goes in, and with it the entries that are looked at but not kept: they are then never made.
     */
    private void nextLeaf() {
        int sibling = place + step;
        if (sibling < 0 || sibling == siblings.length) {
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
            siblings = path[level].children;
            sibling = slots[level];
            asked = sibling;
        }
        if (sibling == asked) {
            int leaves = Math.min(AHEAD, 1 + behind / (BNode.LEAF_CAPACITY / 2));
            asked = step > 0 ? Math.min(siblings.length, sibling + leaves) : Math.max(-1, sibling - leaves);
            boolean damaged = false;
            for (int i = sibling; i != asked; i += step) {
                BLeaf ahead = (BLeaf) siblings[i];
                Object[] aheadKeys = ahead.keys;
                Object[] aheadValues = ahead.values;
                for (int at = IN_FIRST_LINE; at < aheadKeys.length; at += LINE) {
                    damaged |= aheadKeys[at] == ahead;
                }
                for (int at = IN_FIRST_LINE; at < aheadValues.length; at += LINE) {
                    damaged |= aheadValues[at] == ahead;
                }
            }
            if (damaged) { // never, but what is read must be used
                throw Checks.bug("I1", "a leaf holds itself");
            }
        }
        place = sibling;
        leaf = (BLeaf) siblings[sibling];
        begin(step > 0 ? 0 : leaf.count - 1);
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
