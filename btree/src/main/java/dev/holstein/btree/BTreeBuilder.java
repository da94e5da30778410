package dev.holstein.btree;

import dev.holstein.core.Owner;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bulk load: a tree over entries that come in ascending order, in linear time, every node full but for an even share.
 *
 * <p>Entries are gathered first, so that their number is known and the last node of each level is no remnant.
 */
final class BTreeBuilder {
    private static final int FIRST_CAPACITY = 16;

    private Object[] keys = new Object[FIRST_CAPACITY];
    private Object[] values = new Object[FIRST_CAPACITY];
    private int count;

    private void add(@Nullable Object key, @Nullable Object value) {
        if (count == keys.length) {
            int capacity = Math.addExact(count, Math.max(count >> 1, FIRST_CAPACITY));
            keys = Arrays.copyOf(keys, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        keys[count] = key;
        values[count] = value;
        count++;
    }

    /**
     * A version with the entries of an iteration.
     *
     * @throws IllegalArgumentException if a key is not above the one before it
     */
    static <K, V> BTreeState<K, V> fromSorted(
            Iterable<? extends Map.Entry<? extends K, ? extends V>> entries, KeyOrder<K> mapOrder, Owner owner) {
        BTreeBuilder builder = new BTreeBuilder();
        KeyOrder<K> order = mapOrder.plain();
        K previous = null;
        for (Map.Entry<? extends K, ? extends V> entry : entries) {
            if (entry == null) {
                throw new NullPointerException("entry at position " + builder.count + " is null");
            }
            K key = entry.getKey();
            if (builder.count == 0) {
                order = order.adopting(key);
            } else if (order.compare(previous, key) >= 0) {
                throw new IllegalArgumentException("unsorted input: key " + key + " at position " + builder.count
                        + " is not above key " + previous + " before it");
            } else if (order.forProbe(key) != order) {
                order = order.plain();
            }
            builder.add(key, entry.getValue());
            previous = key;
        }
        return new BTreeState<>(builder.build(order, owner), builder.count, builder.count == 0 ? order.plain() : order);
    }

    /** The same entries in nodes without prefixes. */
    static BNode withoutPrefixes(BNode root, int size, KeyOrder<?> plain) {
        BTreeBuilder builder = new BTreeBuilder();
        BTreeCursor cursor = new BTreeCursor(root, 0, size, false);
        while (cursor.advance()) {
            builder.add(cursor.key(), cursor.value());
        }
        return builder.build(plain, Owner.NONE);
    }

    private BNode build(KeyOrder<?> order, Owner owner) {
        if (count == 0) {
            return BLeaf.EMPTY;
        }
        BNode[] level = leaves(order, owner);
        while (level.length > 1) {
            level = parents(level, order, owner);
        }
        return level[0];
    }

    private BNode[] leaves(KeyOrder<?> order, Owner owner) {
        BNode[] leaves = new BNode[nodesFor(count, BNode.LEAF_CAPACITY)];
        for (int i = 0; i < leaves.length; i++) {
            int from = share(count, i, leaves.length);
            int to = share(count, i + 1, leaves.length);
            leaves[i] = new BLeaf(
                    owner,
                    to - from,
                    Arrays.copyOfRange(keys, from, to),
                    Arrays.copyOfRange(values, from, to),
                    Prefixes.of(keys, from, to - from, order, to - from));
        }
        return leaves;
    }

    private static BNode[] parents(BNode[] level, KeyOrder<?> order, Owner owner) {
        BNode[] parents = new BNode[nodesFor(level.length, BNode.INNER_CAPACITY)];
        for (int i = 0; i < parents.length; i++) {
            int from = share(level.length, i, parents.length);
            int to = share(level.length, i + 1, parents.length);
            BNode[] children = Arrays.copyOfRange(level, from, to);
            int[] sizes = new int[children.length];
            Object[] separators = new Object[children.length - 1];
            for (int child = 0; child < children.length; child++) {
                sizes[child] = children[child].size();
                if (child > 0) {
                    separators[child - 1] = children[child].firstKey();
                }
            }
            Object prefixes = Prefixes.of(separators, 0, separators.length, order, separators.length);
            parents[i] = new BInner(owner, new Separators(separators, prefixes), children, sizes);
        }
        return parents;
    }

    /** How many nodes a bulk load of so many entries makes. */
    static int nodesFor(int entries) {
        if (entries == 0) {
            return 0;
        }
        int level = nodesFor(entries, BNode.LEAF_CAPACITY);
        int nodes = level;
        while (level > 1) {
            level = nodesFor(level, BNode.INNER_CAPACITY);
            nodes += level;
        }
        return nodes;
    }

    private static int nodesFor(int items, int capacity) {
        return (items - 1) / capacity + 1;
    }

    /** Where the share of node {@code i} of {@code nodes} begins: shares differ by one item at most. */
    private static int share(int items, int i, int nodes) {
        return (int) ((long) items * i / nodes);
    }
}
