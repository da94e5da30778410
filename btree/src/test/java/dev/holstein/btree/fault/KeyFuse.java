package dev.holstein.btree.fault;

import dev.holstein.fault.Fuse;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A fuse in keys, values, orders and functions. */
final class KeyFuse extends Fuse {
    /** The order of integers, which burns with each comparison. */
    final Comparator<Integer> order = (a, b) -> {
        burn();
        return a.compareTo(b);
    };

    /** A value that burns when it is asked for anything. */
    record Value(Fuse fuse, int number) {
        @Override
        public boolean equals(Object object) {
            fuse.burn();
            return object instanceof Value other && other.number == number;
        }

        @Override
        public int hashCode() {
            fuse.burn();
            return number;
        }

        @Override
        public String toString() {
            fuse.burn();
            return "value " + number;
        }
    }

    /** A key that burns when it is asked for anything. */
    record Key(Fuse fuse, int number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            fuse.burn();
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(Object object) {
            fuse.burn();
            return object instanceof Key other && other.number == number;
        }

        @Override
        public int hashCode() {
            fuse.burn();
            return number;
        }

        @Override
        public String toString() {
            fuse.burn();
            return "key " + number;
        }
    }

    Value value(int number) {
        return new Value(this, number);
    }

    /** The order of keys, which burns with each comparison, of itself with another too. */
    Comparator<Object> orderOfKeys() {
        return new Order(this);
    }

    private record Order(Fuse fuse) implements Comparator<Object> {
        @Override
        public int compare(Object a, Object b) {
            fuse.burn();
            if (b == null && fuse.hasBurnt()) {
                return -1; // a slot that a write from inside, in the map that is being read, has emptied
            }
            return Integer.compare(((Key) a).number, ((Key) b).number);
        }

        @Override
        public boolean equals(Object object) {
            fuse.burn();
            return object instanceof Order other && other.fuse == fuse;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** The same iteration, which burns at each step. */
    <T> Iterator<T> burning(Iterator<T> elements) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                burn();
                return elements.hasNext();
            }

            @Override
            public T next() {
                burn();
                return elements.next();
            }
        };
    }

    /** A set that burns when it is asked or iterated. */
    <T> Set<T> burning(Collection<T> elements) {
        return new AbstractSet<>() {
            @Override
            public Iterator<T> iterator() {
                return burning(elements.iterator());
            }

            @Override
            public boolean contains(Object element) {
                burn();
                return quietly(() -> elements.contains(element));
            }

            @Override
            public int size() {
                burn();
                return elements.size();
            }
        };
    }

    /** A map that burns when it is iterated. */
    <K, V> Map<K, V> burning(Map<K, V> entries) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<K, V>> entrySet() {
                return burning(entries.entrySet());
            }
        };
    }

    /** A function that burns when it is called. */
    <T, R> Function<T, R> burning(Function<T, R> function) {
        return argument -> {
            burn();
            return function.apply(argument);
        };
    }
}
