package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finding things in a version: by key, by neighbourhood, by index. Reads only; knows nodes and the order, no face.
 *
 * <p>Inside a node the search is branch-free over the prefixes (Khuong and Morin, <cite>Array Layouts for Comparison-Based
 * Searching</cite>, 2017, section 2): the compiler turns the choice of half into a conditional move, so no mispredicted branch
 * waits. Keys are asked only where prefixes tie, and everywhere where the order has none: then in strides, for the loads of
 * keys that do not wait for each other overlap, and the branch is mostly the same.
 */
final class BTreeSearch {
    /** Keys that a search without prefixes passes at once. */
    private static final int STRIDE = 8;

    private static final String PREFIXES = "the prefix array of a node";

    private BTreeSearch() {}

    /** The value of a key; null if it is absent. */
    static @Nullable Object get(BNode root, KeyOrder<?> mapOrder, @Nullable Object key) {
        if (key instanceof Integer number && mapOrder.ofIntegers) {
            return get(root, number ^ mapOrder.mirror);
        }
        if (key instanceof Long number && mapOrder.ofLongs) {
            return get(root, number ^ mapOrder.mirror);
        }
        KeyOrder<?> order = mapOrder.forProbe(key);
        String stem = root.stem();
        long prefix = order.prefix(key, stem);
        BLeaf leaf = leafOf(root, order, key, stem, prefix);
        int slot = find(leaf, order, key, stem, prefix);
        return slot >= 0 ? leaf.values[slot] : null;
    }

    /** The way of the keys that maps have most, with nothing on it that depends on the kind of keys. */
    private static @Nullable Object get(BNode root, int prefix) {
        BNode node = root;
        while (node instanceof BInner inner) {
            node = inner.children[childSlot((int[]) Checks.present(inner.prefixes, PREFIXES), prefix)];
        }
        BLeaf leaf = (BLeaf) node;
        int[] ints = (int[]) Checks.present(leaf.prefixes, PREFIXES);
        int at = lastAtMost(ints, leaf.count, prefix);
        return ints[at] == prefix ? leaf.values[at] : null;
    }

    private static @Nullable Object get(BNode root, long prefix) {
        BNode node = root;
        while (node instanceof BInner inner) {
            node = inner.children[childSlot((long[]) Checks.present(inner.prefixes, PREFIXES), prefix)];
        }
        BLeaf leaf = (BLeaf) node;
        long[] longs = (long[]) Checks.present(leaf.prefixes, PREFIXES);
        int at = lastAtMost(longs, leaf.count, prefix);
        return longs[at] == prefix ? leaf.values[at] : null;
    }

    static boolean contains(BNode root, KeyOrder<?> mapOrder, @Nullable Object key) {
        KeyOrder<?> order = mapOrder.forProbe(key);
        String stem = root.stem();
        long prefix = order.prefix(key, stem);
        return find(leafOf(root, order, key, stem, prefix), order, key, stem, prefix) >= 0;
    }

    private static BLeaf leafOf(
            BNode root, KeyOrder<?> order, @Nullable Object key, @Nullable String stem, long prefix) {
        BNode node = root;
        while (node instanceof BInner inner) {
            node = inner.children[childSlot(inner, order, key, stem, prefix)];
        }
        return (BLeaf) node;
    }

    /**
     * The child whose range holds a key: as many separators are at or below the key. The prefix of the key is given under some
     * stem, mostly the one that all nodes share; here it need not be the same.
     */
    static int childSlot(BInner inner, KeyOrder<?> order, @Nullable Object key, @Nullable String stem, long prefix) {
        int bits = order.prefixBits;
        if (bits == Integer.SIZE) { // every int encoding is exact
            return childSlot((int[]) Checks.present(inner.prefixes, PREFIXES), (int) prefix);
        }
        if (bits == Long.SIZE && order.exact) {
            return childSlot((long[]) Checks.present(inner.prefixes, PREFIXES), prefix);
        }
        Separators separators = inner.separators;
        long here = order.prefix(key, stem, prefix, separators.stem);
        int found = find(separators.keys, separators.prefixes, separators.keys.length, order, key, here);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int childSlot(int[] separators, int prefix) {
        int at = lastAtMost(separators, separators.length, prefix);
        return separators[at] <= prefix ? at + 1 : at;
    }

    private static int childSlot(long[] separators, long prefix) {
        int at = lastAtMost(separators, separators.length, prefix);
        return separators[at] <= prefix ? at + 1 : at;
    }

    /** The slot of a key in a leaf, or {@code -insertionPoint - 1}; the prefix is given as for {@link #childSlot}. */
    static int find(BLeaf leaf, KeyOrder<?> order, @Nullable Object key, @Nullable String stem, long prefix) {
        int count = leaf.count;
        if (count == 0) {
            order.checkComparable(key);
            return -1;
        }
        long here = order.prefix(key, stem, prefix, leaf.stem);
        return find(leaf.keys, leaf.prefixes, count, order, key, here);
    }

    private static int find(
            Object[] keys, @Nullable Object prefixes, int count, KeyOrder<?> order, @Nullable Object key, long prefix) {
        int bits = order.prefixBits;
        if (bits == Integer.SIZE) {
            int[] ints = (int[]) Checks.present(prefixes, PREFIXES);
            int at = lastAtMost(ints, count, (int) prefix);
            if (ints[at] != (int) prefix) {
                return ints[at] < (int) prefix ? -at - 2 : -1;
            }
            return at; // every int encoding is exact
        }
        if (bits == Long.SIZE) {
            long[] longs = (long[]) Checks.present(prefixes, PREFIXES);
            int at = lastAtMost(longs, count, prefix);
            if (longs[at] != prefix) {
                return longs[at] < prefix ? -at - 2 : -1;
            }
            return order.exact ? at : findTied(keys, longs, at, order, key, prefix);
        }
        return findCompared(keys, 0, count, order, key);
    }

    /** The last slot whose prefix is at most the one sought; 0 if none is. */
    private static int lastAtMost(int[] prefixes, int count, int prefix) {
        int base = 0;
        int length = count;
        while (length > 1) {
            int half = length >>> 1;
            base = prefixes[base + half] <= prefix ? base + half : base;
            length -= half;
        }
        return base;
    }

    private static int lastAtMost(long[] prefixes, int count, long prefix) {
        int base = 0;
        int length = count;
        while (length > 1) {
            int half = length >>> 1;
            base = prefixes[base + half] <= prefix ? base + half : base;
            length -= half;
        }
        return base;
    }

    /** Among the slots whose prefix ties, {@code last} the last of them: mostly there is only one. */
    private static int findTied(
            Object[] keys, long[] prefixes, int last, KeyOrder<?> order, @Nullable Object key, long prefix) {
        int comparison = order.compare(key, keys[last]);
        if (comparison >= 0) {
            return comparison == 0 ? last : -last - 2;
        }
        if (last == 0 || prefixes[last - 1] != prefix) {
            return -last - 1;
        }
        int below = prefix == Long.MIN_VALUE ? -1 : lastAtMost(prefixes, last, prefix - 1);
        int first = below >= 0 && prefixes[below] == prefix ? below : below + 1;
        return findCompared(keys, first, last, order, key);
    }

    private static int findCompared(Object[] keys, int from, int to, KeyOrder<?> order, @Nullable Object key) {
        int slot = from;
        while (slot + STRIDE <= to) {
            int comparison = order.compare(key, keys[slot + STRIDE - 1]);
            if (comparison <= 0) {
                if (comparison == 0) {
                    return slot + STRIDE - 1;
                }
                break;
            }
            slot += STRIDE;
        }
        int end = Math.min(slot + STRIDE - 1, to);
        while (slot < end) {
            int comparison = order.compare(key, keys[slot]);
            if (comparison <= 0) {
                return comparison == 0 ? slot : -slot - 1;
            }
            slot++;
        }
        return -slot - 1;
    }

    /**
     * The entry next to a key: below or above it, the key itself included or not. One descent; the nearest subtree passed on
     * that side is remembered, for a key that falls at the edge of its leaf.
     */
    static <K, V> Map.@Nullable Entry<K, V> near(
            BTreeState<K, V> state, @Nullable Object key, boolean below, boolean inclusive) {
        KeyOrder<K> order = state.order.forProbe(key);
        String stem = state.root.stem();
        long prefix = order.prefix(key, stem);
        BNode node = state.root;
        BNode neighbour = null;
        while (node instanceof BInner inner) {
            int slot = childSlot(inner, order, key, stem, prefix);
            int beside = below ? slot - 1 : slot + 1;
            if (beside >= 0 && beside < inner.count()) {
                neighbour = inner.children[beside];
            }
            node = inner.children[slot];
        }
        BLeaf leaf = (BLeaf) node;
        int found = find(leaf, order, key, stem, prefix);
        int slot = nearSlot(found, below, inclusive);
        if (slot >= 0 && slot < leaf.count) {
            return entry(leaf, slot);
        }
        return neighbour == null ? null : edge(neighbour, below);
    }

    private static int nearSlot(int found, boolean below, boolean inclusive) {
        if (found >= 0) {
            return inclusive ? found : below ? found - 1 : found + 1;
        }
        int insertion = -found - 1;
        return below ? insertion - 1 : insertion;
    }

    /** The last or first entry of a subtree; null if it is empty. */
    static <K, V> Map.@Nullable Entry<K, V> edge(BNode root, boolean last) {
        BNode node = root;
        while (node instanceof BInner inner) {
            node = inner.children[last ? inner.count() - 1 : 0];
        }
        BLeaf leaf = (BLeaf) node;
        return leaf.count == 0 ? null : entry(leaf, last ? leaf.count - 1 : 0);
    }

    /** The index of a key; -1 if it is absent. */
    static int indexOf(BTreeState<?, ?> state, @Nullable Object key) {
        int below = rank(state, key, false);
        return rank(state, key, true) == below ? -1 : below;
    }

    /** The entry at an index. */
    static <K, V> Map.Entry<K, V> entryAt(BNode root, int index) {
        BNode node = root;
        int left = index;
        while (node instanceof BInner inner) {
            int slot = 0;
            while (left >= inner.sizes[slot]) {
                left -= inner.sizes[slot++];
            }
            node = inner.children[slot];
        }
        return entry((BLeaf) node, left);
    }

    /** Levels below a root; 0 for a leaf. */
    static int height(BNode root) {
        int height = 0;
        BNode node = root;
        while (node instanceof BInner inner) {
            height++;
            node = inner.children[0];
        }
        return height;
    }

    /** The leaf with the smallest keys of a subtree. */
    static BLeaf firstLeaf(BNode root) {
        BNode node = root;
        while (node instanceof BInner inner) {
            node = inner.children[0];
        }
        return (BLeaf) node;
    }

    /**
     * The index of an entry between two that begins a node, the nearest to their middle; -1 if both are in one leaf. Where to
     * split a walk.
     */
    static int boundary(BNode root, int from, int to) {
        BNode node = root;
        int base = 0;
        while (node instanceof BInner inner) {
            int start = base;
            int slot = 0;
            while (from >= start + inner.sizes[slot]) {
                start += inner.sizes[slot++];
            }
            int end = start + inner.sizes[slot];
            if (to <= end) {
                base = start;
                node = inner.children[slot];
                continue;
            }
            int middle = (from + to) >>> 1;
            while (end < middle && end + inner.sizes[slot + 1] < to) {
                int next = end + inner.sizes[++slot];
                if (next - middle >= middle - end) {
                    break;
                }
                end = next;
            }
            return end;
        }
        return -1;
    }

    /** How many keys are below a key, itself included or not. */
    static int rank(BTreeState<?, ?> state, @Nullable Object key, boolean inclusive) {
        KeyOrder<?> order = state.order.forProbe(key);
        String stem = state.root.stem();
        long prefix = order.prefix(key, stem);
        int before = 0;
        BNode node = state.root;
        while (node instanceof BInner inner) {
            int slot = childSlot(inner, order, key, stem, prefix);
            before += inner.sizeBefore(slot);
            node = inner.children[slot];
        }
        int found = find((BLeaf) node, order, key, stem, prefix);
        return before + (found < 0 ? -found - 1 : inclusive ? found + 1 : found);
    }

    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    private static <K, V> Map.Entry<K, V> entry(BLeaf leaf, int slot) {
        return new SimpleImmutableEntry<>((K) leaf.keys[slot], (V) leaf.valueAt(slot));
    }
}
