package dev.holstein.jmh.subject;

/** The sorted maps that are compared, all in the natural order of their keys. */
public enum MapSubject {
    /** {@link dev.holstein.btree.CowBTreeMap}: mutable, one thread. */
    COW,
    /** {@link dev.holstein.btree.ConcurrentBTreeMap}: mutable, any thread. */
    CONCURRENT,
    /** {@link dev.holstein.btree.PersistentBTreeMap}: every write is a new version. */
    PERSISTENT,
    /** {@link java.util.TreeMap}: mutable, one thread; a snapshot is a copy. */
    TREE_MAP,
    /** {@link java.util.concurrent.ConcurrentSkipListMap}: mutable, any thread; a snapshot is a clone. */
    SKIP_LIST,
    /** {@link io.vavr.collection.TreeMap}: every write is a new version. */
    VAVR;

    /**
     * Makes a cell that holds an empty map.
     *
     * @return the cell
     */
    public MapCell newCell() {
        return switch (this) {
            case COW -> new JavaMapCell.Cow();
            case CONCURRENT -> new JavaMapCell.Concurrent();
            case PERSISTENT -> new PersistentCell();
            case TREE_MAP -> new JavaMapCell.Tree();
            case SKIP_LIST -> new JavaMapCell.SkipList();
            case VAVR -> new VavrCell();
        };
    }
}
