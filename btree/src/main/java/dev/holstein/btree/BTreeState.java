package dev.holstein.btree;

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

    /** A version without entries. */
    static <K, V> BTreeState<K, V> empty(KeyOrder<K> order) {
        return new BTreeState<>(BLeaf.EMPTY, 0, order.plain());
    }
}
