package dev.holstein.btree;

import java.util.Objects;

/**
 * One version of a map: the only way to its nodes. All fields are final, so a version handed over through a data race is
 * complete (JLS 17.5), and everything that was written into its nodes before the version was made is seen with it.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@SuppressWarnings("UnusedTypeParameter") // V says what the slots of the leaves hold, which they cannot
final class BTreeState<K, V> {
    final BNode root;
    final int size;
    final KeyOrder<K> order;

    BTreeState(BNode root, int size, KeyOrder<K> order) {
        this.root = root;
        this.size = size;
        this.order = order;
    }

    /** The same version with the very comparator of another one that compares alike. */
    @SuppressWarnings("unchecked") // only keys of type K are ever put
    BTreeState<K, V> inOrderOf(BTreeState<K, ?> other) {
        KeyOrder<K> theirs = other.order.plain();
        if (size == 0 || Objects.equals(order.comparator(), theirs.comparator())) {
            return this;
        }
        boolean prefixes = order.prefixBits != 0;
        return new BTreeState<>(
                root, size, prefixes ? theirs.adopting((K) BTreeSearch.firstLeaf(root).keys[0]) : theirs);
    }

    /** A version without entries. */
    static <K, V> BTreeState<K, V> empty(KeyOrder<K> order) {
        return new BTreeState<>(BLeaf.EMPTY, 0, order.plain());
    }
}
