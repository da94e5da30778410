package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.BiFunction;
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
abstract class BTreeView<K, V, M extends NavigableMap<K, V>> extends BTreeReads<K, V, M> {
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

    @Override
    public @Nullable V put(K key, V value) {
        return written(BTreeEdit.put(BTreeEdit.Kind.PUT, checked(key), value));
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return written(BTreeEdit.put(BTreeEdit.Kind.PUT_IF_ABSENT, checked(key), value));
    }

    @Override
    public @Nullable V replace(K key, V value) {
        BTreeEdit<K, V> edit = BTreeEdit.put(BTreeEdit.Kind.REPLACE, key, value);
        return writable(key) ? written(edit) : null;
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        return appliedTo(key, BTreeEdit.replaceExpected(key, oldValue, newValue));
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        return writable(key) ? written(BTreeEdit.remove(key)) : null;
    }

    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        return appliedTo(key, BTreeEdit.removeExpected(key, value));
    }

    /** Removes a key; says whether it was there, which a null value cannot. */
    final boolean removeKey(@Nullable Object key) {
        return appliedTo(key, BTreeEdit.remove(key));
    }

    private boolean appliedTo(@Nullable Object key, BTreeEdit<K, V> edit) {
        if (!writable(key)) {
            return false;
        }
        face().apply(edit);
        return edit.applied();
    }

    @Override
    public @Nullable V compute(K key, BiFunction<? super K, ? super V, ? extends @Nullable V> remappingFunction) {
        return written(BTreeEdit.compute(BTreeEdit.Kind.COMPUTE, checked(key), remappingFunction));
    }

    @Override
    public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> mappingFunction) {
        return written(BTreeEdit.computeIfAbsent(checked(key), mappingFunction));
    }

    @Override
    public @Nullable V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends @Nullable V> remappingFunction) {
        BTreeEdit<K, V> edit = BTreeEdit.compute(BTreeEdit.Kind.COMPUTE_IF_PRESENT, key, remappingFunction);
        return writable(key) ? written(edit) : null;
    }

    @Override
    public @Nullable V merge(
            K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> remappingFunction) {
        return written(BTreeEdit.merge(checked(key), value, remappingFunction));
    }

    @Override
    public Map.@Nullable Entry<K, V> pollFirstEntry() {
        return polled(descending);
    }

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

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        Checks.notNull(map, "map");
        face().apply(BTreeBulk.putAll(map, range, face()::checkEntry));
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Checks.notNull(function, "function");
        face().apply(BTreeBulk.replaceAll(function, range, face()::checkEntry));
    }

    @Override
    public void clear() {
        face().apply(BTreeBulk.clear(range));
    }

    // ---- collections
    // ---------------------------------------------------------------------------------------------------

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new BTreeKeySet<>(this);
    }

    @Override
    public Collection<V> values() {
        return new BTreeValues<>(this);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new BTreeEntrySet<>(this);
    }
}
