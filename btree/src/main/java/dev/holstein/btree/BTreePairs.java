package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A walk over two versions side by side, in ascending order of the keys, that opens only what they do not share: what one of
 * them has alone is met in pieces as large as whole subtrees, and a subtree that both have, the same object, is met once and
 * not looked into.
 *
 * <pre>
 *   left    [ A  B  C  D ]          met: A on the left alone, B the same, then the entries of C beside those of C',
 *   right   [    B  C' D E ]             D the same, E on the right alone
 * </pre>
 *
 * With k differences among n entries it opens O(k log n) nodes; two versions that share nothing are merged in O(m log(n/m + 1))
 * comparisons, m the entries of the smaller one. After Blelloch, Ferizovic and Sun, <cite>Just Join for Parallel Ordered
 * Sets</cite> (2016), with a walk in the place of their recursion, so that it can stop at any entry.
 */
final class BTreePairs {
    /** What the walk met. */
    enum Met {
        /** A piece of which the other side has no key. */
        LEFT,
        RIGHT,
        /** The very same piece on both sides: the same nodes, or the same keys and values in two leaves. */
        SAME,
        /** One entry on each side, of equal keys. */
        BOTH,
        END
    }

    /** How much longer each step of a search ahead is than the one before: eight times. */
    private static final int GALLOP = 3;

    final Side left;
    final Side right;

    /** Whether entries are met one by one even where two leaves have the same objects: for whoever asks a function about each. */
    boolean singly;

    private final KeyOrder<?> order;
    private final boolean samePrefixes;

    /** Where the piece is that was met last on one side. */
    BNode node = BLeaf.EMPTY;

    /** The height of that node; of a leaf, 0. */
    int height;

    /** The children of that node, or the entries of that leaf, that are the piece. */
    int from;

    int to;

    /** For {@link Met#BOTH}: the other leaf and its slot; {@link #node} and {@link #from} are of the left side. */
    BLeaf rightLeaf = BLeaf.EMPTY;

    int rightSlot;

    /** The two versions must be in the same order. */
    BTreePairs(BTreeState<?, ?> left, BTreeState<?, ?> right) {
        this.left = new Side(left);
        this.right = new Side(right);
        order = left.order.plain();
        samePrefixes = left.order.mixesWith(right.order);
    }

    /** One side: the subtree to meet next, whole but for the entries of a leaf that have been met. */
    static final class Side {
        private final KeyOrder<?> order;
        private final BInner[] path;
        private final int[] slots;
        private int depth;
        private @Nullable BNode node;
        private int height;
        private int slot;
        private @Nullable Object key;
        private long prefix;

        /** That of the node from which the prefix is. */
        private @Nullable String stem;

        /** Nodes looked into so far. */
        int opened;

        private Side(BTreeState<?, ?> state) {
            order = state.order;
            height = BTreeSearch.height(state.root);
            path = new BInner[height];
            slots = new int[height];
            if (state.size > 0) {
                node = state.root;
                BLeaf first = BTreeSearch.firstLeaf(state.root);
                key = first.keys[0];
                prefix = first.prefixAt(0);
                stem = first.stem;
            }
        }

        private BNode present() {
            return Checks.present(node, "the next subtree");
        }

        /** Looks into the inner node to meet next: its first child is next. */
        private void open() {
            BInner inner = (BInner) present();
            opened++;
            path[depth] = inner;
            slots[depth] = 0;
            depth++;
            height--;
            node = inner.children[0];
        }

        /** Goes on behind the child at a slot of the parent of the subtree to meet next. */
        private void goBehind(int lastSlot) {
            slots[depth - 1] = lastSlot;
            goOn();
        }

        /** Goes on behind the subtree to meet next. */
        private void goOn() {
            slot = 0;
            while (depth > 0) {
                BInner parent = path[depth - 1];
                int next = ++slots[depth - 1];
                if (next < parent.count()) {
                    node = parent.children[next];
                    key = parent.separators.keys[next - 1];
                    prefix = Prefixes.get(parent.separators.prefixes, next - 1);
                    stem = parent.separators.stem;
                    return;
                }
                depth--;
                height++;
            }
            node = null;
            key = null;
        }

        /** Goes on at an entry of the leaf to meet next, or behind it. */
        private void goOnAt(BLeaf leaf, int nextSlot) {
            if (slot == 0) {
                opened++;
            }
            if (nextSlot == leaf.count) {
                goOn();
                return;
            }
            slot = nextSlot;
            key = leaf.keys[nextSlot];
            prefix = leaf.prefixAt(nextSlot);
            stem = leaf.stem;
        }
    }

    /** Goes on to the next piece. */
    Met advance() {
        while (true) {
            if (left.node == null || right.node == null) {
                return rest();
            }
            if (left.node == right.node && left.slot == right.slot) {
                takeSame();
                return Met.SAME;
            }
            int comparison = left.key == right.key ? 0 : compare(left.key, left.prefix, left.stem, right);
            if (comparison != 0) {
                Side below = comparison < 0 ? left : right;
                Side above = comparison < 0 ? right : left;
                if (takeBelow(below, above)) {
                    return comparison < 0 ? Met.LEFT : Met.RIGHT;
                }
                continue;
            }
            if (left.height == 0 && right.height == 0) {
                return !singly && takeSameEntries() ? Met.SAME : takeEntries();
            }
            int higher = Integer.compare(left.height, right.height);
            if (higher >= 0) {
                left.open();
            }
            if (higher <= 0) {
                right.open();
            }
        }
    }

    /** Compares a key, of whose node the prefix and the stem are, with the one at which a side goes on. */
    private int compare(@Nullable Object key, long prefix, @Nullable String stem, Side other) {
        return samePrefixes && Objects.equals(stem, other.stem)
                ? left.order.compare(key, prefix, other.key, other.prefix)
                : order.compare(key, other.key);
    }

    private Met rest() {
        if (left.node == null && right.node == null) {
            return Met.END;
        }
        Met met = right.node == null ? Met.LEFT : Met.RIGHT;
        takeRest(right.node == null ? left : right);
        return met;
    }

    private void take(BNode taken, int takenHeight, int first, int behind) {
        node = taken;
        height = takenHeight;
        from = first;
        to = behind;
    }

    private void takeRest(Side side) {
        BNode next = side.present();
        take(next, side.height, side.slot, next instanceof BInner inner ? inner.count() : next.size());
        side.goOn();
    }

    /** Takes a subtree that both sides have, and those that follow it in the parents of both, as long as they are the same. */
    private void takeSame() {
        if (left.depth == 0 || right.depth == 0 || left.slot > 0) {
            takeRest(left);
            right.goOn();
            return;
        }
        BInner parent = left.path[left.depth - 1];
        BNode[] theirs = right.path[right.depth - 1].children;
        int first = left.slots[left.depth - 1];
        int theirFirst = right.slots[right.depth - 1];
        int most = Math.min(parent.count() - first, theirs.length - theirFirst);
        int run = 1;
        while (run < most && parent.children[first + run] == theirs[theirFirst + run]) {
            run++;
        }
        take(parent, left.height + 1, first, first + run);
        left.goBehind(first + run - 1);
        right.goBehind(theirFirst + run - 1);
    }

    /** Takes entries that are the very same objects in two leaves; false if already the first are not. */
    private boolean takeSameEntries() {
        BLeaf ours = (BLeaf) left.present();
        BLeaf theirs = (BLeaf) right.present();
        int most = Math.min(ours.count - left.slot, theirs.count - right.slot);
        int run = 0;
        while (run < most
                && ours.keys[left.slot + run] == theirs.keys[right.slot + run]
                && ours.valueAt(left.slot + run) == theirs.valueAt(right.slot + run)) {
            run++;
        }
        if (run == 0) {
            return false;
        }
        take(ours, 0, left.slot, left.slot + run);
        left.goOnAt(ours, left.slot + run);
        right.goOnAt(theirs, right.slot + run);
        return true;
    }

    private Met takeEntries() {
        BLeaf leaf = (BLeaf) left.present();
        rightLeaf = (BLeaf) right.present();
        rightSlot = right.slot;
        take(leaf, 0, left.slot, left.slot + 1);
        left.goOnAt(leaf, left.slot + 1);
        right.goOnAt(rightLeaf, right.slot + 1);
        return Met.BOTH;
    }

    /**
     * Takes a piece of one side that is below the key of the other: children of the lowest node on the path that has some, or a
     * run of a leaf. False if it only looked into a node.
     */
    private boolean takeBelow(Side side, Side above) {
        if (side.slot == 0 && endsBelow(side, side.depth - 1, above)) {
            BInner parent = side.path[side.depth - 1];
            int first = side.slots[side.depth - 1];
            boolean all = endsBelow(side, side.depth - 2, above);
            int behind = all ? parent.count() : childSlot(side, parent, above);
            take(parent, side.height + 1, first, Math.max(behind, first + 1));
            side.goBehind(to - 1);
            return true;
        }
        BNode next = side.present();
        if (next instanceof BInner inner) {
            side.open();
            int behind = childSlot(side, inner, above);
            if (behind == 0) {
                return false;
            }
            take(inner, side.height + 1, 0, behind);
            side.goBehind(behind - 1);
            return true;
        }
        BLeaf leaf = (BLeaf) next;
        int behind = firstNotBelow(leaf, side.slot + 1, above);
        take(leaf, 0, side.slot, behind);
        side.goOnAt(leaf, behind);
        return true;
    }

    /**
     * Where in a leaf, from a slot on, the keys are no longer below that of the other side: soon mostly, so ever longer
     * steps are tried first.
     */
    private int firstNotBelow(BLeaf leaf, int from, Side above) {
        int below = from - 1;
        int step = 1;
        int bound = from;
        while (bound < leaf.count && compare(leaf.keys[bound], leaf.prefixAt(bound), leaf.stem, above) < 0) {
            below = bound;
            step <<= GALLOP;
            bound = Math.min(bound + step, leaf.count);
        }
        while (below + 1 < bound) {
            int middle = (below + bound) >>> 1;
            if (compare(leaf.keys[middle], leaf.prefixAt(middle), leaf.stem, above) < 0) {
                below = middle;
            } else {
                bound = middle;
            }
        }
        return bound;
    }

    /**
     * Whether what follows the child at a level of the path begins at or below the key of the other side, so that the child
     * is below it.
     */
    private boolean endsBelow(Side side, int level, Side other) {
        for (int above = level; above >= 0; above--) {
            BInner inner = side.path[above];
            int separator = side.slots[above];
            if (separator + 1 < inner.count()) {
                Separators keys = inner.separators;
                return compare(keys.keys[separator], Prefixes.get(keys.prefixes, separator), keys.stem, other) <= 0;
            }
        }
        return false;
    }

    /** The entries of the piece that was met last. */
    BTreeCursor piece() {
        int start = node instanceof BInner inner ? inner.sizeBefore(from) : from;
        int end = node instanceof BInner inner ? inner.sizeBefore(to) : to;
        return new BTreeCursor(node, start, end, false);
    }

    private int childSlot(Side side, BInner inner, Side above) {
        KeyOrder<?> probe = side.order.forProbe(above.key);
        String stem = samePrefixes ? above.stem : null;
        return BTreeSearch.childSlot(
                inner, probe, above.key, stem, samePrefixes ? above.prefix : probe.prefix(above.key));
    }
}
