package dev.holstein.btree;

import dev.holstein.core.Owner;
import java.util.Map;

/** Versions made of parts of a version, or of entries that come in order: what {@link BTreeBuilder} is given to append. */
final class BTreeParts {
    private BTreeParts() {}

    /** Appends the entries of a tree with index {@code from} to {@code to - 1}. */
    static void addRange(BTreeBuilder builder, BNode root, int from, int to) {
        addRange(builder, root, BTreeSearch.height(root), from, to);
    }

    private static void addRange(BTreeBuilder builder, BNode node, int height, int from, int to) {
        if (from >= to) {
            return;
        }
        if (node instanceof BLeaf leaf) {
            builder.addRun(leaf, from, to);
            return;
        }
        BInner inner = (BInner) node;
        int base = 0;
        int slot = 0;
        while (from >= base + inner.sizes[slot]) {
            base += inner.sizes[slot++];
        }
        if (from > base || to < base + inner.sizes[slot]) {
            addRange(builder, inner.children[slot], height - 1, from - base, Math.min(to - base, inner.sizes[slot]));
            base += inner.sizes[slot++];
        }
        int firstWhole = slot;
        while (slot < inner.count() && base + inner.sizes[slot] <= to) {
            base += inner.sizes[slot++];
        }
        if (firstWhole < slot) {
            builder.addPart(inner, height, firstWhole, slot);
        }
        if (base < to) {
            addRange(builder, inner.children[slot], height - 1, 0, to - base);
        }
    }

    /**
     * Appends the entries of a tree but some.
     *
     * @param removed their indices, ascending
     */
    static void addAllBut(BTreeBuilder builder, BNode root, int[] removed, int removedCount) {
        addAllBut(builder, root, BTreeSearch.height(root), 0, removed, 0, removedCount);
    }

    private static void addAllBut(
            BTreeBuilder builder, BNode node, int height, int base, int[] removed, int fromRemoved, int toRemoved) {
        if (node instanceof BLeaf leaf) {
            int slot = 0;
            for (int i = fromRemoved; i < toRemoved; i++) {
                builder.addRun(leaf, slot, removed[i] - base);
                slot = removed[i] - base + 1;
            }
            builder.addRun(leaf, slot, leaf.count);
            return;
        }
        BInner inner = (BInner) node;
        int start = base;
        int next = fromRemoved;
        int firstWhole = 0;
        for (int slot = 0; slot < inner.count(); slot++) {
            int end = start + inner.sizes[slot];
            int first = next;
            while (next < toRemoved && removed[next] < end) {
                next++;
            }
            if (first < next) {
                builder.addPart(inner, height, firstWhole, slot);
                addAllBut(builder, inner.children[slot], height - 1, start, removed, first, next);
                firstWhole = slot + 1;
            }
            start = end;
        }
        builder.addPart(inner, height, firstWhole, inner.count());
    }

    /**
     * A version with the entries of an iteration: O(n), every node full but for the last two of a level.
     *
     * @throws IllegalArgumentException if a key is not above the one before it
     */
    static <K, V> BTreeState<K, V> fromSorted(
            Iterable<? extends Map.Entry<? extends K, ? extends V>> entries, KeyOrder<K> mapOrder, Owner owner) {
        BTreeSorter<K> sorter = new BTreeSorter<>(mapOrder);
        for (Map.Entry<? extends K, ? extends V> entry : entries) {
            if (entry == null) {
                throw new NullPointerException("entry at position " + sorter.count() + " is null");
            }
            sorter.add(entry.getKey(), entry.getValue());
        }
        return sorter.toStateIfAscending(owner);
    }

    /** The entries of a version in the reverse of its order: O(n). */
    @SuppressWarnings("unchecked") // only keys of type K are ever put
    static <K, V> BTreeState<K, V> reversed(BTreeState<K, V> state, KeyOrder<K> reverse) {
        BTreeSorter<K> sorter = new BTreeSorter<>(reverse);
        BTreeCursor cursor = new BTreeCursor(state.root, 0, state.size, true);
        while (cursor.advance()) {
            sorter.add((K) cursor.key(), cursor.value());
        }
        return sorter.toStateIfAscending(Owner.NONE);
    }

    /** The entries of a version with index {@code from} to {@code to - 1}: O(log n). */
    static <K, V> BTreeState<K, V> slice(BTreeState<K, V> state, int from, int to) {
        if (from == 0 && to == state.size) {
            return state;
        }
        if (from >= to) {
            return BTreeState.empty(state.order);
        }
        BTreeBuilder builder = new BTreeBuilder(state.order, Owner.NONE);
        addRange(builder, state.root, from, to);
        return new BTreeState<>(builder.root(), to - from, state.order);
    }

    /** The same entries in nodes without prefixes. */
    static BTreeBuilder withoutPrefixes(BNode root, int size, KeyOrder<?> plain) {
        BTreeBuilder builder = new BTreeBuilder(plain, Owner.NONE);
        BTreeCursor cursor = new BTreeCursor(root, 0, size, false);
        while (cursor.advance()) {
            builder.add(cursor.key(), 0, cursor.value());
        }
        return builder;
    }
}
