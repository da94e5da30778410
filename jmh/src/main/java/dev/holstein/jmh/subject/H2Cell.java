package dev.holstein.jmh.subject;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * The map of H2's storage engine, in memory: a copy-on-write B+ tree that any thread may write. Each map has a store without a
 * file of its own, whose making is part of a build. Its data types do no more than a map in memory needs: keys are compared by
 * {@code compareTo} or the comparator, where H2's type for any object would compare serialized forms; nothing is ever written
 * or estimated.
 *
 * <p>{@code putAll} puts one by one. The bulk build and a copy use the append mode, which fills whole pages; a union is such a
 * copy, and puts. A snapshot is the root of the present version, which no later write changes. {@code equals} of this map is
 * identity, so two maps are compared side by side.
 */
final class H2Cell extends SortedCell {
    private final Comparator<Object> order;
    private final MVMap<Object, Object> map;

    private H2Cell(Comparator<Object> order, boolean appended) {
        this.order = order;
        MVMap.Builder<Object, Object> builder =
                new MVMap.Builder<>().keyType(new MemoryType(order)).valueType(new MemoryType(order));
        map = new MVStore.Builder().open().openMap("map", appended ? builder.singleWriter() : builder);
    }

    H2Cell(@Nullable Comparator<Object> order) {
        this(orNatural(order), false);
    }

    static H2Cell copyOf(SortedMap<Object, Object> entries) {
        H2Cell cell = new H2Cell(orNatural(orderOf(entries)), true);
        entries.forEach(cell.map::append);
        return cell;
    }

    @Override
    public @Nullable Object get(Object key) {
        return map.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        map.put(key, value);
    }

    @Override
    public void merge(Object key, Object value, BinaryOperator<Object> function) {
        map.operate(key, value, new Merging(function));
    }

    /** Puts what a function makes of the present value and the given one, in one descent. */
    private static final class Merging extends MVMap.DecisionMaker<Object> {
        private final BinaryOperator<Object> function;

        Merging(BinaryOperator<Object> function) {
            this.function = function;
        }

        @Override
        public MVMap.Decision decide(@Nullable Object existing, Object provided) {
            return MVMap.Decision.PUT;
        }

        @Override
        @SuppressWarnings("unchecked") // there are objects only
        public <T> T selectValue(@Nullable T existing, T provided) {
            return existing == null ? provided : (T) function.apply(existing, provided);
        }
    }

    @Override
    public void remove(Object key) {
        map.remove(key);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public Object snapshot() {
        return map.flushAndGetRoot();
    }

    @Override
    @SuppressWarnings("unchecked") // a snapshot of this cell has its types
    public Map<Object, Object> contents(Object snapshot) {
        Map<Object, Object> contents = new LinkedHashMap<>();
        walk(map.cursor((RootReference<Object, Object>) snapshot, null, null, false), contents::put);
        return contents;
    }

    @Override
    public void iterate(BiConsumer<Object, Object> sink) {
        walk(map.cursor(null), sink);
    }

    private static void walk(Cursor<Object, Object> cursor, BiConsumer<Object, Object> sink) {
        while (cursor.hasNext()) {
            Object key = cursor.next();
            sink.accept(key, cursor.getValue());
        }
    }

    @Override
    public void forEach(BiConsumer<Object, Object> sink) {
        map.forEach(sink);
    }

    @Override
    public void iterateRange(Object from, Object to, BiConsumer<Object, Object> sink) {
        Cursor<Object, Object> cursor = map.cursor(from);
        while (cursor.hasNext()) {
            Object key = cursor.next();
            if (order.compare(key, to) >= 0) {
                return;
            }
            sink.accept(key, cursor.getValue());
        }
    }

    @Override
    public @Nullable Object floorKey(Object key) {
        return map.floorKey(key);
    }

    @Override
    public @Nullable Object ceilingKey(Object key) {
        return map.ceilingKey(key);
    }

    @Override
    public @Nullable Object pollFirst() {
        Object first = map.firstKey();
        if (first != null) {
            map.remove(first);
        }
        return first;
    }

    @Override
    public H2Cell copy() {
        H2Cell copy = new H2Cell(order, true);
        iterate(copy.map::append);
        return copy;
    }

    @Override
    public void putAll(SortedMap<Object, Object> entries) {
        map.putAll(entries);
    }

    @Override
    public MapCell union(MapCell other) {
        H2Cell union = copy();
        other.iterate(union::put);
        return union;
    }

    @Override
    public long differences(MapCell newer) {
        return SideBySide.differences(
                map.entrySet().iterator(),
                ((H2Cell) newer).map.entrySet().iterator(),
                Map.Entry::getKey,
                Map.Entry::getValue,
                order);
    }

    @Override
    public boolean isEqualTo(MapCell other) {
        return size() == other.size() && differences(other) == 0;
    }

    /** Objects that stay in memory. */
    private static final class MemoryType extends BasicDataType<Object> {
        private final Comparator<Object> order;

        MemoryType(Comparator<Object> order) {
            this.order = order;
        }

        @Override
        public int compare(Object left, Object right) {
            return order.compare(left, right);
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }

        @Override
        public boolean isMemoryEstimationAllowed() {
            return false;
        }

        @Override
        public int getMemory(Object object) {
            return 0;
        }

        @Override
        public void write(WriteBuffer buffer, Object object) {
            throw new UnsupportedOperationException("a map in memory writes nothing");
        }

        @Override
        public Object read(ByteBuffer buffer) {
            throw new UnsupportedOperationException("a map in memory reads nothing");
        }
    }
}
