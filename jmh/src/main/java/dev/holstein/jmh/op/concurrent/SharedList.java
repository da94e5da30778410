package dev.holstein.jmh.op.concurrent;

import dev.holstein.list.ConcurrentList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A list that threads share: the one form in which every subject is read and written. */
abstract class SharedList {
    /** The element at an index. */
    abstract Object get(int index);

    /** Replaces an element. */
    abstract void set(int index, Object element);

    /** The present contents, safe from later writes: by the cheapest means the list has. */
    abstract List<Object> snapshot();

    /** Hands over all present elements, as consistent as the list can do it while others write. */
    void view(Consumer<Object> sink) {
        snapshot().forEach(sink);
    }

    /** Ours. */
    static final class Paged extends SharedList {
        private final ConcurrentList<Object> list;

        Paged(List<Object> elements) {
            list = new ConcurrentList<>(elements);
        }

        @Override
        Object get(int index) {
            return list.get(index);
        }

        @Override
        void set(int index, Object element) {
            list.set(index, element);
        }

        @Override
        List<Object> snapshot() {
            return list.snapshot();
        }
    }

    /** The JDK's for many threads: every write copies the array, which snapshots and views share. */
    static final class CopyOnWrite extends SharedList {
        private final CopyOnWriteArrayList<Object> list;

        CopyOnWrite(List<Object> elements) {
            list = new CopyOnWriteArrayList<>(elements);
        }

        @Override
        Object get(int index) {
            return list.get(index);
        }

        @Override
        void set(int index, Object element) {
            list.set(index, element);
        }

        @Override
        @SuppressWarnings("unchecked") // a clone has the elements of the original
        List<Object> snapshot() {
            return (List<Object>) list.clone();
        }

        @Override
        void view(Consumer<Object> sink) {
            list.forEach(sink);
        }
    }

    /** An {@link ArrayList} behind one lock, under which it is copied, too. */
    static final class Locked extends SharedList {
        private final ArrayList<Object> list;

        Locked(List<Object> elements) {
            list = new ArrayList<>(elements);
        }

        @Override
        synchronized Object get(int index) {
            return list.get(index);
        }

        @Override
        synchronized void set(int index, Object element) {
            list.set(index, element);
        }

        @Override
        synchronized List<Object> snapshot() {
            return new ArrayList<>(list);
        }
    }
}
