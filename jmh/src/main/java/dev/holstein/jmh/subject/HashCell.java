package dev.holstein.jmh.subject;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The hash table of the JDK: what the operations that need no order cost without one. A snapshot is a copy. */
final class HashCell extends MapCell {
    private final HashMap<Object, Object> map;

    HashCell(HashMap<Object, Object> map) {
        this.map = map;
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        map.put(key, value);
    }

    @Override
    public void merge(Object key, Object value, BinaryOperator<Object> function) {
        map.merge(key, value, function);
    }

    @Override
    public void remove(Object key) {
        map.remove(key);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public Object snapshot() {
        return new HashMap<>(map);
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
            sink.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.forEach(sink);
    }

    @Override
    public HashCell copy() {
        return new HashCell(new HashMap<>(map));
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        map.putAll(entries);
    }

    @Override
    public MapCell union(MapCell other) {
        HashCell union = copy();
        union.map.putAll(((HashCell) other).map);
        return union;
    }

    /** Looks every key up in the other map: what is not common, by the sizes, is in one of them only. */
    @Override
    public long differences(MapCell newer) {
        HashMap<Object, Object> others = ((HashCell) newer).map;
        long common = 0;
        long changed = 0;
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
            Object other = others.get(entry.getKey());
            if (other != null) {
                common++;
                changed += other.equals(entry.getValue()) ? 0 : 1;
            }
        }
        return changed + (map.size() - common) + (others.size() - common);
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((HashCell) other).map);
    }
}
