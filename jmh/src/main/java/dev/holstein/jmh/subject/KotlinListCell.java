package dev.holstein.jmh.subject;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import kotlinx.collections.immutable.PersistentList;

/**
 * The present version of the persistent list of kotlinx. A slice is a view; what has no method goes through a
 * builder.
 */
final class KotlinListCell extends ListCell {
    private PersistentList<Object> list;

    KotlinListCell(PersistentList<Object> list) {
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

    @Override
    public void set(int index, Object element) {
        list = list.replacingAt(index, element);
    }

    @Override
    public void add(Object element) {
        list = list.adding(element);
    }

    @Override
    public void insert(int index, Object element) {
        list = list.addingAt(index, element);
    }

    @Override
    public void remove(int index) {
        list = list.removingAt(index);
    }

    @Override
    public void insertAll(int index, List<Object> elements) {
        list = list.addingAllAt(index, elements);
    }

    @Override
    public void removeRange(int from, int to) {
        PersistentList.Builder<Object> builder = list.builder();
        builder.subList(from, to).clear();
        list = builder.build();
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
    public KotlinListCell copy() {
        return new KotlinListCell(list);
    }

    @Override
    public Object concat(ListCell other) {
        return list.addingAll(((KotlinListCell) other).list);
    }

    @Override
    public Object slice(int from, int to) {
        return list.subList(from, to);
    }

    @Override
    public boolean isEqualTo(ListCell other) {
        return list.equals(((KotlinListCell) other).list);
    }
}
