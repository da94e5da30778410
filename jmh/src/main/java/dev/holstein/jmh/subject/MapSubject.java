package dev.holstein.jmh.subject;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

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
            case COW -> new RankedMapCell.Cow(new CowBTreeMap<>());
            case CONCURRENT -> new RankedMapCell.Concurrent(new ConcurrentBTreeMap<>());
            case PERSISTENT -> new PersistentCell(PersistentBTreeMap.empty((Comparator<Object>) null));
            case TREE_MAP -> new JdkMapCell.Tree(new TreeMap<>());
            case SKIP_LIST -> new JdkMapCell.SkipList(new ConcurrentSkipListMap<>());
            case VAVR -> new VavrCell();
        };
    }

    /**
     * Makes a cell that holds a map with the entries of a sorted one, by the constructor that takes it.
     *
     * @param entries the entries, in natural order
     * @return the cell
     */
    public MapCell copyOf(SortedMap<Object, Object> entries) {
        return switch (this) {
            case COW -> new RankedMapCell.Cow(new CowBTreeMap<>(entries));
            case CONCURRENT -> new RankedMapCell.Concurrent(new ConcurrentBTreeMap<>(entries));
            case PERSISTENT -> new PersistentCell(PersistentBTreeMap.copyOf(entries));
            case TREE_MAP -> new JdkMapCell.Tree(new TreeMap<>(entries));
            case SKIP_LIST -> new JdkMapCell.SkipList(new ConcurrentSkipListMap<>(entries));
            case VAVR -> VavrCell.copyOf(entries);
        };
    }
}
