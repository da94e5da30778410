package dev.holstein.btree;

import dev.holstein.core.Owner;
import dev.holstein.core.Ownership;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Union, intersection, difference and symmetric difference of two versions, and whether they are equal: one walk over both
 * ({@link BTreePairs}), one builder ({@link BTreeBuilder}). Subtrees that both share, or that one of them has alone, are taken
 * over or left out whole, as Blelloch, Ferizovic and Sun do in <cite>Just Join for Parallel Ordered Sets</cite> (2016); a
 * result that has the entries of an input, the very same values, is that input.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class BTreeAlgebra<K, V> {
    /** Which pieces belong to the result. */
    enum Operation {
        UNION(true, true, true),
        INTERSECTION(false, false, true),
        DIFFERENCE(true, false, false),
        SYMMETRIC_DIFFERENCE(true, true, false);

        private final boolean keepsLeft;
        private final boolean keepsRight;
        private final boolean keepsCommon;

        Operation(boolean keepsLeft, boolean keepsRight, boolean keepsCommon) {
            this.keepsLeft = keepsLeft;
            this.keepsRight = keepsRight;
            this.keepsCommon = keepsCommon;
        }
    }

    private final Operation operation;
    private final @Nullable BiFunction<? super V, ? super V, ? extends V> merge;
    private final KeyOrder<K> order;
    private final Owner owner;
    private final BTreePairs pairs;
    private final BTreeBuilder builder;
    private boolean isLeft = true;
    private boolean isRight = true;

    private BTreeAlgebra(
            Operation operation,
            BTreeState<K, V> left,
            BTreeState<K, ?> right,
            @Nullable BiFunction<? super V, ? super V, ? extends V> merge,
            Owner owner) {
        this.operation = operation;
        this.merge = merge;
        this.owner = owner;
        order = left.size == 0 ? right.order : left.order;
        pairs = new BTreePairs(left, right);
        pairs.singly = merge != null;
        builder = new BTreeBuilder(order, owner);
    }

    /**
     * Carries an operation out, under the right to edit that new nodes are to bear.
     *
     * @param right in any order, or a run of a {@link BTreeSorter}; its values win a union, unless a function is given
     * @param mayBeRight whether the right side may be the result; if not, keys that both have are those of the left side
     * @param merge makes the value of a key that both sides have, called once for each; null for none
     */
    @SuppressWarnings("unchecked") // the right side is the result only where its values may be
    static <K, V> BTreeState<K, V> combine(
            Operation operation,
            BTreeState<K, V> left,
            BTreeState<K, ?> right,
            boolean mayBeRight,
            @Nullable BiFunction<? super V, ? super V, ? extends V> merge,
            Ownership rights) {
        BTreeState<K, V> ours = left;
        BTreeState<K, ?> sorted = inOrder(right, left.order);
        BTreeState<K, ?> theirs = sorted;
        if (operation.keepsRight && left.size > 0 && theirs.size > 0 && !left.order.mixesWith(theirs.order)) {
            ours = withoutPrefixes(left);
            theirs = withoutPrefixes(theirs);
        }
        BTreeAlgebra<K, V> algebra = new BTreeAlgebra<>(operation, ours, theirs, merge, rights.forWrite());
        algebra.run();
        if (algebra.isLeft) {
            return left;
        }
        if (algebra.isRight && (mayBeRight || left.size == 0) && sorted.root.owner != BTreeBuilder.RUN) {
            return (BTreeState<K, V>) sorted.inOrderOf(left);
        }
        BNode root = algebra.builder.root();
        rights.count(algebra.builder.nodesMade, 0);
        return root == BLeaf.EMPTY ? BTreeState.empty(left.order) : new BTreeState<>(root, root.size(), algebra.order);
    }

    private void run() {
        while (true) {
            switch (pairs.advance()) {
                case LEFT -> {
                    isRight &= !operation.keepsLeft;
                    isLeft &= operation.keepsLeft;
                    keepIf(operation.keepsLeft);
                }
                case RIGHT -> {
                    isLeft &= !operation.keepsRight;
                    isRight &= operation.keepsRight;
                    keepIf(operation.keepsRight);
                }
                case SAME -> {
                    isLeft &= operation.keepsCommon;
                    isRight &= operation.keepsCommon;
                    if (operation.keepsCommon && merge != null) {
                        mergeWithItself(merge);
                    } else {
                        keepIf(operation.keepsCommon);
                    }
                }
                case BOTH -> {
                    BLeaf leaf = (BLeaf) pairs.node;
                    isRight &=
                            order.exact || Objects.equals(leaf.keys[pairs.from], pairs.rightLeaf.keys[pairs.rightSlot]);
                    common(leaf, pairs.from, pairs.rightLeaf.valueAt(pairs.rightSlot));
                }
                case END -> {
                    return;
                }
            }
        }
    }

    private void keepIf(boolean kept) {
        if (kept) {
            builder.addPart(pairs.node, pairs.height, pairs.from, pairs.to);
        }
    }

    /** A function is asked for shared entries too: a sum of a map and itself is no map that either has. */
    private void mergeWithItself(BiFunction<? super V, ? super V, ? extends V> function) {
        BTreeReplacement<K, V> replacement =
                new BTreeReplacement<>((key, value) -> function.apply(value, value), (key, value) -> {}, owner);
        int from = pairs.from;
        int to = pairs.to;
        BNode node = pairs.node;
        if (node instanceof BInner inner) {
            from = inner.sizeBefore(pairs.from);
            to = inner.sizeBefore(pairs.to);
        }
        BNode merged = replacement.replaced(node, from, to);
        builder.nodesMade += replacement.nodesMade;
        builder.addPart(merged, pairs.height, pairs.from, pairs.to);
        isLeft &= merged == node;
        isRight &= merged == node;
    }

    @SuppressWarnings("unchecked") // a function is given for maps only, whose values are of type V
    private void common(BLeaf leaf, int slot, Object theirs) {
        if (!operation.keepsCommon) {
            isLeft = false;
            isRight = false;
            return;
        }
        Object mine = leaf.valueAt(slot);
        Object value = operation == Operation.UNION ? theirs : mine;
        if (merge != null) {
            value = merge.apply((V) mine, (V) theirs);
        }
        isRight &= value == theirs;
        if (value == mine) {
            builder.addRun(leaf, slot, slot + 1);
        } else {
            isLeft = false;
            builder.add(leaf.keys[slot], leaf.prefixAt(slot), value);
        }
    }

    /** Whether two versions in one order have the same keys by that order and, if values are asked for, equal values. */
    static boolean equal(BTreeState<?, ?> left, BTreeState<?, ?> right, boolean values) {
        if (left.size != right.size) {
            return false;
        }
        BTreePairs pairs = new BTreePairs(left, right);
        while (true) {
            switch (pairs.advance()) {
                case LEFT, RIGHT -> {
                    return false;
                }
                case SAME -> {
                    // the same nodes have the same entries
                }
                case BOTH -> {
                    Object mine = ((BLeaf) pairs.node).valueAt(pairs.from);
                    if (values && !Objects.equals(mine, pairs.rightLeaf.valueAt(pairs.rightSlot))) {
                        return false;
                    }
                }
                case END -> {
                    return true;
                }
            }
        }
    }

    /** The same entries in the order of another map: the version itself if it is in that order already. */
    @SuppressWarnings("unchecked") // only keys of type K are ever put
    private static <K, W> BTreeState<K, W> inOrder(BTreeState<K, W> state, KeyOrder<K> order) {
        if (order.sameAs(state.order.comparator())) {
            return state;
        }
        BTreeSorter<K> sorter = new BTreeSorter<>(order);
        BTreeCursor cursor = new BTreeCursor(state.root, 0, state.size, false);
        while (cursor.advance()) {
            sorter.add((K) cursor.key(), cursor.value());
        }
        return sorter.toState(Owner.NONE);
    }

    private static <K, W> BTreeState<K, W> withoutPrefixes(BTreeState<K, W> state) {
        if (state.order.prefixBits == 0) {
            return state;
        }
        KeyOrder<K> plain = state.order.plain();
        return new BTreeState<>(
                BTreeParts.withoutPrefixes(state.root, state.size, plain).root(), state.size, plain);
    }
}
