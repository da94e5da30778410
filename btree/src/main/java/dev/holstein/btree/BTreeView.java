package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The write side of {@link NavigableMap}, written once over "apply this edit": each method says what to do with one key, or
 * with all keys of the range, and the {@linkplain #face() face} decides where and under which rules.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <M> what the views of this map are
 */
abstract class BTreeView<K extends @Nullable Object, V extends @Nullable Object, M extends NavigableMap<K, V>>
        extends BTreeReads<K, V, M> {
    BTreeView(BTreeRange<K> range, boolean descending) {
        super(range, descending);
    }

    /** The whole map, which carries out the writes of this view. */
    abstract BTreeFace<K, V, M> face();

    private K checked(K key) {
        checkKey(key);
        return range.isAll() ? key : range.check(state().order, key);
    }

    private boolean writable(@Nullable Object key) {
        checkKey(key);
        return range.isAll() || range.contains(state().order, key);
    }

    private @Nullable V written(BTreeEdit<K, V> edit) {
        face().apply(edit);
        return edit.result();
    }

    // ---- one key
    // -------------------------------------------------------------------------------------------------------

    /**
     * Gives a key a value. O(log n). If an equal key is present, that object stays.
     *
     * @param key the key
     * @param value its value
     * @return the value before; null if there was none
     * @throws IllegalArgumentException if the key is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V put(K key, V value) {
        return written(BTreeEdit.put(BTreeEdit.Kind.PUT, checked(key), value));
    }

    /**
     * Gives a key a value unless it has one. O(log n).
     *
     * @param key the key
     * @param value its value
     * @return the value that it had; null if there was none
     * @throws IllegalArgumentException if the key is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return written(BTreeEdit.put(BTreeEdit.Kind.PUT_IF_ABSENT, checked(key), value));
    }

    /**
     * Gives a key another value if it is present. O(log n).
     *
     * @param key the key
     * @param value its new value
     * @return the value before; null if the key is absent
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V replace(K key, V value) {
        BTreeEdit<K, V> edit = BTreeEdit.put(BTreeEdit.Kind.REPLACE, key, value);
        return writable(key) ? written(edit) : null;
    }

    /**
     * Gives a key another value if it has the one expected. O(log n).
     *
     * @param key the key
     * @param oldValue the value expected
     * @param newValue the new value
     * @return whether it was replaced
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        return appliedTo(key, BTreeEdit.replaceExpected(key, oldValue, newValue));
    }

    /**
     * Removes a key. O(log n).
     *
     * @param key the key
     * @return its value; null if it was absent
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V remove(@Nullable Object key) {
        return writable(key) ? written(BTreeEdit.remove(key)) : null;
    }

    /**
     * Removes a key if it has the value expected. O(log n).
     *
     * @param key the key
     * @param value the value expected
     * @return whether it was removed
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        return appliedTo(key, BTreeEdit.removeExpected(key, value));
    }

    /** Removes a key; says whether it was there, which a null value cannot. */
    final boolean removeKey(@Nullable Object key) {
        return appliedTo(key, BTreeEdit.remove(key));
    }

    /** Whether a set has the keys of this map or view, and no others. */
    final boolean hasKeysOf(Set<?> other) {
        BiPredicate<K, V> backwards = (key, value) -> other.contains(key);
        return isMadeOf(other, this::hasKey, face().equalsBothWays() ? backwards : null);
    }

    /** Whether a set has the entries of this map or view, and no others. */
    final boolean hasEntriesOf(Set<?> other) {
        BiPredicate<K, V> backwards = (key, value) -> other.contains(new SimpleImmutableEntry<>(key, value));
        return isMadeOf(other, this::hasEntry, face().equalsBothWays() ? backwards : null);
    }

    /** Removes the entries that pass, as one write; says whether there was one. */
    final boolean removeWhere(String method, BiPredicate<? super K, ? super V> passes) {
        return face().apply(BTreeBulk.removeIf(method, range, passes));
    }

    /** Removes some keys, as one write; says whether one was there. */
    final boolean removeKeys(Collection<?> keys) {
        return face().apply(BTreeBulk.removeAll(keys, range));
    }

    /** Removes some entries, as one write; says whether one was there. */
    final boolean removeEntries(Collection<?> entries) {
        return face().apply(BTreeBulk.removeAllEntries(entries, range, this::checkKey));
    }

    /** Keeps or removes the keys of a map in the same order, as one write; says whether one went. Only for a whole map. */
    final boolean combineKeys(BTreeAlgebra.Operation operation, BTreeReads<K, ?, ?> keys, String method) {
        return face().apply(BTreeBulk.combine(operation, keys.frozen(), method, "minusAll"));
    }

    /** Adds some keys without values, as one write; says whether one was new. */
    final boolean addKeys(Iterable<? extends K> keys) {
        return face().apply(BTreeBulk.addAll(keys, range, face()::checkEntry));
    }

    /** As the views of the JDK: a function may be asked about a key outside, if it answers that there is to be nothing. */
    private @Nullable V nothingAt(K key, @Nullable V value) {
        if (value != null) {
            K unused = range.check(state().order, key);
        }
        return null;
    }

    private boolean appliedTo(@Nullable Object key, BTreeEdit<K, V> edit) {
        if (!writable(key)) {
            return false;
        }
        face().apply(edit);
        return edit.applied();
    }

    /**
     * Gives a key the value that a function makes of the present one, called exactly once. O(log n).
     *
     * @param key the key
     * @param remappingFunction answers the new value, or null to remove the key; it may read this map, not write it
     * @return the new value; null if there is none
     * @throws IllegalArgumentException if the key is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V compute(K key, BiFunction<? super K, ? super V, ? extends @Nullable V> remappingFunction) {
        BTreeEdit<K, V> edit = BTreeEdit.compute(BTreeEdit.Kind.COMPUTE, key, remappingFunction);
        return writable(key) ? written(edit) : nothingAt(key, remappingFunction.apply(key, null));
    }

    /**
     * Gives a key without a value the one that a function makes, called once if at all. O(log n).
     *
     * @param key the key
     * @param mappingFunction answers the value, or null for none; it may read this map, not write it
     * @return the value; null if there is none
     * @throws IllegalArgumentException if the key is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> mappingFunction) {
        BTreeEdit<K, V> edit = BTreeEdit.computeIfAbsent(key, mappingFunction);
        return writable(key) ? written(edit) : nothingAt(key, mappingFunction.apply(key));
    }

    /**
     * Gives a key that has a value the one that a function makes of it, called once if at all. O(log n).
     *
     * @param key the key
     * @param remappingFunction answers the new value, or null to remove the key; it may read this map, not write it
     * @return the new value; null if there is none
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends @Nullable V> remappingFunction) {
        BTreeEdit<K, V> edit = BTreeEdit.compute(BTreeEdit.Kind.COMPUTE_IF_PRESENT, key, remappingFunction);
        return writable(key) ? written(edit) : null;
    }

    /**
     * Gives a key a value, or what a function makes of the present value and this one, called once if at all. O(log n).
     *
     * @param key the key
     * @param value the value if there is none yet
     * @param remappingFunction answers the new value, or null to remove the key; it may read this map, not write it
     * @return the new value; null if the key was removed
     * @throws IllegalArgumentException if the key is outside the range of this view
     * @throws ClassCastException if the key cannot be compared
     * @throws NullPointerException if the key is null and this map or its order does not take null
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public @Nullable V merge(
            K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> remappingFunction) {
        return written(BTreeEdit.merge(checked(key), value, remappingFunction));
    }

    /**
     * Removes the first entry, at one moment. O(log n).
     *
     * @return the entry; null if there is none
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public Map.@Nullable Entry<K, V> pollFirstEntry() {
        return polled(descending);
    }

    /**
     * Removes the last entry, at one moment. O(log n).
     *
     * @return the entry; null if there is none
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public Map.@Nullable Entry<K, V> pollLastEntry() {
        return polled(!descending);
    }

    private Map.@Nullable Entry<K, V> polled(boolean last) {
        BTreeEdit<K, V> edit = BTreeEdit.poll(range, last);
        face().apply(edit);
        return edit.polled();
    }

    // ---- many keys
    // -----------------------------------------------------------------------------------------------------

    /**
     * Puts every entry of a map: all, or none if one is refused or the argument throws. m inserts, or for many
     * entries a merge in O(m log(n/m + 1)), and O(m log m) to bring them in order if they do not come so; subtrees of a map of this
     * library are taken over whole.
     *
     * @param map the entries
     * @throws IllegalArgumentException if the key is outside the range of this view
     * @throws ClassCastException if a key cannot be compared
     * @throws NullPointerException if the map is null, or a key or value that this map does not take
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        Checks.notNull(map, "map");
        boolean unused = face().apply(puts(map));
    }

    @SuppressWarnings("unchecked") // an immutable version of subtypes may be read as one of K and V
    final BTreeBulk<K, V> puts(Map<? extends K, ? extends V> map) {
        if (range.isAll() && map instanceof BTreeReads<?, ?, ?> ours) {
            BTreeState<K, V> other = (BTreeState<K, V>) ours.frozen();
            face().checkEntries(other);
            return BTreeBulk.combine(BTreeAlgebra.Operation.UNION, other, "putAll", "plusAll");
        }
        return BTreeBulk.putAll(map, range, face()::checkEntry);
    }

    /**
     * Replaces every value by what a function makes of it, called once an entry: all, or none if it throws. O(n).
     *
     * @param function answers the new value of a key and its value; it may read this map, not write it
     * @throws NullPointerException if the function is null, or answers a null that this map does not take
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Checks.notNull(function, "function");
        boolean unused = face().apply(BTreeBulk.replaceAll(function, range, face()::checkEntry));
    }

    /**
     * Removes every entry, at one moment. O(1) for a whole map, O(log n) for a view: subtrees are cut out, not emptied.
     *
     * @throws IllegalStateException if called from inside a write of the same map
     * @throws UnsupportedOperationException if this map is persistent
     */
    @Override
    public void clear() {
        boolean unused = face().apply(BTreeBulk.clear(range));
    }

    // ---- collections
    // ---------------------------------------------------------------------------------------------------

    /**
     * A live view of the keys, in order. O(1).
     *
     * @return the keys
     */
    @Override
    public NavigableSet<K> navigableKeySet() {
        return new BTreeKeySet<>(this);
    }

    /**
     * A live view of the values, in the order of their keys. O(1).
     *
     * @return the values
     */
    @Override
    public Collection<V> values() {
        return new BTreeValues<>(this);
    }

    /**
     * A live view of the entries, in order; {@code setValue} writes to the map. O(1).
     *
     * @return the entries
     */
    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new BTreeEntrySet<>(this);
    }
}
