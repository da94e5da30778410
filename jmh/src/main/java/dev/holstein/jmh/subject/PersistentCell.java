package dev.holstein.jmh.subject;

import dev.holstein.btree.PersistentBTreeMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The present version of our persistent map. */
final class PersistentCell extends NavigableCell {
    private PersistentBTreeMap<Object, Object> map;

    PersistentCell(PersistentBTreeMap<Object, Object> map) {
        this.map = map;
    }

    @Override
    public PersistentBTreeMap<Object, Object> map() {
        return map;
    }

    @Override
    public MapCell copy() {
        return new PersistentCell(map);
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        map = map.plus(key, value);
    }

    @Override
    public void remove(Object key) {
        map = map.minus(key);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public Object snapshot() {
        return map.snapshot();
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
    public void putAll(SortedMap<Object, Object> entries) {
        map = map.plusAll(entries);
    }

    @Override
    public @Nullable Object pollFirst() {
        Map.Entry<Object, Object> first = map.firstEntry();
        if (first == null) {
            return null;
        }
        map = map.minus(first.getKey());
        return first.getKey();
    }

    @Override
    public void removeRange(Object from, Object to) {
        map = map.split(from).below().join(map.split(to).from());
    }

    @Override
    public int rank(Object key) {
        return map.rank(key, false);
    }

    @Override
    public Map.Entry<Object, Object> entryAt(int index) {
        return map.entryAt(index);
    }

    @Override
    public SortedMap<Object, Object> range(Object from, Object to) {
        return map.subMap(from, to).snapshot();
    }

    @Override
    public MapCell union(MapCell other) {
        return new PersistentCell(map.union(((PersistentCell) other).map));
    }

    @Override
    public long differences(MapCell newer) {
        return PersistentBTreeMap.diff(map, ((PersistentCell) newer).map).count();
    }
}
