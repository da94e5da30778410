package dev.holstein.btree.model;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;

/** One face under a script: the same writes, each in the way of its face. */
abstract class Subject<K, V> {
    /** The present contents. */
    abstract NavigableMap<K, V> map();

    abstract PersistentBTreeMap<K, V> snapshot();

    abstract void putAll(Map<K, V> entries);

    abstract void clear();

    abstract V put(K key, V value);

    abstract V remove(K key);

    /** Whether {@code java.util}'s other mutators work on {@link #map}. */
    boolean isMutable() {
        return true;
    }

    enum Face {
        PERSISTENT {
            @Override
            <K, V> Subject<K, V> create(Comparator<? super K> comparator) {
                return new Persistent<>(PersistentBTreeMap.empty(comparator));
            }
        },
        COW {
            @Override
            <K, V> Subject<K, V> create(Comparator<? super K> comparator) {
                CowBTreeMap<K, V> map = new CowBTreeMap<>(comparator);
                return new Mutable<>(map, map::snapshot);
            }
        },
        CONCURRENT {
            @Override
            <K, V> Subject<K, V> create(Comparator<? super K> comparator) {
                ConcurrentBTreeMap<K, V> map = new ConcurrentBTreeMap<>(comparator);
                return new Mutable<>(map, map::snapshot);
            }
        };

        abstract <K, V> Subject<K, V> create(Comparator<? super K> comparator);
    }

    private static final class Persistent<K, V> extends Subject<K, V> {
        private PersistentBTreeMap<K, V> map;

        Persistent(PersistentBTreeMap<K, V> map) {
            this.map = map;
        }

        @Override
        NavigableMap<K, V> map() {
            return map;
        }

        @Override
        PersistentBTreeMap<K, V> snapshot() {
            return map.snapshot();
        }

        @Override
        void putAll(Map<K, V> entries) {
            map = map.plusAll(entries);
        }

        @Override
        void clear() {
            map = map.minusAll(map.keySet());
        }

        @Override
        V put(K key, V value) {
            V before = map.get(key);
            map = map.plus(key, value);
            return before;
        }

        @Override
        V remove(K key) {
            V before = map.get(key);
            map = map.minus(key);
            return before;
        }

        @Override
        boolean isMutable() {
            return false;
        }
    }

    private static final class Mutable<K, V> extends Subject<K, V> {
        private final NavigableMap<K, V> map;
        private final java.util.function.Supplier<PersistentBTreeMap<K, V>> snapshot;

        Mutable(NavigableMap<K, V> map, java.util.function.Supplier<PersistentBTreeMap<K, V>> snapshot) {
            this.map = map;
            this.snapshot = snapshot;
        }

        @Override
        NavigableMap<K, V> map() {
            return map;
        }

        @Override
        PersistentBTreeMap<K, V> snapshot() {
            return snapshot.get();
        }

        @Override
        void putAll(Map<K, V> entries) {
            map.putAll(entries);
        }

        @Override
        void clear() {
            map.clear();
        }

        @Override
        V put(K key, V value) {
            return map.put(key, value);
        }

        @Override
        V remove(K key) {
            return map.remove(key);
        }
    }
}
