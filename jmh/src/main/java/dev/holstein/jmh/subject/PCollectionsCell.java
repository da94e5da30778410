package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The present version of PCollections' persistent map. {@code putAll} and a union are its {@code plusAll}; the bulk build is
 * {@code fromSortedMap}, which knows that its source is sorted. A sub map is a map of its own, cut out in logarithmic time. It
 * knows its size, so that it counts keys at once; an index it has not.
 */
final class PCollectionsCell extends NavigableCell {
    private TreePMap<Object, Object> map;

    PCollectionsCell(TreePMap<Object, Object> map) {
        this.map = map;
    }

    PCollectionsCell(@Nullable Comparator<Object> order) {
        this(TreePMap.empty(orNatural(order)));
    }

    @Override
    public TreePMap<Object, Object> map() {
        return map;
    }

    @Override
    public MapCell copy() {
        return new PCollectionsCell(map);
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
        return map;
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
    public @Nullable Object pollFirst() {
        if (map.isEmpty()) {
            return null;
        }
        Object first = map.firstKey();
        map = map.minusFirstEntry();
        return first;
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        map = map.plusAll(entries);
    }

    @Override
    public void removeRange(Object from, Object to) {
        map = map.minusAll(map.subMap(from, to).keySet());
    }

    @Override
    public int rank(Object key) {
        return map.headMap(key).size();
    }

    @Override
    public Map.Entry<Object, Object> entryAt(int index) {
        Iterator<Map.Entry<Object, Object>> entries = map.entrySet().iterator();
        for (int i = 0; i < index; i++) {
            entries.next();
        }
        return entries.next();
    }

    @Override
    public SortedMap<Object, Object> range(Object from, Object to) {
        return map.subMap(from, to);
    }

    @Override
    public MapCell union(MapCell other) {
        return new PCollectionsCell(map.plusAll(((PCollectionsCell) other).map));
    }

    @Override
    public long differences(MapCell newer) {
        return SideBySide.differences(
                map.entrySet().iterator(),
                ((PCollectionsCell) newer).map.entrySet().iterator(),
                Map.Entry::getKey,
                Map.Entry::getValue,
                orNatural(map.comparator()));
    }
}
