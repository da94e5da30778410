package dev.holstein.jmh.subject;

import clojure.java.api.Clojure;
import clojure.lang.AFn;
import clojure.lang.IFn;
import clojure.lang.ISeq;
import clojure.lang.PersistentTreeMap;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The present version of Clojure's persistent sorted map. It has no transient form: {@code putAll}, the bulk build and a union
 * put one by one. Ranges and neighbours are read from its {@code seq}.
 */
final class ClojureCell extends SortedCell {
    /** By Clojure's interface for Java: its class of maps cannot be loaded before Clojure itself. */
    private static final IFn SORTED_MAP_BY = Clojure.var("clojure.core", "sorted-map-by");

    private PersistentTreeMap map;

    private ClojureCell(PersistentTreeMap map) {
        this.map = map;
    }

    /** Its own comparator for the natural order asks whether keys are numbers first: the one of the JDK is the cheaper. */
    ClojureCell(@Nullable Comparator<Object> order) {
        this((PersistentTreeMap) SORTED_MAP_BY.invoke(orNatural(order)));
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.valAt(key);
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
        return map.count();
    }

    @Override
    public Object snapshot() {
        return map;
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        for (Iterator<Map.Entry<Object, Object>> entries = entries(); entries.hasNext(); ) {
            Map.Entry<Object, Object> entry = entries.next();
            sink.accept(entry.getKey(), entry.getValue());
        }
    }

    @SuppressWarnings("unchecked") // Clojure's collections have no type parameters
    private Iterator<Map.Entry<Object, Object>> entries() {
        return map.iterator();
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.kvreduce(new Acceptor(sink), null);
    }

    /** Clojure's own way over all entries is a reduction: here, to nothing. */
    private static final class Acceptor extends AFn {
        private final BiConsumer<Object, Object> sink;

        Acceptor(BiConsumer<Object, Object> sink) {
            this.sink = sink;
        }

        @Override
        public @Nullable Object invoke(@Nullable Object nothing, Object key, Object value) {
            sink.accept(key, value);
            return null;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // Clojure's collections have no type parameters
    public void iterateRange(Object from, Object to, BiConsumer<Object, Object> sink) {
        Comparator<Object> order = map.comparator();
        for (ISeq rest = map.seqFrom(from, true); rest != null; rest = rest.next()) {
            Map.Entry<Object, Object> entry = (Map.Entry<Object, Object>) rest.first();
            if (order.compare(entry.getKey(), to) >= 0) {
                return;
            }
            sink.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public @Nullable Object floorKey(Object key) {
        return firstKey(map.seqFrom(key, false));
    }

    @Override
    public @Nullable Object ceilingKey(Object key) {
        return firstKey(map.seqFrom(key, true));
    }

    private static @Nullable Object firstKey(@Nullable ISeq entries) {
        return entries == null ? null : ((Map.Entry<?, ?>) entries.first()).getKey();
    }

    @Override
    public @Nullable Object pollFirst() {
        Object first = map.minKey();
        if (first != null) {
            map = map.without(first);
        }
        return first;
    }

    @Override
    public MapCell copy() {
        return new ClojureCell(map);
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        PersistentTreeMap next = map;
        for (Map.Entry<Object, Object> entry : entries.entrySet()) {
            next = next.assoc(entry.getKey(), entry.getValue());
        }
        map = next;
    }

    @Override
    public MapCell union(MapCell other) {
        ClojureCell union = new ClojureCell(map);
        other.iterate(union::put);
        return union;
    }

    @Override
    @SuppressWarnings("unchecked") // Clojure's collections have no type parameters
    public long differences(MapCell newer) {
        return SideBySide.differences(
                entries(), ((ClojureCell) newer).entries(), Map.Entry::getKey, Map.Entry::getValue, map.comparator());
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((ClojureCell) other).map);
    }
}
