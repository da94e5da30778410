package dev.holstein.jmh.subject;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A mutable map of {@code java.util}. The subjects differ in their snapshots only.
 *
 * @param <M> the type of the map
 */
abstract class JavaMapCell<M extends NavigableMap<Object, Object>> extends MapCell {
    final M map;

    JavaMapCell(M map) {
        this.map = map;
    }

    @Override
    public final @Nullable Object get(Object key) {
        return map.get(key);
    }

    @Override
    public final void put(Object key, Object value) {
        map.put(key, value);
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

    static final class Cow extends JavaMapCell<CowBTreeMap<Object, Object>> {
        Cow() {
            super(new CowBTreeMap<>());
        }

        @Override
        public Object snapshot() {
            return map.snapshot();
        }
    }

    static final class Concurrent extends JavaMapCell<ConcurrentBTreeMap<Object, Object>> {
        Concurrent() {
            super(new ConcurrentBTreeMap<>());
        }

        @Override
        public Object snapshot() {
            return map.snapshot();
        }
    }

    static final class Tree extends JavaMapCell<TreeMap<Object, Object>> {
        Tree() {
            super(new TreeMap<>());
        }

        @Override
        public Object snapshot() {
            return new TreeMap<>(map);
        }
    }

    static final class SkipList extends JavaMapCell<ConcurrentSkipListMap<Object, Object>> {
        SkipList() {
            super(new ConcurrentSkipListMap<>());
        }

        @Override
        public Object snapshot() {
            return map.clone();
        }
    }
}
