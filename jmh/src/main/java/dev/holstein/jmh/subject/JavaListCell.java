package dev.holstein.jmh.subject;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A mutable list of {@code java.util}. The subjects differ in how they are copied.
 *
 * @param <L> the type of the list
 */
abstract class JavaListCell<L extends List<Object>> extends BulkListCell {
    final L list;

    JavaListCell(L list) {
        this.list = list;
    }

    @Override
    public abstract JavaListCell<L> copy();

    @Override
    public final int size() {
        return list.size();
    }

    @Override
    public final Object get(int index) {
        return list.get(index);
    }

    @Override
    public final void set(int index, Object element) {
        list.set(index, element);
    }

    @Override
    public final void add(Object element) {
        list.add(element);
    }

    @Override
    public final void insert(int index, Object element) {
        list.add(index, element);
    }

    @Override
    public final void remove(int index) {
        list.remove(index);
    }

    @Override
    public final void insertAll(int index, List<Object> elements) {
        list.addAll(index, elements);
    }

    @Override
    public final void removeRange(int from, int to) {
        list.subList(from, to).clear();
    }

    @Override
    public final Iterator<Object> iterator() {
        return list.iterator();
    }

    @Override
    public final void forEach(Consumer<Object> sink) {
        list.forEach(sink);
    }

    @Override
    public final Object concat(ListCell other) {
        JavaListCell<L> both = copy();
        both.list.addAll(((JavaListCell<?>) other).list);
        return both.list;
    }

    @Override
    public final void sort(Comparator<Object> order) {
        list.sort(order);
    }

    @Override
    public final void removeIf(Predicate<Object> question) {
        list.removeIf(question);
    }

    @Override
    public final boolean isEqualTo(ListCell other) {
        return list.equals(((JavaListCell<?>) other).list);
    }

    /** The JDK's list for one thread: what is safe from later writes is a copy. */
    static final class Growable extends JavaListCell<List<Object>> {
        Growable(List<Object> list) {
            super(list);
        }

        @Override
        public Growable copy() {
            return new Growable(new ArrayList<>(list));
        }

        @Override
        public Object snapshot() {
            return new ArrayList<>(list);
        }

        @Override
        public Object slice(int from, int to) {
            return new ArrayList<>(list.subList(from, to));
        }
    }

    /** The JDK's list for many threads: a clone shares the array, for every write copies it. */
    static final class CopyOnWrite extends JavaListCell<CopyOnWriteArrayList<Object>> {
        CopyOnWrite(CopyOnWriteArrayList<Object> list) {
            super(list);
        }

        @Override
        @SuppressWarnings("unchecked") // a clone has the elements of the original
        public CopyOnWrite copy() {
            return new CopyOnWrite((CopyOnWriteArrayList<Object>) list.clone());
        }

        @Override
        public Object snapshot() {
            return list.clone();
        }

        @Override
        public Object slice(int from, int to) {
            return new CopyOnWriteArrayList<>(list.subList(from, to));
        }
    }

    /** Ours for one thread. */
    static final class Cow extends JavaListCell<CowList<Object>> {
        Cow(CowList<Object> list) {
            super(list);
        }

        @Override
        public Cow copy() {
            return new Cow(list.copy());
        }

        @Override
        public Object snapshot() {
            return list.snapshot();
        }

        @Override
        public Object slice(int from, int to) {
            return list.snapshot().slice(from, to);
        }

        @Override
        public long differences(ListCell newer) {
            return PersistentList.diff(list.snapshot(), ((Cow) newer).list.snapshot())
                    .count();
        }
    }

    /** Ours for many threads. */
    static final class Concurrent extends JavaListCell<ConcurrentList<Object>> {
        Concurrent(ConcurrentList<Object> list) {
            super(list);
        }

        @Override
        public Concurrent copy() {
            return new Concurrent(list.clone());
        }

        @Override
        public Object snapshot() {
            return list.snapshot();
        }

        @Override
        public Object slice(int from, int to) {
            return list.snapshot().slice(from, to);
        }

        @Override
        public long differences(ListCell newer) {
            return PersistentList.diff(list.snapshot(), ((Concurrent) newer).list.snapshot())
                    .count();
        }
    }

    /** The builder of a persistent list of kotlinx; a slice is a view. */
    static final class KotlinBuilder
            extends JavaListCell<kotlinx.collections.immutable.PersistentList.Builder<Object>> {
        KotlinBuilder(kotlinx.collections.immutable.PersistentList.Builder<Object> list) {
            super(list);
        }

        @Override
        public KotlinBuilder copy() {
            return new KotlinBuilder(list.build().builder());
        }

        @Override
        public Object snapshot() {
            return list.build();
        }

        @Override
        public Object slice(int from, int to) {
            return list.build().subList(from, to);
        }
    }
}
