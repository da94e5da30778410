package dev.holstein.jmh.subject;

import io.lacuna.bifurcan.IEntry;
import io.lacuna.bifurcan.SortedMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The map of Bifurcan: the present version of a persistent one ("forked"), or one that stays the same object ("linear"). The
 * nodes of both are immutable, so a linear map saves the new face of each write and no more, and a snapshot of it is a new
 * face. {@code putAll} and the bulk build put one by one into a linear map; a union is its {@code union}, which does the same.
 * A range is read by index, entry by entry: its {@code slice} does so too, and looks each key up again.
 */
final class BifurcanCell extends SortedCell {
    private SortedMap<Object, Object> map;

    private BifurcanCell(SortedMap<Object, Object> map) {
        this.map = map;
    }

    BifurcanCell(@Nullable Comparator<Object> order, boolean linear) {
        this(linear ? new SortedMap<>(orNatural(order)).linear() : new SortedMap<>(orNatural(order)));
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.get(key, null);
    }

    @Override
    public void put(Object key, Object value) {
        map = map.put(key, value);
    }

    @Override
    public void merge(Object key, Object value, BinaryOperator<Object> function) {
        map = map.put(key, value, function);
    }

    @Override
    public void remove(Object key) {
        map = map.remove(key);
    }

    @Override
    public int size() {
        return (int) map.size();
    }

    @Override
    public Object snapshot() {
        return map.forked();
    }

    @Override
    @SuppressWarnings("unchecked") // a snapshot of this cell has its types
    public Map<Object, Object> contents(Object snapshot) {
        Map<Object, Object> contents = new LinkedHashMap<>();
        new BifurcanCell((SortedMap<Object, Object>) snapshot).iterate(contents::put);
        return contents;
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        for (IEntry<Object, Object> entry : map) {
            sink.accept(entry.key(), entry.value());
        }
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.forEach(entry -> sink.accept(entry.key(), entry.value()));
    }

    @Override
    public void iterateRange(Object from, Object to, BiConsumer<Object, Object> sink) {
        OptionalLong start = map.ceilIndex(from);
        OptionalLong end = map.ceilIndex(to);
        if (start.isPresent()) {
            long stop = end.orElse(map.size());
            for (long i = start.getAsLong(); i < stop; i++) {
                IEntry<Object, Object> entry = map.nth(i);
                sink.accept(entry.key(), entry.value());
            }
        }
    }

    @Override
    public @Nullable Object floorKey(Object key) {
        return keyAt(map.inclusiveFloorIndex(key));
    }

    @Override
    public @Nullable Object ceilingKey(Object key) {
        return keyAt(map.ceilIndex(key));
    }

    private @Nullable Object keyAt(OptionalLong index) {
        return index.isPresent() ? map.nth(index.getAsLong()).key() : null;
    }

    @Override
    public @Nullable Object pollFirst() {
        if (map.size() == 0) {
            return null;
        }
        Object first = map.nth(0).key();
        map = map.remove(first);
        return first;
    }

    @Override
    public MapCell copy() {
        return new BifurcanCell(map.clone());
    }

    @Override
    public void putAll(java.util.SortedMap<Object, Object> entries) {
        SortedMap<Object, Object> next = map.linear();
        entries.forEach(next::put);
        map = map.isLinear() ? next : next.forked();
    }

    @Override
    public MapCell union(MapCell other) {
        return new BifurcanCell((SortedMap<Object, Object>) map.union(((BifurcanCell) other).map));
    }

    @Override
    public long differences(MapCell newer) {
        return SideBySide.differences(
                map.iterator(), ((BifurcanCell) newer).map.iterator(), IEntry::key, IEntry::value, map.comparator());
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((BifurcanCell) other).map);
    }
}
