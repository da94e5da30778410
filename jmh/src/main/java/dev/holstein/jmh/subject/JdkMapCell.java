package dev.holstein.jmh.subject;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A map of the JDK: what it has no method for is done as its users do it.
 *
 * @param <M> the type of the map
 */
abstract class JdkMapCell<M extends NavigableMap<Object, Object>> extends JavaMapCell<M> {
    JdkMapCell(M map) {
        super(map);
    }

    @Override
    public final Object snapshot() {
        return copy().map;
    }

    @Override
    public final int rank(Object key) {
        return map.headMap(key).size();
    }

    @Override
    public final Map.Entry<Object, Object> entryAt(int index) {
        Iterator<Map.Entry<Object, Object>> entries = map.entrySet().iterator();
        for (int i = 0; i < index; i++) {
            entries.next();
        }
        return entries.next();
    }

    @Override
    public final SortedMap<Object, Object> range(Object from, Object to) {
        return new TreeMap<>(map.subMap(from, to));
    }

    @Override
    public final long differences(MapCell newer) {
        return SideBySide.differences(
                map.entrySet().iterator(),
                ((JavaMapCell<?>) newer).map.entrySet().iterator(),
                Map.Entry::getKey,
                Map.Entry::getValue,
                orNatural(map.comparator()));
    }

    static final class Tree extends JdkMapCell<TreeMap<Object, Object>> {
        Tree(TreeMap<Object, Object> map) {
            super(map);
        }

        @Override
        public Tree copy() {
            return new Tree(new TreeMap<>(map));
        }
    }

    static final class SkipList extends JdkMapCell<ConcurrentSkipListMap<Object, Object>> {
        SkipList(ConcurrentSkipListMap<Object, Object> map) {
            super(map);
        }

        @Override
        public SkipList copy() {
            return new SkipList(map.clone());
        }
    }
}
