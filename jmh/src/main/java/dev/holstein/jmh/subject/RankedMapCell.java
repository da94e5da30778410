package dev.holstein.jmh.subject;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * A mutable map of ours.
 *
 * @param <M> the type of the map
 */
abstract class RankedMapCell<M extends RankedMap<Object, Object>> extends JavaMapCell<M> {
    RankedMapCell(M map) {
        super(map);
    }

    @Override
    public final Object snapshot() {
        return map.snapshot();
    }

    @Override
    public final int rank(Object key) {
        return map.rank(key, false);
    }

    @Override
    public final Map.Entry<Object, Object> entryAt(int index) {
        return map.entryAt(index);
    }

    @Override
    public final SortedMap<Object, Object> range(Object from, Object to) {
        return map.subMap(from, to).snapshot();
    }

    @Override
    public final long differences(MapCell newer) {
        return PersistentBTreeMap.diff(map.snapshot(), ((RankedMapCell<?>) newer).map.snapshot())
                .count();
    }

    static final class Cow extends RankedMapCell<CowBTreeMap<Object, Object>> {
        Cow(CowBTreeMap<Object, Object> map) {
            super(map);
        }

        @Override
        public Cow copy() {
            return new Cow(map.copy());
        }
    }

    static final class Concurrent extends RankedMapCell<ConcurrentBTreeMap<Object, Object>> {
        Concurrent(ConcurrentBTreeMap<Object, Object> map) {
            super(map);
        }

        @Override
        public Concurrent copy() {
            return new Concurrent(map.clone());
        }
    }
}
