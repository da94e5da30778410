package dev.holstein.btree;

import dev.holstein.cow.Snapshottable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NavigableMap} that knows the position of each entry and can be frozen: what all sorted maps of this library are,
 * and all their live views of a part, in either direction. (On Java 21 and later {@code reversed()} answers one too; {@link
 * #descendingMap} says so in its type.)
 *
 * <pre>{@code
 * RankedMap<String, Integer> scores = new CowBTreeMap<>(Map.of("ann", 7, "bob", 9, "cy", 3, "dee", 5));
 * assert scores.keyAt(1).equals("bob") && scores.indexOfKey("cy") == 2;
 * assert scores.rank("c", false) == 2;                                    // how many keys are less than "c"
 * RankedMap<String, Integer> middle = scores.subMap("b", "d");            // a live view is ranked, too
 * assert middle.entryAt(0).getValue() == 9 && middle.snapshot().size() == 2;
 * }</pre>
 *
 * <p><b>Cost.</b> Each method: O(log n); {@link #snapshot} of a whole map O(1), of a descending view O(k) for its k entries.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface RankedMap<K extends @Nullable Object, V extends @Nullable Object>
        extends NavigableMap<K, V>, Snapshottable<PersistentBTreeMap<K, V>> {
    /**
     * The entry at an index of this map or view, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @param index its index, in entries from the first one on
     * @return the entry
     * @throws IndexOutOfBoundsException if there is no such index
     */
    Map.Entry<K, V> entryAt(int index);

    /**
     * The key at an index of this map or view. O(log n).
     *
     * @param index its index, in entries from the first one on
     * @return the key
     * @throws IndexOutOfBoundsException if there is no such index
     */
    K keyAt(int index);

    /**
     * The index of a key in this map or view. O(log n).
     *
     * @param key the key
     * @return its index, in entries from the first one on; -1 if it is absent
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    int indexOfKey(@Nullable Object key);

    /**
     * How many entries of this map or view come before a bound, which need be no key of it. O(log n).
     *
     * @param bound the bound
     * @param inclusive whether an entry with that very key counts too
     * @return entries
     * @throws ClassCastException if the bound cannot be compared
     * @throws NullPointerException if the bound is null and this map or its order does not take null
     */
    int rank(K bound, boolean inclusive);

    /**
     * The present entries of this map or view, frozen, in its order. O(1) for a whole map, O(log n) for a part of one, whose
     * subtrees it shares; O(k) for k entries in descending order.
     *
     * @return an immutable map that no later write changes
     */
    @Override
    PersistentBTreeMap<K, V> snapshot();

    @Override
    NavigableSet<K> keySet();

    @Override
    RankedMap<K, V> descendingMap();

    @Override
    RankedMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive);

    @Override
    RankedMap<K, V> headMap(K toKey, boolean inclusive);

    @Override
    RankedMap<K, V> tailMap(K fromKey, boolean inclusive);

    @Override
    RankedMap<K, V> subMap(K fromKey, K toKey);

    @Override
    RankedMap<K, V> headMap(K toKey);

    @Override
    RankedMap<K, V> tailMap(K fromKey);
}
