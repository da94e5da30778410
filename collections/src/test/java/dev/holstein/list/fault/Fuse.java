package dev.holstein.list.fault;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Burns down by one with each call of user code that holds it, and throws, or does something else once, when it has burnt down. */
final class Fuse {
    private int length = Integer.MAX_VALUE;
    private @Nullable Runnable action;
    private boolean burnt;

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
