package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractMap;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What every map and view is: a look at the present version, through a range, in a direction. Size and positions follow from
 * that. The whole map is the view without bounds. Every method reads the version once, so its answer is of one moment.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> what the views of this map are
 */
abstract class BTreeWindow<K extends @Nullable Object, V extends @Nullable Object, M extends NavigableMap<K, V>>
        extends AbstractMap<K, V> implements NavigableMap<K, V> {
    final BTreeRange<K> range;
    final boolean descending;

    BTreeWindow(BTreeRange<K> range, boolean descending) {
        this.range = range;
        this.descending = descending;
    }

    /** The present version of the whole map. */
    abstract BTreeState<K, V> state();

    /** Says that an iteration over the present version starts; its answer goes to {@link #iteratorFinished}. */
    abstract @Nullable Object iteratorStarted();

    /** Says that an iteration reads no more of its version. */
    abstract void iteratorFinished(@Nullable Object started);

    /** Refuses a value that no version can hold; asked before every search for one. */
    void checkValue(@Nullable Object value) {
        // most maps hold null
    }

    /** The present version of what this view shows, in ascending order; no later write changes it. O(log n) for a view. */
    abstract BTreeState<K, V> frozen();

    /** Whether this is the whole map, forwards. */
    final boolean isWhole() {
        return range.isAll() && !descending;
    }

    /** What of a version this view shows. */
    final BTreeState<K, V> slice(BTreeState<K, V> state) {
        if (range.isAll()) {
            return state;
        }
        int start = range.start(state);
        return BTreeParts.slice(state, start, range.end(state, start));
    }

    /** What of the present version this view shows. */
    final BTreeState<K, V> slice() {
        return slice(state());
    }

    /** A view of the same map. */
    abstract M view(BTreeRange<K> viewRange, boolean viewDescending);

    /** Refuses a key that no version can hold; asked before every search. */
    void checkKey(@Nullable Object key) {
        // the order itself refuses what it cannot compare
    }

    // ---- size
    // ----------------------------------------------------------------------------------------------------------

    /**
     * The number of entries. O(1) for a whole map, O(log n) for a view.
     *
     * @return entries
     */
    @Override
    public int size() {
        BTreeState<K, V> state = state();
        int start = range.start(state);
        return range.end(state, start) - start;
    }

    /**
     * Whether there is no entry. O(1) for a whole map, O(log n) for a view.
     *
     * @return whether the size is 0
     */
    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    // ---- order statistics
    // ----------------------------------------------------------------------------------------------

    /**
     * The entry at an index of this map or view, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @param index its index, in entries from the first one on
     * @return the entry
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public Map.Entry<K, V> entryAt(int index) {
        BTreeState<K, V> state = state();
        int start = range.start(state);
        int end = range.end(state, start);
        Checks.index(index, end - start);
        return BTreeSearch.entryAt(state.root, descending ? end - 1 - index : start + index);
    }

    /**
     * The key at an index of this map or view. O(log n).
     *
     * @param index its index, in entries from the first one on
     * @return the key
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public K keyAt(int index) {
        return entryAt(index).getKey();
    }

    /**
     * The index of a key in this map or view. O(log n).
     *
     * @param key the key
     * @return its index, in entries from the first one on; -1 if it is absent
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    public int indexOfKey(@Nullable Object key) {
        checkKey(key);
        BTreeState<K, V> state = state();
        int index = inRange(state, key) ? BTreeSearch.indexOf(state, key) : -1;
        if (index < 0) {
            return -1;
        }
        int start = range.start(state);
        int end = range.end(state, start);
        if (index < start || index >= end) {
            return -1; // only if the comparator contradicts itself
        }
        return descending ? end - 1 - index : index - start;
    }

    /**
     * How many entries of this map or view come before a bound, which need be no key of it. O(log n).
     *
     * @param bound the bound
     * @param inclusive whether an entry with that very key counts too
     * @return entries
     * @throws ClassCastException if the bound cannot be compared
     * @throws NullPointerException if the bound is null and this map or its order does not take null
     */
    public int rank(K bound, boolean inclusive) {
        checkKey(bound);
        BTreeState<K, V> state = state();
        int start = range.start(state);
        int end = range.end(state, start);
        int rank = BTreeSearch.rank(state, bound, inclusive != descending);
        int inside = Math.min(Math.max(rank, start), end);
        return descending ? end - inside : inside - start;
    }

    final boolean inRange(BTreeState<K, V> state, @Nullable Object key) {
        return range.isAll() || range.contains(state.order, key);
    }
}
