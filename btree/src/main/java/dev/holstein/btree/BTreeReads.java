package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractMap;
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
 * The read side of {@link NavigableMap}, written once over "the present version", a range and a direction. The whole map is
 * the view without bounds. Every method reads the version once, so its answer is of one moment.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> what the views of this map are
 */
abstract class BTreeReads<K, V, M extends NavigableMap<K, V>> extends AbstractMap<K, V> implements NavigableMap<K, V> {
    final BTreeRange<K> range;
    final boolean descending;

    BTreeReads(BTreeRange<K> range, boolean descending) {
        this.range = range;
        this.descending = descending;
    }

    /** The present version of the whole map. */
    abstract BTreeState<K, V> state();

    /** Says that an iteration over the present version starts; its answer goes to {@link #iteratorFinished}. */
    abstract @Nullable Object iteratorStarted();

    /** Says that an iteration reads no more of its version. */
    abstract void iteratorFinished(@Nullable Object started);

    /** A view of the same map. */
    abstract M view(BTreeRange<K> viewRange, boolean viewDescending);

    /** Refuses a key that no version can hold; asked before every search. */
    void checkKey(@Nullable Object key) {
        // the order itself refuses what it cannot compare
    }

    // ---- size
    // ----------------------------------------------------------------------------------------------------------

    @Override
    public int size() {
        BTreeState<K, V> state = state();
        return range.end(state) - range.start(state);
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    // ---- one key
    // -------------------------------------------------------------------------------------------------------

    @Override
    public @Nullable V get(@Nullable Object key) {
        checkKey(key);
        BTreeState<K, V> state = state();
        return inRange(state, key) ? valueOf(state, key) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        checkKey(key);
        BTreeState<K, V> state = state();
        return inRange(state, key) && isPresent(state, key);
    }

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

    final boolean inRange(BTreeState<K, V> state, @Nullable Object key) {
        return range.isAll() || range.contains(state.order, key);
    }

    // ---- neighbours
    // ----------------------------------------------------------------------------------------------------

    @Override
    public Map.@Nullable Entry<K, V> firstEntry() {
        BTreeState<K, V> state = state();
        return descending ? range.last(state) : range.first(state);
    }

    @Override
    public Map.@Nullable Entry<K, V> lastEntry() {
        BTreeState<K, V> state = state();
        return descending ? range.first(state) : range.last(state);
    }

    @Override
    public Map.@Nullable Entry<K, V> lowerEntry(K key) {
        return near(key, !descending, false);
    }

    @Override
    public Map.@Nullable Entry<K, V> floorEntry(K key) {
        return near(key, !descending, true);
    }

    @Override
    public Map.@Nullable Entry<K, V> ceilingEntry(K key) {
        return near(key, descending, true);
    }

    @Override
    public Map.@Nullable Entry<K, V> higherEntry(K key) {
        return near(key, descending, false);
    }

    private Map.@Nullable Entry<K, V> near(K key, boolean below, boolean inclusive) {
        checkKey(key);
        return range.near(state(), key, below, inclusive);
    }

    @Override
    public K firstKey() {
        return existing(firstEntry());
    }

    @Override
    public K lastKey() {
        return existing(lastEntry());
    }

    @Override
    public @Nullable K lowerKey(K key) {
        return keyOf(lowerEntry(key));
    }

    @Override
    public @Nullable K floorKey(K key) {
        return keyOf(floorEntry(key));
    }

    @Override
    public @Nullable K ceilingKey(K key) {
        return keyOf(ceilingEntry(key));
    }

    @Override
    public @Nullable K higherKey(K key) {
        return keyOf(higherEntry(key));
    }

    private static <K> @Nullable K keyOf(Map.@Nullable Entry<K, ?> entry) {
        return entry == null ? null : entry.getKey();
    }

    private static <K> K existing(Map.@Nullable Entry<K, ?> entry) {
        if (entry == null) {
            throw new NoSuchElementException("the map is empty");
        }
        return entry.getKey();
    }

    // ---- order and views
    // -----------------------------------------------------------------------------------------------

    @Override
    public @Nullable Comparator<? super K> comparator() {
        Comparator<? super K> ascending = state().order.comparator();
        return descending ? Collections.reverseOrder(ascending) : ascending;
    }

    @Override
    public M descendingMap() {
        return view(range, !descending);
    }

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

    @Override
    public M headMap(K toKey, boolean inclusive) {
        checkKey(toKey);
        KeyOrder<K> order = state().order;
        return view(descending ? range.from(order, toKey, inclusive) : range.to(order, toKey, inclusive), descending);
    }

    @Override
    public M tailMap(K fromKey, boolean inclusive) {
        checkKey(fromKey);
        KeyOrder<K> order = state().order;
        return view(
                descending ? range.to(order, fromKey, inclusive) : range.from(order, fromKey, inclusive), descending);
    }

    @Override
    public M subMap(K fromKey, K toKey) {
        return subMap(fromKey, true, toKey, false);
    }

    @Override
    public M headMap(K toKey) {
        return headMap(toKey, false);
    }

    @Override
    public M tailMap(K fromKey) {
        return tailMap(fromKey, true);
    }

    // ---- iteration
    // -----------------------------------------------------------------------------------------------------

    final BTreeCursor cursor(BTreeState<K, V> state, boolean backwards) {
        return new BTreeCursor(state.root, range.start(state), range.end(state), backwards);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Checks.notNull(action, "action");
        walk(state(), (key, value) -> {
            action.accept(key, value);
            return true;
        });
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return !walk(state(), (key, present) -> !Objects.equals(value, present));
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
        BTreeState<K, V> state = state();
        if (other.size() != range.end(state) - range.start(state)) {
            return false;
        }
        try {
            return walk(state, (key, value) -> {
                Object theirs = other.get(key);
                return Objects.equals(value, theirs) && (theirs != null || other.containsKey(key));
            });
        } catch (ClassCastException | NullPointerException incomparable) {
            return false;
        }
    }

    /** Of one version too, by the iteration that it is made of. */
    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /**
     * Shows all entries of a version until one does not pass. It is an iteration like any other: what is shown may write to
     * this very map.
     */
    @SuppressWarnings("unchecked") // only keys of type K and values of type V are ever put
    private boolean walk(BTreeState<K, V> state, BiPredicate<? super K, ? super V> passes) {
        BTreeCursor cursor = cursor(state, descending);
        Object started = iteratorStarted();
        try {
            while (cursor.advance()) {
                if (!passes.test((K) cursor.key(), (V) cursor.value())) {
                    return false;
                }
            }
            return true;
        } finally {
            iteratorFinished(started);
        }
    }

    @Override
    public abstract NavigableSet<K> navigableKeySet();

    @Override
    public NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    @Override
    public abstract Collection<V> values();

    @Override
    public abstract Set<Map.Entry<K, V>> entrySet();
}
