package dev.holstein.btree;

import org.jspecify.annotations.Nullable;

/** Nodes of one height that wait for a parent, with all that it will say of them: no node is read for it. */
final class BTreeLevel {
    /** A full node and a minimum: when one more comes, a full one can go. */
    static final int LIMIT = BNode.INNER_CAPACITY + BNode.INNER_MINIMUM;

    final BNode[] nodes = new BNode[LIMIT];
    final int[] sizes = new int[LIMIT];
    final Object[] firstKeys = new Object[LIMIT];
    final long[] firstPrefixes = new long[LIMIT];
    int count;

    void add(BNode node, int size, @Nullable Object firstKey, long firstPrefix) {
        nodes[count] = node;
        sizes[count] = size;
        firstKeys[count] = firstKey;
        firstPrefixes[count] = firstPrefix;
        count++;
    }

    void dropFirst(int dropped) {
        move(dropped, 0, count - dropped);
        count -= dropped;
    }

    void makeRoomFirst(int room) {
        move(0, room, count);
        count += room;
    }

    private void move(int from, int to, int moved) {
        System.arraycopy(nodes, from, nodes, to, moved);
        System.arraycopy(sizes, from, sizes, to, moved);
        System.arraycopy(firstKeys, from, firstKeys, to, moved);
        System.arraycopy(firstPrefixes, from, firstPrefixes, to, moved);
    }

    /** Fills slots with children of a node; what the node does not say of its first child has to be known. */
    void setChildren(int at, BInner inner, int from, int to, @Nullable Object firstKey, long firstPrefix) {
        System.arraycopy(inner.children, from, nodes, at, to - from);
        System.arraycopy(inner.sizes, from, sizes, at, to - from);
        int known = Math.max(from, 1);
        System.arraycopy(inner.separators.keys, known - 1, firstKeys, at + known - from, to - known);
        Prefixes.widen(inner.separators.prefixes, known - 1, firstPrefixes, at + known - from, to - known);
        if (from == 0) {
            firstKeys[at] = firstKey;
            firstPrefixes[at] = firstPrefix;
        }
    }
}
