package dev.holstein.jmh.subject;

import dev.holstein.btree.PersistentBTreeMap;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The present version of our persistent map. */
final class PersistentCell extends MapCell {
    private PersistentBTreeMap<Object, Object> map = PersistentBTreeMap.empty((Comparator<Object>) null);

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
}
