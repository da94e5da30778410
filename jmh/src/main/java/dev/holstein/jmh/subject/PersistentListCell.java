package dev.holstein.jmh.subject;

import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The present version of our persistent list. It is sorted and sifted as a mutable copy. */
final class PersistentListCell extends BulkListCell {
    private PersistentList<Object> list;

    PersistentListCell(PersistentList<Object> list) {
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
        list = list.with(index, element);
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
        list = list.slice(0, from).concat(list.slice(to, list.size()));
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
    public PersistentListCell copy() {
        return new PersistentListCell(list);
    }

    @Override
    public Object concat(ListCell other) {
        return list.concat(((PersistentListCell) other).list);
    }

    @Override
    public Object slice(int from, int to) {
        return list.slice(from, to);
    }

    @Override
    public void sort(Comparator<Object> order) {
        CowList<Object> mutable = list.mutableCopy();
        mutable.sort(order);
        list = mutable.snapshot();
    }

    @Override
    public void removeIf(Predicate<Object> question) {
        CowList<Object> mutable = list.mutableCopy();
        mutable.removeIf(question);
        list = mutable.snapshot();
    }

    @Override
    public long differences(ListCell newer) {
        return PersistentList.diff(list, ((PersistentListCell) newer).list).count();
    }

    @Override
    public boolean isEqualTo(ListCell other) {
        return list.equals(((PersistentListCell) other).list);
    }
}
