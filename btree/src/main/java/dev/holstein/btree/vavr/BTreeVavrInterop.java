package dev.holstein.btree.vavr;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.Split;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Traversable;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Sorted maps and sets from and to Vavr's. Choose {@link #asSortedMap} and {@link #asSortedSet} where a method wants a Vavr type
 * and the structure stays ours; {@code toVavr…} where the result shall be Vavr's own; {@code fromVavr…} for the way back.
 *
 * <p><b>Cost.</b> {@code as…} is O(1), and {@code fromVavr} of an adapter too. {@code fromVavr} of a sorted map or set is O(n), of
 * others O(n log n). {@code toVavr…} is O(n log n): Vavr's trees take one element after the other.
 *
 * <p><b>Orders.</b> Comparators are kept on every way; either side's natural order becomes the other's, so that keys have prefixes.
 *
 * <p><b>Nulls.</b> Values may be null, and keys where the comparator says so. An {@code Option} is empty where there is no entry,
 * and {@code Some(null)} where the value is null. A collection given as null is refused with a {@link NullPointerException}.
 *
 * <p><b>Threads.</b> A concurrent map or set is read in one version.
 *
 * <pre>{@code
 * PersistentBTreeMap<String, Integer> map = PersistentBTreeMap.of("a", 1, "b", 2);
 * io.vavr.collection.SortedMap<String, Integer> seen = BTreeVavrInterop.asSortedMap(map);
 * assert seen.equals(io.vavr.collection.TreeMap.of("a", 1, "b", 2));
 * assert BTreeVavrInterop.fromVavr(seen.put("c", 3).filterValues(n -> n != 2)).equals(Map.of("a", 1, "c", 3));
 * assert BTreeVavrInterop.getOption(map, "z").isEmpty();
 * }</pre>
 */
@SuppressWarnings("exports") // who has Vavr reads it; who has not need not
public final class BTreeVavrInterop {
    private BTreeVavrInterop() {}

    // Adapters

    /**
     * A map as Vavr's {@code SortedMap}, in O(1); equal to every Vavr {@code Map} of equal entries.
     *
     * @param map the map, which the adapter is around
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the adapter
     */
    public static <K extends @Nullable Object, V extends @Nullable Object>
            io.vavr.collection.SortedMap<K, V> asSortedMap(PersistentBTreeMap<K, V> map) {
        return MapAsSortedMap.of(map);
    }

    /**
     * A set as Vavr's {@code SortedSet}, in O(1); equal to every Vavr {@code Set} of equal elements.
     *
     * @param set the set, which the adapter is around
     * @param <E> the type of the elements
     * @return the adapter
     */
    public static <E extends @Nullable Object> io.vavr.collection.SortedSet<E> asSortedSet(PersistentBTreeSet<E> set) {
        return SetAsSortedSet.of(set);
    }

    // From Vavr

    /**
     * The entries of a sorted map of Vavr's, in its order; O(n), O(1) for an {@linkplain #asSortedMap adapter}.
     *
     * @param map the map
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the map
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> fromVavr(
            io.vavr.collection.SortedMap<K, V> map) {
        if (map instanceof MapAsSortedMap<K, V> adapter) {
            return adapter.map();
        }
        return fromVavr(map, map.comparator());
    }

    /**
     * The entries of any map of Vavr's, in an order; of keys that are equal by it the last one stays. O(n log n), O(n) if they come
     * in this order.
     *
     * @param map the map
     * @param order the order
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the map
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> PersistentBTreeMap<K, V> fromVavr(
            io.vavr.collection.Map<? extends K, ? extends V> map, Comparator<? super K> order) {
        return Orders.mapOf(Orders.ours(order), io.vavr.collection.Map.<K, V>narrow(map));
    }

    /**
     * The elements of a sorted set of Vavr's, in its order; O(n), O(1) for an {@linkplain #asSortedSet adapter}.
     *
     * @param set the set
     * @param <E> the type of the elements
     * @return the set
     */
    public static <E extends @Nullable Object> PersistentBTreeSet<E> fromVavr(io.vavr.collection.SortedSet<E> set) {
        if (set instanceof SetAsSortedSet<E> adapter) {
            return adapter.set();
        }
        return fromVavr(set, set.comparator());
    }

    /**
     * The elements of any Vavr collection, in an order; of elements that are equal by it the last one stays. O(n log n), O(n) if
     * they come in this order.
     *
     * @param elements the elements
     * @param order the order
     * @param <E> their type
     * @return the set
     */
    public static <E extends @Nullable Object> PersistentBTreeSet<E> fromVavr(
            Traversable<? extends E> elements, Comparator<? super E> order) {
        return Orders.setOf(Orders.ours(order), Objects.requireNonNull(elements, "elements is null"));
    }

    /**
     * The entries of a sorted map of Vavr's in a map for one thread at a time; costs as {@link #fromVavr(io.vavr.collection.SortedMap)}.
     *
     * @param map the map
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the map
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> CowBTreeMap<K, V> fromVavrMutable(
            io.vavr.collection.SortedMap<K, V> map) {
        return fromVavr(map).mutableCopy();
    }

    /**
     * The elements of a sorted set of Vavr's in a set for one thread at a time; costs as {@link #fromVavr(io.vavr.collection.SortedSet)}.
     *
     * @param set the set
     * @param <E> the type of the elements
     * @return the set
     */
    public static <E extends @Nullable Object> CowBTreeSet<E> fromVavrMutable(io.vavr.collection.SortedSet<E> set) {
        return fromVavr(set).mutableCopy();
    }

    /**
     * The entries of a sorted map of Vavr's in a map for any thread; costs as {@link #fromVavr(io.vavr.collection.SortedMap)}.
     *
     * @param map the map
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the map
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> ConcurrentBTreeMap<K, V> fromVavrConcurrent(
            io.vavr.collection.SortedMap<K, V> map) {
        return new ConcurrentBTreeMap<>((SortedMap<K, V>) fromVavr(map));
    }

    /**
     * The elements of a sorted set of Vavr's in a set for any thread; costs as {@link #fromVavr(io.vavr.collection.SortedSet)}.
     *
     * @param set the set
     * @param <E> the type of the elements
     * @return the set
     */
    public static <E extends @Nullable Object> ConcurrentBTreeSet<E> fromVavrConcurrent(
            io.vavr.collection.SortedSet<E> set) {
        return new ConcurrentBTreeSet<>((SortedSet<E>) fromVavr(set));
    }

    // To Vavr

    /**
     * A sorted map as Vavr's tree, in its order. O(n log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the tree
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> TreeMap<K, V> toVavrTreeMap(
            SortedMap<K, ? extends V> map) {
        return TreeMap.ofAll(Orders.<K>vavrs(map.comparator()), map);
    }

    /**
     * A sorted set as Vavr's tree, in its order. O(n log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param <E> the type of the elements
     * @return the tree
     */
    public static <E extends @Nullable Object> TreeSet<E> toVavrTreeSet(SortedSet<E> set) {
        return TreeSet.ofAll(Orders.<E>vavrs(set.comparator()), set);
    }

    /**
     * A map's entries as pairs in Vavr's vector, in its order. O(n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the vector
     */
    public static <K extends @Nullable Object, V extends @Nullable Object>
            io.vavr.collection.Vector<Tuple2<K, V>> toVavrVector(Map<? extends K, ? extends V> map) {
        List<Tuple2<K, V>> pairs = new ArrayList<>(map.size());
        map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
        return io.vavr.collection.Vector.ofAll(pairs);
    }

    // Accessors

    /**
     * The value of a key, or none if the map has no such key. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param key the key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the value, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<V> getOption(
            SortedMap<K, V> map, K key) {
        V value = map.get(key);
        // One question, where others may write between two: maps that they may write to hold no null.
        return value != null || (!(map instanceof ConcurrentMap) && map.containsKey(key))
                ? Option.some(value)
                : Option.none();
    }

    /**
     * The first entry, or none if the map is empty. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> firstOption(
            NavigableMap<K, V> map) {
        return pair(map.firstEntry());
    }

    /**
     * The last entry, or none if the map is empty. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> lastOption(
            NavigableMap<K, V> map) {
        return pair(map.lastEntry());
    }

    /**
     * The entry with the greatest key below a key, or none. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param key the key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> lowerOption(
            NavigableMap<K, V> map, K key) {
        return pair(map.lowerEntry(key));
    }

    /**
     * The entry with the greatest key not above a key, or none. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param key the key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> floorOption(
            NavigableMap<K, V> map, K key) {
        return pair(map.floorEntry(key));
    }

    /**
     * The entry with the least key not below a key, or none. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param key the key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> ceilingOption(
            NavigableMap<K, V> map, K key) {
        return pair(map.ceilingEntry(key));
    }

    /**
     * The entry with the least key above a key, or none. O(log n).
     *
     * @param map a map of any face, a part of one, or any other
     * @param key the key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> higherOption(
            NavigableMap<K, V> map, K key) {
        return pair(map.higherEntry(key));
    }

    /**
     * The entry at an index, or none if the index is out of bounds. O(log n).
     *
     * @param map a map of any face, or a part of one
     * @param index the index, in entries from the first one on
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> entryAtOption(
            RankedMap<K, V> map, int index) {
        try {
            return pair(map.entryAt(index)); // one question: between two of them others may write
        } catch (IndexOutOfBoundsException e) {
            return Option.none();
        }
    }

    /**
     * Takes the first entry out, and answers it; none if the map is empty. O(log n).
     *
     * @param map a map that can be written
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     * @throws UnsupportedOperationException if it cannot be
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> pollFirstOption(
            NavigableMap<K, V> map) {
        return pair(map.pollFirstEntry());
    }

    /**
     * Takes the last entry out, and answers it; none if the map is empty. O(log n).
     *
     * @param map a map that can be written
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the entry, or none
     * @throws UnsupportedOperationException if it cannot be
     */
    public static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> pollLastOption(
            NavigableMap<K, V> map) {
        return pair(map.pollLastEntry());
    }

    /**
     * The map cut in two: keys below a key, and the others. O(log n).
     *
     * @param map the map
     * @param key the key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return what is before, and what follows
     */
    public static <K extends @Nullable Object, V extends @Nullable Object>
            Tuple2<PersistentBTreeMap<K, V>, PersistentBTreeMap<K, V>> split(PersistentBTreeMap<K, V> map, K key) {
        Split<PersistentBTreeMap<K, V>> parts = map.split(key);
        return Tuple.of(parts.below(), parts.from());
    }

    /**
     * The first element, or none if the set is empty. O(log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> firstOption(NavigableSet<E> set) {
        return first(set);
    }

    /**
     * The last element, or none if the set is empty. O(log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> lastOption(NavigableSet<E> set) {
        return first(set.descendingSet());
    }

    /**
     * The greatest element below another, or none; a null is none. O(log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param element the other
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> lowerOption(NavigableSet<E> set, E element) {
        return Option.of(set.lower(element));
    }

    /**
     * The greatest element not above another, or none; a null is none. O(log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param element the other
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> floorOption(NavigableSet<E> set, E element) {
        return Option.of(set.floor(element));
    }

    /**
     * The least element not below another, or none; a null is none. O(log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param element the other
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> ceilingOption(NavigableSet<E> set, E element) {
        return Option.of(set.ceiling(element));
    }

    /**
     * The least element above another, or none; a null is none. O(log n).
     *
     * @param set a set of any face, a part of one, or any other
     * @param element the other
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> higherOption(NavigableSet<E> set, E element) {
        return Option.of(set.higher(element));
    }

    /**
     * The element at an index, or none if the index is out of bounds. O(log n).
     *
     * @param set a set of any face, or a part of one
     * @param index the index, in elements from the first one on
     * @param <E> the type of the elements
     * @return the element, or none
     */
    public static <E extends @Nullable Object> Option<E> elementAtOption(RankedSet<E> set, int index) {
        try {
            return Option.some(set.elementAt(index)); // one question: between two of them others may write
        } catch (IndexOutOfBoundsException e) {
            return Option.none();
        }
    }

    /**
     * The set cut in two: elements below another, and the others. O(log n).
     *
     * @param set the set
     * @param element the other element
     * @param <E> the type of the elements
     * @return what is before, and what follows
     */
    public static <E extends @Nullable Object> Tuple2<PersistentBTreeSet<E>, PersistentBTreeSet<E>> split(
            PersistentBTreeSet<E> set, E element) {
        Split<PersistentBTreeSet<E>> parts = set.split(element);
        return Tuple.of(parts.below(), parts.from());
    }

    private static <K extends @Nullable Object, V extends @Nullable Object> Option<Tuple2<K, V>> pair(
            Map.@Nullable Entry<K, V> entry) {
        return entry == null ? Option.none() : Option.some(Tuple.of(entry.getKey(), entry.getValue()));
    }

    /** By an iterator, which is of one version. */
    private static <E extends @Nullable Object> Option<E> first(NavigableSet<E> set) {
        var elements = set.iterator();
        return elements.hasNext() ? Option.some(elements.next()) : Option.none();
    }

    // Collectors

    /**
     * Collects pairs into a map as Vavr's {@code SortedMap}, in the natural order; of equal keys the last one stays.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the collector
     */
    public static <K extends Comparable<? super K>, V extends @Nullable Object>
            Collector<Tuple2<K, V>, ?, io.vavr.collection.SortedMap<K, V>> toSortedMap() {
        return toSortedMap(Comparator.<K>naturalOrder());
    }

    /**
     * Collects pairs into a map as Vavr's {@code SortedMap}; of keys that are equal by the order the last one stays.
     *
     * @param order the order
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the collector
     */
    public static <K extends @Nullable Object, V extends @Nullable Object>
            Collector<Tuple2<K, V>, ?, io.vavr.collection.SortedMap<K, V>> toSortedMap(Comparator<? super K> order) {
        return gathering(pairs -> asSortedMap(Orders.<K, V>mapOf(Orders.ours(order), pairs)));
    }

    /**
     * Collects elements into a set as Vavr's {@code SortedSet}, in the natural order; of equal ones the last one stays.
     *
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends Comparable<? super E>> Collector<E, ?, io.vavr.collection.SortedSet<E>> toSortedSet() {
        return toSortedSet(Comparator.<E>naturalOrder());
    }

    /**
     * Collects elements into a set as Vavr's {@code SortedSet}; of those that are equal by the order the last one stays.
     *
     * @param order the order
     * @param <E> the type of the elements
     * @return the collector
     */
    public static <E extends @Nullable Object> Collector<E, ?, io.vavr.collection.SortedSet<E>> toSortedSet(
            Comparator<? super E> order) {
        return gathering(elements -> asSortedSet(Orders.<E>setOf(Orders.ours(order), elements)));
    }

    private static <T extends @Nullable Object, R> Collector<T, ?, R> gathering(Function<List<T>, R> finisher) {
        return Collector.<T, List<T>, R>of(
                ArrayList::new,
                List::add,
                (left, right) -> {
                    left.addAll(right);
                    return left;
                },
                finisher);
    }
}
