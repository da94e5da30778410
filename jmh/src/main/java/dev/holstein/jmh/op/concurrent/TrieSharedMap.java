package dev.holstein.jmh.op.concurrent;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import scala.collection.Map;
import scala.collection.concurrent.TrieMap;

/** Scala's concurrent hash trie: without order, and with snapshots in constant time, after which writers copy what they meet. */
final class TrieSharedMap extends SharedMap {
    private final TrieMap<Object, Object> map = new TrieMap<>();

    @Override
    @Nullable
    Object get(Object key) {
        return ScalaEntries.orNull(map.get(key));
    }

    @Override
    void put(Object key, Object value) {
        map.update(key, value);
    }

    @Override
    Object snapshot() {
        return map.readOnlySnapshot();
    }

    @Override
    @SuppressWarnings("unchecked") // what snapshot() has made
    void forEach(Object snapshot, BiConsumer<Object, Object> sink) {
        ((Map<Object, Object>) snapshot).foreachEntry(ScalaEntries.to(sink));
    }
}
