package dev.holstein.btree;

import dev.holstein.core.Owner;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Other values for the same keys: the shape of the tree stays, and so does every node without a new value.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class BTreeReplacement<K, V> {
    private final BiFunction<? super K, ? super V, ? extends V> function;
    private final BiConsumer<@Nullable Object, @Nullable Object> checkEntry;
    private final Owner owner;

    /** Nodes made so far. */
    int nodesMade;

    BTreeReplacement(
            BiFunction<? super K, ? super V, ? extends V> function,
            BiConsumer<@Nullable Object, @Nullable Object> checkEntry,
            Owner owner) {
        this.function = function;
        this.checkEntry = checkEntry;
        this.owner = owner;
    }

    /** A node with new values for its entries with index {@code from} to {@code to - 1}. */
    BNode replaced(BNode node, int from, int to) {
        if (node instanceof BLeaf leaf) {
            return replacedLeaf(leaf, Math.max(from, 0), Math.min(to, leaf.count));
        }
        BInner inner = (BInner) node;
        BNode[] children = inner.children;
        int base = 0;
        for (int slot = 0; slot < inner.count(); slot++) {
            int size = inner.sizes[slot];
            if (from < base + size && to > base) {
                BNode child = replaced(inner.children[slot], from - base, to - base);
                if (child != inner.children[slot]) {
                    children = children == inner.children ? children.clone() : children;
                    children[slot] = child;
                }
            }
            base += size;
        }
        if (children == inner.children) {
            return inner;
        }
        nodesMade++;
        return inner.withChildren(owner, children);
    }

    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    private BLeaf replacedLeaf(BLeaf leaf, int from, int to) {
        Object[] values = null;
        for (int slot = from; slot < to; slot++) {
            K key = (K) leaf.keys[slot];
            V value = function.apply(key, (V) leaf.values[slot]);
            checkEntry.accept(key, value);
            if (value != leaf.values[slot]) {
                if (values == null) {
                    values = Arrays.copyOf(leaf.values, leaf.count);
                }
                values[slot] = value;
            }
        }
        if (values == null) {
            return leaf;
        }
        nodesMade++;
        return leaf.withValues(owner, values);
    }
}
