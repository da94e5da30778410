package dev.holstein.jmh.subject;

import io.vavr.Tuple2;
import io.vavr.collection.TreeMap;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The present version of Vavr's persistent map. Its bulk writes put one by one, and so do {@code putAll} and the
 * bulk build here. It finds no neighbours of a key and no range.
 */
final class VavrCell extends MapCell {
    private TreeMap<Object, Object> map;

    private VavrCell(TreeMap<Object, Object> map) {
        this.map = map;
    }

    VavrCell(@Nullable Comparator<Object> order) {
        this(order == null ? natural() : TreeMap.empty(order));
    }

    /** The natural order as Vavr itself makes it for keys that are known to be comparable. */
    @SuppressWarnings("unchecked") // an empty map holds no key of any type
    private static TreeMap<Object, Object> natural() {
        TreeMap<?, ?> empty = TreeMap.<String, Object>empty();
        return (TreeMap<Object, Object>) empty;
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.get(key).getOrNull();
    }

    @Override
    public void put(Object key, Object value) {
        map = map.put(key, value);
    }

    @Override
    public void remove(Object key) {
        map = map.remove(key);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public Object snapshot() {
        return map;
    }

    @Override
    @SuppressWarnings("unchecked") // a snapshot of this cell has its types
    public Map<Object, Object> contents(Object snapshot) {
        return ((TreeMap<Object, Object>) snapshot).toJavaMap();
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        for (Tuple2<Object, Object> entry : map) {
            sink.accept(entry._1, entry._2);
        }
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.forEach(sink);
    }

    @Override
    public MapCell copy() {
        return new VavrCell(map);
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        TreeMap<Object, Object> next = map;
        for (Map.Entry<Object, Object> entry : entries.entrySet()) {
            next = next.put(entry.getKey(), entry.getValue());
        }
        map = next;
    }

    /** Where both have a key, Vavr keeps the entry of the map that is asked. */
    @Override
    public MapCell union(MapCell other) {
        return new VavrCell(((VavrCell) other).map.merge(map));
    }

    @Override
    public long differences(MapCell newer) {
        return SideBySide.differences(
                map.iterator(), ((VavrCell) newer).map.iterator(), Tuple2::_1, Tuple2::_2, map.comparator());
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((VavrCell) other).map);
    }
}
