package dev.holstein.jmh.subject;

import io.vavr.Tuple2;
import io.vavr.collection.TreeMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The present version of Vavr's persistent map. */
final class VavrCell extends MapCell {
    private TreeMap<Object, Object> map;

    private VavrCell(TreeMap<Object, Object> map) {
        this.map = map;
    }

    VavrCell() {
        this(empty());
    }

    /** Vavr knows no sorted input: it puts one by one. */
    static VavrCell copyOf(SortedMap<Object, Object> entries) {
        VavrCell cell = new VavrCell();
        cell.putAll(entries);
        return cell;
    }

    /** The natural order as Vavr itself makes it for keys that are known to be comparable. */
    @SuppressWarnings("unchecked") // an empty map holds no key of any type
    private static TreeMap<Object, Object> empty() {
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
        return SideBySide.differences(map.iterator(), ((VavrCell) newer).map.iterator(), Tuple2::_1, Tuple2::_2);
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((VavrCell) other).map);
    }
}
