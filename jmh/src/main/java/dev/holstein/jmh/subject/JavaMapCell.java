package dev.holstein.jmh.subject;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A mutable map of {@code java.util}. The subjects differ in what they can do beyond it.
 *
 * @param <M> the type of the map
 */
abstract class JavaMapCell<M extends NavigableMap<Object, Object>> extends NavigableCell {
    final M map;

    JavaMapCell(M map) {
        this.map = map;
    }

    @Override
    public final M map() {
        return map;
    }

    @Override
    public abstract JavaMapCell<M> copy();

    @Override
    public final @Nullable Object get(Object key) {
        return map.get(key);
    }

    @Override
    public final void put(Object key, Object value) {
        map.put(key, value);
    }

    @Override
    public final void merge(Object key, Object value, BinaryOperator<Object> function) {
        map.merge(key, value, function);
    }

    @Override
    public final void remove(Object key) {
        map.remove(key);
    }

    @Override
    public final int size() {
        return map.size();
    }

    @Override
    public final void iterate(BiConsumer<Object, Object> sink) {
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
            sink.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public final void forEach(BiConsumer<Object, Object> sink) {
        map.forEach(sink);
    }

    @Override
    public final void putAll(SortedMap<Object, Object> entries) {
        map.putAll(entries);
    }

    @Override
    public final @Nullable Object pollFirst() {
        Map.Entry<Object, Object> first = map.pollFirstEntry();
        return first == null ? null : first.getKey();
    }

    @Override
    public final void removeRange(Object from, Object to) {
        map.subMap(from, to).clear();
    }

    @Override
    public final MapCell union(MapCell other) {
        JavaMapCell<M> union = copy();
        union.map.putAll(((JavaMapCell<?>) other).map);
        return union;
    }
}
