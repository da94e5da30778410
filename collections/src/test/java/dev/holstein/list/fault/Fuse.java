package dev.holstein.list.fault;

import java.util.AbstractList;
import java.util.List;

/** Burns down by one with each call of user code that holds it, and throws when it has burnt down. */
final class Fuse {
    private int length = Integer.MAX_VALUE;

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

    /** An element that burns when it is asked for anything. */
    record Item(Fuse fuse, int number) implements Comparable<Item> {
        @Override
        public boolean equals(Object object) {
            fuse.burn();
            return object instanceof Item other && other.number == number;
        }

        @Override
        public int hashCode() {
            fuse.burn();
            return number;
        }

        @Override
        public int compareTo(Item other) {
            fuse.burn();
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            fuse.burn();
            return "item " + number;
        }
    }

    /** The same elements in a list that burns when it is asked or iterated. */
    <T> List<T> burning(List<T> elements) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                burn();
                return elements.get(index);
            }

            @Override
            public int size() {
                burn();
                return elements.size();
            }
        };
    }
}
