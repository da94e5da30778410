package dev.holstein.jmh.op.concurrent;

/** The maps for many threads that are compared. */
public enum SharedMapSubject {
    /** {@link dev.holstein.btree.ConcurrentBTreeMap}. */
    CONCURRENT,
    /** {@link java.util.concurrent.ConcurrentSkipListMap}; a snapshot is a clone, which may be torn, as may a view. */
    SKIP_LIST,
    /** {@link java.util.TreeMap} behind one lock; a snapshot is a copy. */
    LOCKED_TREE_MAP,
    /** {@link scala.collection.concurrent.TrieMap}, which has no order; a snapshot is a read-only one of its own. */
    TRIE_MAP,
    /** {@link io.vavr.collection.TreeMap} in an atomic reference. */
    ATOMIC_VAVR,
    /** {@link scala.collection.immutable.TreeMap} in an atomic reference. */
    ATOMIC_SCALA,
    /** {@link org.h2.mvstore.MVMap} in memory; a snapshot is its present root. */
    MV_MAP;

    /** Makes an empty map. */
    SharedMap newMap() {
        return switch (this) {
            case CONCURRENT -> new JavaSharedMap.BTree();
            case SKIP_LIST -> new JavaSharedMap.SkipList();
            case LOCKED_TREE_MAP -> new JavaSharedMap.Locked();
            case TRIE_MAP -> new TrieSharedMap();
            case ATOMIC_VAVR -> new AtomicSharedMap.Vavr();
            case ATOMIC_SCALA -> new AtomicSharedMap.Scala();
            case MV_MAP -> new MvSharedMap();
        };
    }
}
