package dev.holstein.jmh.op.concurrent;

import dev.holstein.btree.ConcurrentBTreeMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map of {@code java.util}, as are its snapshots. */
abstract class JavaSharedMap extends SharedMap {
    @Override
    @SuppressWarnings("unchecked") // what snapshot() has made
    final void forEach(Object snapshot, BiConsumer<Object, Object> sink) {
        ((Map<Object, Object>) snapshot).forEach(sink);
    }

    /** Ours. */
    static final class BTree extends JavaSharedMap {
        private final ConcurrentBTreeMap<Object, Object> map = new ConcurrentBTreeMap<>();

        @Override
        @Nullable
        Object get(Object key) {
            return map.get(key);
        }

        @Override
        void put(Object key, Object value) {
            map.put(key, value);
        }

        @Override
        Object snapshot() {
            return map.snapshot();
        }
    }

    /**
     * The JDK's: a clone reads entry after entry while others write. A view is a walk over the map itself, for a clone is no
     * better.
     */
    static final class SkipList extends JavaSharedMap {
        private final ConcurrentSkipListMap<Object, Object> map = new ConcurrentSkipListMap<>();

        @Override
        @Nullable
        Object get(Object key) {
            return map.get(key);
        }

        @Override
        void put(Object key, Object value) {
            map.put(key, value);
        }

        @Override
        Object snapshot() {
            return map.clone();
        }

        @Override
        void view(BiConsumer<Object, Object> sink) {
            map.forEach(sink);
        }
    }

    /** A {@link TreeMap} behind one lock, under which it is copied, too. */
    static final class Locked extends JavaSharedMap {
        private final TreeMap<Object, Object> map = new TreeMap<>();

        @Override
        synchronized @Nullable Object get(Object key) {
            return map.get(key);
        }

        @Override
        synchronized void put(Object key, Object value) {
            map.put(key, value);
        }

        @Override
        synchronized Object snapshot() {
            return new TreeMap<>(map);
        }
    }
}
