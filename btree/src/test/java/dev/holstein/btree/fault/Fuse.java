package dev.holstein.btree.fault;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Burns down by one with each call of user code that holds it, and throws when it has burnt down. */
final class Fuse {
    private int length = Integer.MAX_VALUE;

    /** The order of integers, which burns with each comparison. */
    final Comparator<Integer> order = (a, b) -> {
        burn();
        return a.compareTo(b);
    };

    static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Lets so many calls pass before it throws. */
    void light(int calls) {
        length = calls;
    }

    void putOut() {
        length = Integer.MAX_VALUE;
    }

    void burn() {
        if (--length < 0) {
            throw new Boom();
        }
    }

    <T> T burning(T answer) {
        burn();
        return answer;
    }

    /** A value that burns when it is compared. */
    record Value(Fuse fuse, int number) {
        @Override
        public boolean equals(Object object) {
            fuse.burn();
            return object instanceof Value other && other.number == number;
        }

        @Override
        public int hashCode() {
            return number;
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
                return elements.contains(element);
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
