package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.organicdesign.fp.collections.PersistentTreeMap;

/**
 * The present version of Paguro's persistent map. It has no bulk write and no union: both put one by one. Its
 * {@code entrySet} is another tree that is built when asked for, and {@code forEach} of its entries uses it, so both walks
 * go by its iterator; a sub map is built entry by entry from the first of the map on, so it is not measured.
 */
final class PaguroCell extends MapCell {
    private PersistentTreeMap<Object, Object> map;

    private PaguroCell(PersistentTreeMap<Object, Object> map) {
        this.map = map;
    }

    /** Its own comparator for the natural order looks at nulls first: the one of the JDK is the cheaper. */
    PaguroCell(@Nullable Comparator<Object> order) {
        this(PersistentTreeMap.empty(orNatural(order)));
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        map = map.assoc(key, value);
    }

    @Override
    public void remove(Object key) {
        map = map.without(key);
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
        Map<Object, Object> contents = new LinkedHashMap<>();
        new PaguroCell((PersistentTreeMap<Object, Object>) snapshot).iterate(contents::put);
        return contents;
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        for (Map.Entry<Object, Object> entry : map) {
            sink.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.forEach(entry -> sink.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public MapCell copy() {
        return new PaguroCell(map);
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        PersistentTreeMap<Object, Object> next = map;
        for (Map.Entry<Object, Object> entry : entries.entrySet()) {
            next = next.assoc(entry.getKey(), entry.getValue());
        }
        map = next;
    }

    @Override
    public MapCell union(MapCell other) {
        PersistentTreeMap<Object, Object> union = map;
        for (Map.Entry<Object, Object> entry : ((PaguroCell) other).map) {
            union = union.assoc(entry.getKey(), entry.getValue());
        }
        return new PaguroCell(union);
    }

    @Override
    public long differences(MapCell newer) {
        return SideBySide.differences(
                map.iterator(),
                ((PaguroCell) newer).map.iterator(),
                Map.Entry::getKey,
                Map.Entry::getValue,
                orNatural(map.comparator()));
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((PaguroCell) other).map);
    }
}
