package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The read side of {@link NavigableMap}, written once over "the present version", a range and a direction.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> what the views of this map are
 */
abstract class BTreeReads<K extends @Nullable Object, V extends @Nullable Object, M extends NavigableMap<K, V>>
        extends BTreeWindow<K, V, M> {
    private static final int ANY_SIZE = -1;

    BTreeReads(BTreeRange<K> range, boolean descending) {
        super(range, descending);
    }

    // ---- one key
    // -------------------------------------------------------------------------------------------------------

    /**
     * The value of a key. O(log n).
     *
     * @param key the key
     * @return the value; null if the key is absent, or has none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public @Nullable V get(@Nullable Object key) {
        checkKey(key);
        BTreeState<K, V> state = state();
        return inRange(state, key) ? valueOf(state, key) : null;
    }

    /**
     * Whether a key is present. O(log n).
     *
     * @param key the key
     * @return whether it is
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public boolean containsKey(@Nullable Object key) {
        checkKey(key);
        BTreeState<K, V> state = state();
        return hasKey(state, key);
    }

    /**
     * The value of a key, or another. O(log n).
     *
     * @param key the key
     * @param defaultValue what to answer for an absent key
     * @return the value
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public @Nullable V getOrDefault(@Nullable Object key, @Nullable V defaultValue) {
        checkKey(key);
        BTreeState<K, V> state = state();
        if (!inRange(state, key)) {
            return defaultValue;
        }
        V value = valueOf(state, key);
        return value != null || isPresent(state, key) ? value : defaultValue;
    }

    /** The value of a key in a version, whatever the range. */
    @SuppressWarnings("unchecked") // only values of type V are ever put
    final @Nullable V valueOf(BTreeState<K, V> state, @Nullable Object key) {
        return (V) BTreeSearch.get(state.root, state.order, key);
    }

    final boolean isPresent(BTreeState<K, V> state, @Nullable Object key) {
        return BTreeSearch.contains(state.root, state.order, key);
    }

    // ---- neighbours
    // ----------------------------------------------------------------------------------------------------

    /**
     * The first entry, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @return the entry; null if there is none
     */
    @Override
    public Map.@Nullable Entry<K, V> firstEntry() {
        BTreeState<K, V> state = state();
        return descending ? range.last(state) : range.first(state);
    }

    /**
     * The last entry, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @return the entry; null if there is none
     */
    @Override
    public Map.@Nullable Entry<K, V> lastEntry() {
        BTreeState<K, V> state = state();
        return descending ? range.first(state) : range.last(state);
    }

    /**
     * The entry with the greatest key below one, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @param key the key
     * @return the entry; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public Map.@Nullable Entry<K, V> lowerEntry(K key) {
        return near(key, !descending, false);
    }

    /**
     * The entry with the greatest key at or below one, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @param key the key
     * @return the entry; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public Map.@Nullable Entry<K, V> floorEntry(K key) {
        return near(key, !descending, true);
    }

    /**
     * The entry with the smallest key at or above one, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @param key the key
     * @return the entry; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public Map.@Nullable Entry<K, V> ceilingEntry(K key) {
        return near(key, descending, true);
    }

    /**
     * The entry with the smallest key above one, as it is now; its {@code setValue} is refused. O(log n).
     *
     * @param key the key
     * @return the entry; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public Map.@Nullable Entry<K, V> higherEntry(K key) {
        return near(key, descending, false);
    }

    private Map.@Nullable Entry<K, V> near(K key, boolean below, boolean inclusive) {
        checkKey(key);
        return range.near(state(), key, below, inclusive);
    }

    /**
     * The first key. O(log n).
     *
     * @return the key
     * @throws NoSuchElementException if there is no entry
     */
    @Override
    public K firstKey() {
        return existing(firstEntry());
    }

    /**
     * The last key. O(log n).
     *
     * @return the key
     * @throws NoSuchElementException if there is no entry
     */
    @Override
    public K lastKey() {
        return existing(lastEntry());
    }

    /**
     * The greatest key below one. O(log n).
     *
     * @param key the key
     * @return that key; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public @Nullable K lowerKey(K key) {
        return keyOf(lowerEntry(key));
    }

    /**
     * The greatest key at or below one. O(log n).
     *
     * @param key the key
     * @return that key; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public @Nullable K floorKey(K key) {
        return keyOf(floorEntry(key));
    }

    /**
     * The smallest key at or above one. O(log n).
     *
     * @param key the key
     * @return that key; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public @Nullable K ceilingKey(K key) {
        return keyOf(ceilingEntry(key));
    }

    /**
     * The smallest key above one. O(log n).
     *
     * @param key the key
     * @return that key; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public @Nullable K higherKey(K key) {
        return keyOf(higherEntry(key));
    }

    private static <K> @Nullable K keyOf(Map.@Nullable Entry<K, ?> entry) {
        return entry == null ? null : entry.getKey();
    }

    private static <K> K existing(Map.@Nullable Entry<K, ?> entry) {
        if (entry == null) {
            throw new NoSuchElementException("the map or view is empty");
        }
        return entry.getKey();
    }

    // ---- order and views
    // -----------------------------------------------------------------------------------------------

    /**
     * The order of this map or view.
     *
     * @return the comparator; null for the natural order
     */
    @Override
    public @Nullable Comparator<? super K> comparator() {
        Comparator<? super K> ascending = state().order.comparator();
        return descending ? Collections.reverseOrder(ascending) : ascending;
    }

    /**
     * A live view in the reverse order. O(1).
     *
     * @return the view
     */
    @Override
    public M descendingMap() {
        return view(range, !descending);
    }

    /**
     * A live view between two keys. O(1), but for comparing the bounds.
     *
     * @param fromKey the first bound
     * @param fromInclusive whether it belongs to the view
     * @param toKey the last bound
     * @param toInclusive whether it belongs to the view
     * @return the view
     * @throws IllegalArgumentException if the bounds are in the wrong order, or outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public M subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        checkKey(fromKey);
        checkKey(toKey);
        KeyOrder<K> order = state().order;
        return view(
                descending
                        ? range.between(order, toKey, toInclusive, fromKey, fromInclusive)
                        : range.between(order, fromKey, fromInclusive, toKey, toInclusive),
                descending);
    }

    /**
     * A live view of the entries before a key. O(1), but for comparing the bound.
     *
     * @param toKey the last bound
     * @param inclusive whether it belongs to the view
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public M headMap(K toKey, boolean inclusive) {
        checkKey(toKey);
        KeyOrder<K> order = state().order;
        return view(descending ? range.from(order, toKey, inclusive) : range.to(order, toKey, inclusive), descending);
    }

    /**
     * A live view of the entries from a key on. O(1), but for comparing the bound.
     *
     * @param fromKey the first bound
     * @param inclusive whether it belongs to the view
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public M tailMap(K fromKey, boolean inclusive) {
        checkKey(fromKey);
        KeyOrder<K> order = state().order;
        return view(
                descending ? range.to(order, fromKey, inclusive) : range.from(order, fromKey, inclusive), descending);
    }

    /**
     * A live view from a key on and up to another, which is excluded. O(1), but for comparing the bounds.
     *
     * @param fromKey the first bound, included
     * @param toKey the last bound, excluded
     * @return the view
     * @throws IllegalArgumentException if the bounds are in the wrong order, or outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public M subMap(K fromKey, K toKey) {
        return subMap(fromKey, true, toKey, false);
    }

    /**
     * A live view of the entries below a key. O(1), but for comparing the bound.
     *
     * @param toKey the bound, excluded
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public M headMap(K toKey) {
        return headMap(toKey, false);
    }

    /**
     * A live view of the entries from a key on. O(1), but for comparing the bound.
     *
     * @param fromKey the bound, included
     * @return the view
     * @throws IllegalArgumentException if the bound is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     */
    @Override
    public M tailMap(K fromKey) {
        return tailMap(fromKey, true);
    }

    // ---- iteration
    // -----------------------------------------------------------------------------------------------------

    final BTreeCursor cursor(BTreeState<K, V> state, boolean backwards) {
        int start = range.start(state);
        return new BTreeCursor(state.root, start, range.end(state, start), backwards);
    }

    /**
     * Shows every entry of the present version, in order. O(n).
     *
     * @param action is shown each key and value; it may write to this map, which it will not be shown
     * @throws NullPointerException if the action is null
     */
    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Checks.notNull(action, "action");
        walk(ANY_SIZE, (key, value) -> {
            action.accept(key, value);
            return true;
        });
    }

    /**
     * Whether a value is present. O(n).
     *
     * @param value the value
     * @return whether some entry has an equal one
     */
    @Override
    public boolean containsValue(@Nullable Object value) {
        checkValue(value);
        return !walk(ANY_SIZE, (key, present) -> !Objects.equals(value, present));
    }

    /** By the rules of {@link Map#equals}, of one version: sizes are not compared apart from contents. */
    @Override
    public boolean equals(@Nullable Object object) {
        if (object == this) {
            return true;
        }
        if (!(object instanceof Map<?, ?> other)) {
            return false;
        }
        try {
            if (other instanceof BTreeReads<?, ?, ?> ours && hasOrderOf(ours)) {
                return hasEntriesOf(ours, true);
            }
            return walk(other.size(), (key, value) -> {
                Object theirs = other.get(key);
                return Objects.equals(value, theirs) && (theirs != null || other.containsKey(key));
            });
        } catch (ClassCastException | NullPointerException incomparable) {
            return false;
        }
    }

    /** Whether both compare keys alike, so that they can be walked side by side. */
    final boolean hasOrderOf(BTreeReads<?, ?, ?> other) {
        return state().order.sameAs(other.state().order.comparator());
    }

    /** Whether another map or view in the same order has the same keys and, if asked for, equal values; shared nodes are not looked into. */
    final boolean hasEntriesOf(BTreeReads<?, ?, ?> other, boolean values) {
        Object started = iteratorStarted();
        Object otherStarted = other.iteratorStarted();
        try {
            return BTreeAlgebra.equal(slice(), other.slice(), values);
        } finally {
            other.iteratorFinished(otherStarted);
            iteratorFinished(started);
        }
    }

    /**
     * Whether the keys or entries of the present version are exactly those of a set: {@link Set#equals} of one version, by the
     * rules of {@link java.util.AbstractSet#equals}, which asks this side.
     *
     * @param has whether a version has an element of the set
     * @param backwards whether the set has an entry of this side; null if it is not to be asked
     */
    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    final boolean isMadeOf(
            Set<?> other,
            BiPredicate<BTreeState<K, V>, @Nullable Object> has,
            @Nullable BiPredicate<? super K, ? super V> backwards) {
        Object started = iteratorStarted();
        try {
            BTreeState<K, V> state = state();
            BTreeCursor cursor = cursor(state, false);
            if (other.size() != cursor.remaining()) {
                return false;
            }
            for (Object element : other) {
                if (!has.test(state, element)) {
                    return false;
                }
            }
            while (backwards != null && cursor.advance()) {
                if (!backwards.test((K) cursor.key(), (V) cursor.value())) {
                    return false;
                }
            }
            return true;
        } finally {
            iteratorFinished(started);
        }
    }

    /** Whether this view of a version has a key. */
    final boolean hasKey(BTreeState<K, V> state, @Nullable Object key) {
        return inRange(state, key) && isPresent(state, key);
    }

    /** Whether this view of a version has an entry. */
    final boolean hasEntry(BTreeState<K, V> state, @Nullable Object object) {
        if (!(object instanceof Map.Entry<?, ?> entry) || !inRange(state, entry.getKey())) {
            return false;
        }
        V value = valueOf(state, entry.getKey());
        return Objects.equals(value, entry.getValue()) && (value != null || isPresent(state, entry.getKey()));
    }

    /** Of one version too, by the iteration that it is made of. */
    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /**
     * Shows all entries of the present version until one does not pass; none if there are not as many as required. It is an
     * iteration like any other: what is shown may write to this very map, and so may a comparator that bounds are compared by.
     */
    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    private boolean walk(int requiredSize, BiPredicate<? super K, ? super V> passes) {
        Object started = iteratorStarted();
        try {
            BTreeCursor cursor = cursor(state(), descending);
            if (requiredSize != ANY_SIZE && requiredSize != cursor.remaining()) {
                return false;
            }
            while (!cursor.isAtEnd()) {
                if (!cursor.showLeaf((key, value) -> passes.test((K) key, (V) value))) {
                    return false;
                }
            }
            return true;
        } finally {
            iteratorFinished(started);
        }
    }

    /**
     * A live view of the keys, in order. O(1).
     *
     * @return the keys
     */
    @Override
    public abstract NavigableSet<K> navigableKeySet();

    /**
     * A live view of the keys, in order. O(1).
     *
     * @return the keys
     */
    @Override
    public NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    /**
     * A live view of the keys, in reverse order. O(1).
     *
     * @return the keys
     */
    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    /**
     * A live view of the values, in the order of their keys. O(1).
     *
     * @return the values
     */
    @Override
    public abstract Collection<V> values();

    /**
     * A live view of the entries, in order; {@code setValue} writes to the map. O(1).
     *
     * @return the entries
     */
    @Override
    public abstract Set<Map.Entry<K, V>> entrySet();
}
