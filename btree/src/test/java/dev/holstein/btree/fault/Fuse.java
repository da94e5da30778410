package dev.holstein.btree.fault;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Burns down by one with each call of user code that holds it, and throws, or does something else once, when it has burnt down. */
final class Fuse {
    private int length = Integer.MAX_VALUE;
    private @Nullable Runnable action;
    private boolean burnt;

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

    /** Lets so many calls pass before it does something, in the next one alone. */
    void light(int calls, Runnable once) {
        length = calls;
        action = once;
        burnt = false;
    }

    void putOut() {
        length = Integer.MAX_VALUE;
        action = null;
    }

    /** Whether it did what it was lit for. */
    boolean hasBurnt() {
        return burnt;
    }

    /** Makes something without burning. */
    <T> T quietly(Supplier<T> made) {
        int left = length;
        length = Integer.MAX_VALUE;
        try {
            return made.get();
        } finally {
            length = left;
        }
    }

    void burn() {
        if (--length < 0) {
            Runnable once = action;
            if (once == null) {
                throw new Boom();
            }
            putOut(); // what is done inside calls user code, too
            burnt = true;
            once.run();
        }
    }

    <T> T burning(T answer) {
        burn();
        return answer;
    }

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
