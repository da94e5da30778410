package dev.holstein.jmh.subject;

import io.vavr.Tuple2;
import io.vavr.collection.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The present version of Vavr's persistent map. */
final class VavrCell extends MapCell {
    private TreeMap<Object, Object> map = empty();

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
}
