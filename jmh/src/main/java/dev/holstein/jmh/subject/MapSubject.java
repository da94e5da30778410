package dev.holstein.jmh.subject;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The sorted maps that are compared, and one map without order as a bound. */
public enum MapSubject {
    /** {@link dev.holstein.btree.CowBTreeMap}: mutable, one thread. */
    COW(
            order -> new RankedMapCell.Cow(new CowBTreeMap<>(order)),
            entries -> new RankedMapCell.Cow(new CowBTreeMap<>(entries))),
    /** {@link dev.holstein.btree.ConcurrentBTreeMap}: mutable, any thread. */
    CONCURRENT(
            order -> new RankedMapCell.Concurrent(new ConcurrentBTreeMap<>(order)),
            entries -> new RankedMapCell.Concurrent(new ConcurrentBTreeMap<>(entries))),
    /** {@link dev.holstein.btree.PersistentBTreeMap}: every write is a new version. */
    PERSISTENT(
            order -> new PersistentCell(PersistentBTreeMap.empty(order)),
            entries -> new PersistentCell(PersistentBTreeMap.copyOf(entries))),
    /** {@link java.util.TreeMap}: mutable, one thread; a snapshot is a copy. */
    TREE_MAP(
            order -> new JdkMapCell.Tree(new TreeMap<>(order)), entries -> new JdkMapCell.Tree(new TreeMap<>(entries))),
    /** {@link java.util.concurrent.ConcurrentSkipListMap}: mutable, any thread; a snapshot is a clone. */
    SKIP_LIST(
            order -> new JdkMapCell.SkipList(new ConcurrentSkipListMap<>(order)),
            entries -> new JdkMapCell.SkipList(new ConcurrentSkipListMap<>(entries))),
    /** {@link java.util.HashMap}: a bound for what needs no order. It takes none, and its walks go in none. */
    HASH_MAP(order -> new HashCell(new HashMap<>()), entries -> new HashCell(new HashMap<>(entries))),
    /** {@link io.vavr.collection.TreeMap}: every write is a new version. */
    VAVR(VavrCell::new),
    /** {@link scala.collection.immutable.TreeMap}: every write is a new version. */
    SCALA(ScalaCell::new, ScalaCell::copyOf),
    /** {@link org.pcollections.TreePMap}: every write is a new version. */
    PCOLLECTIONS(PCollectionsCell::new, entries -> new PCollectionsCell(TreePMap.fromSortedMap(entries))),
    /** {@link org.organicdesign.fp.collections.PersistentTreeMap} of Paguro: every write is a new version. */
    PAGURO(PaguroCell::new),
    /** {@link io.lacuna.bifurcan.SortedMap}, "forked": every write is a new version. */
    BIFURCAN(order -> new BifurcanCell(order, false)),
    /** {@link io.lacuna.bifurcan.SortedMap}, "linear": the map stays the same object, its nodes do not. */
    BIFURCAN_LINEAR(order -> new BifurcanCell(order, true)),
    /** {@link clojure.lang.PersistentTreeMap}: every write is a new version. */
    CLOJURE(ClojureCell::new),
    /** {@link org.h2.mvstore.MVMap} in memory: mutable, any thread; a snapshot is the present root. */
    H2(H2Cell::new, H2Cell::copyOf);

    private final Function<@Nullable Comparator<Object>, MapCell> empty;
    private final Function<SortedMap<Object, Object>, MapCell> copy;

    MapSubject(
            Function<@Nullable Comparator<Object>, MapCell> empty, Function<SortedMap<Object, Object>, MapCell> copy) {
        this.empty = empty;
        this.copy = copy;
    }

    /** A map that knows no sorted input: it puts one by one. */
    MapSubject(Function<@Nullable Comparator<Object>, MapCell> empty) {
        this(empty, entries -> {
            MapCell cell = empty.apply(MapCell.orderOf(entries));
            cell.putAll(entries);
            return cell;
        });
    }

    /**
     * Makes a cell that holds an empty map in the natural order of its keys.
     *
     * @return the cell
     */
    public MapCell newCell() {
        return newCell(null);
    }

    /**
     * Makes a cell that holds an empty map.
     *
     * @param order the order of its keys; null for their natural one
     * @return the cell
     */
    public MapCell newCell(@Nullable Comparator<Object> order) {
        return empty.apply(order);
    }

    /**
     * Makes a cell that holds a map with the entries of a sorted one, in its order: by the constructor or factory that takes
     * it, where there is one; by {@link MapCell#putAll} else.
     *
     * @param entries the entries
     * @return the cell
     */
    public MapCell copyOf(SortedMap<Object, Object> entries) {
        return copy.apply(entries);
    }
}
