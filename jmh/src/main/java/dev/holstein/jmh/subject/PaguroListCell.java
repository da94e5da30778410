package dev.holstein.jmh.subject;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.organicdesign.fp.collections.RrbTree;
import org.organicdesign.fp.collections.RrbTree.ImRrbt;
import org.organicdesign.fp.collections.RrbTree.MutRrbt;

/**
 * The RRB tree of Paguro. Both of its forms answer a write with the tree to go on with.
 *
 * @param <L> the type of the list
 */
abstract class PaguroListCell<L extends RrbTree<Object>> extends ListCell {
    L list;

    PaguroListCell(L list) {
        this.list = list;
    }

    static MutRrbt<Object> mutableOf(List<Object> elements) {
        MutRrbt<Object> list = RrbTree.emptyMutable();
        for (Object element : elements) {
            list = list.append(element);
        }
        return list;
    }

    @Override
    public final int size() {
        return list.size();
    }

    @Override
    public final Object get(int index) {
        return list.get(index);
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
    public final boolean isEqualTo(ListCell other) {
        return list.equals(((PaguroListCell<?>) other).list);
    }

    /** The present version of a persistent tree. */
    static final class Immutable extends PaguroListCell<ImRrbt<Object>> {
        Immutable(ImRrbt<Object> list) {
            super(list);
        }

        @Override
        public void set(int index, Object element) {
            list = list.replace(index, element);
        }

        @Override
        public void add(Object element) {
            list = list.append(element);
        }

        @Override
        public void insert(int index, Object element) {
            list = list.insert(index, element);
        }

        @Override
        public void remove(int index) {
            list = list.without(index);
        }

        @Override
        public void insertAll(int index, List<Object> elements) {
            var parts = list.split(index);
            list = parts._1().join(mutableOf(elements).immutable()).join(parts._2());
        }

        @Override
        public void removeRange(int from, int to) {
            list = list.split(from)._1().join(list.split(to)._2());
        }

        @Override
        public Object snapshot() {
            return list;
        }

        @Override
        public Immutable copy() {
            return new Immutable(list);
        }

        @Override
        public Object concat(ListCell other) {
            return list.join(((Immutable) other).list);
        }

        @Override
        public Object slice(int from, int to) {
            return list.split(to)._1().split(from)._2();
        }
    }

    /** A tree that is edited in place, as far as Paguro can. */
    static final class Mutable extends PaguroListCell<MutRrbt<Object>> {
        Mutable(MutRrbt<Object> list) {
            super(list);
        }

        @Override
        public void set(int index, Object element) {
            list = list.replace(index, element);
        }

        @Override
        public void add(Object element) {
            list = list.append(element);
        }

        @Override
        public void insert(int index, Object element) {
            list = list.insert(index, element);
        }

        @Override
        public void remove(int index) {
            list = list.without(index);
        }

        @Override
        public void insertAll(int index, List<Object> elements) {
            var parts = list.split(index);
            list = parts._1().join(mutableOf(elements)).join(parts._2());
        }

        @Override
        public void removeRange(int from, int to) {
            Immutable rest = new Immutable(list.immutable());
            rest.removeRange(from, to);
            list = rest.list.mutable();
        }

        @Override
        public Object snapshot() {
            return list.immutable();
        }

        @Override
        public Mutable copy() {
            return new Mutable(list.immutable().mutable());
        }

        @Override
        public Object concat(ListCell other) {
            return list.immutable().join(((Mutable) other).list.immutable());
        }

        @Override
        public Object slice(int from, int to) {
            return list.immutable().split(to)._1().split(from)._2();
        }
    }
}
