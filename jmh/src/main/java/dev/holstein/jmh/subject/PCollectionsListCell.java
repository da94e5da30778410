package dev.holstein.jmh.subject;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.pcollections.TreePVector;

/** The present version of the persistent list of PCollections. It joins two lists element by element. */
final class PCollectionsListCell extends ListCell {
    private TreePVector<Object> list;

    PCollectionsListCell(TreePVector<Object> list) {
        this.list = list;
    }

    @Override
    public int size() {
        return list.size();
    }

    @Override
    public Object get(int index) {
        return list.get(index);
    }

    /** Declared with a wider type than it returns. */
    @Override
    public void set(int index, Object element) {
        list = (TreePVector<Object>) list.with(index, element);
    }

    @Override
    public void add(Object element) {
        list = list.plus(element);
    }

    @Override
    public void insert(int index, Object element) {
        list = list.plus(index, element);
    }

    @Override
    public void remove(int index) {
        list = list.minus(index);
    }

    @Override
    public void insertAll(int index, List<Object> elements) {
        list = list.plusAll(index, elements);
    }

    @Override
    public void removeRange(int from, int to) {
        TreePVector<Object> rest = list;
        for (int i = from; i < to; i++) {
            rest = rest.minus(from);
        }
        list = rest;
    }

    @Override
    public Iterator<Object> iterator() {
        return list.iterator();
    }

    @Override
    public void forEach(Consumer<Object> sink) {
        list.forEach(sink);
    }

    @Override
    public Object snapshot() {
        return list;
    }

    @Override
    public PCollectionsListCell copy() {
        return new PCollectionsListCell(list);
    }

    @Override
    public Object concat(ListCell other) {
        return list.plusAll(((PCollectionsListCell) other).list);
    }

    @Override
    public Object slice(int from, int to) {
        return list.subList(from, to);
    }

    @Override
    public boolean isEqualTo(ListCell other) {
        return list.equals(((PCollectionsListCell) other).list);
    }
}
