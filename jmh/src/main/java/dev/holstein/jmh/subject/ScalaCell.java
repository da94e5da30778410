package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.TreeMap;
import scala.collection.mutable.ReusableBuilder;
import scala.jdk.javaapi.CollectionConverters;
import scala.math.Ordering;
import scala.runtime.BoxedUnit;

/**
 * The present version of Scala's persistent map. {@code putAll} is its {@code concat}, which edits the nodes of its own in
 * place; the bulk build is its builder, which does the same; a union is the {@code concat} of two maps, which joins trees.
 */
final class ScalaCell extends SortedCell {
    private TreeMap<Object, Object> map;

    private ScalaCell(TreeMap<Object, Object> map) {
        this.map = map;
    }

    ScalaCell(@Nullable Comparator<Object> order) {
        this(new TreeMap<>(ordering(order)));
    }

    private static Ordering<Object> ordering(@Nullable Comparator<Object> order) {
        return Ordering.comparatorToOrdering(orNatural(order));
    }

    static ScalaCell copyOf(SortedMap<Object, Object> entries) {
        ReusableBuilder<Tuple2<Object, Object>, TreeMap<Object, Object>> builder =
                scala.collection.immutable.TreeMap$.MODULE$.newBuilder(ordering(orderOf(entries)));
        entries.forEach((key, value) -> builder.addOne(new Tuple2<>(key, value)));
        return new ScalaCell(builder.result());
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.getOrElse(key, () -> null);
    }

    @Override
    public void put(Object key, Object value) {
        map = map.updated(key, value);
    }

    @Override
    public void remove(Object key) {
        map = map.removed(key);
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
        return CollectionConverters.asJava((TreeMap<Object, Object>) snapshot);
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        for (Iterator<Tuple2<Object, Object>> entries = map.iterator(); entries.hasNext(); ) {
            Tuple2<Object, Object> entry = entries.next();
            sink.accept(entry._1(), entry._2());
        }
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.foreachEntry((key, value) -> {
            sink.accept(key, value);
            return BoxedUnit.UNIT;
        });
    }

    @Override
    public void iterateRange(Object from, Object to, BiConsumer<Object, Object> sink) {
        Ordering<Object> ordering = map.ordering();
        for (Iterator<Tuple2<Object, Object>> entries = map.iteratorFrom(from); entries.hasNext(); ) {
            Tuple2<Object, Object> entry = entries.next();
            if (ordering.compare(entry._1(), to) >= 0) {
                return;
            }
            sink.accept(entry._1(), entry._2());
        }
    }

    /** {@code maxBefore} gives keys below only, so the key itself is looked up first. */
    @Override
    public @Nullable Object floorKey(Object key) {
        return map.contains(key) ? key : keyOf(map.maxBefore(key));
    }

    @Override
    public @Nullable Object ceilingKey(Object key) {
        return keyOf(map.minAfter(key));
    }

    private static @Nullable Object keyOf(Option<Tuple2<Object, Object>> entry) {
        return entry.isEmpty() ? null : entry.get()._1();
    }

    @Override
    public @Nullable Object pollFirst() {
        if (map.isEmpty()) {
            return null;
        }
        Object first = map.firstKey();
        map = map.tail();
        return first;
    }

    @Override
    public MapCell copy() {
        return new ScalaCell(map);
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        map = map.concat(CollectionConverters.asScala(entries.entrySet().iterator())
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue())));
    }

    @Override
    public MapCell union(MapCell other) {
        return new ScalaCell(map.concat(((ScalaCell) other).map));
    }

    @Override
    public long differences(MapCell newer) {
        return SideBySide.differences(
                CollectionConverters.asJava(map.iterator()),
                CollectionConverters.asJava(((ScalaCell) newer).map.iterator()),
                Tuple2::_1,
                Tuple2::_2,
                map.ordering());
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return map.equals(((ScalaCell) other).map);
    }
}
