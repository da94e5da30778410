package dev.holstein.jmh.subject;

import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The present version of Vavr's persistent list. */
final class VavrListCell extends BulkListCell {
    private Vector<Object> list;

    VavrListCell(Vector<Object> list) {
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
        list = list.update(index, element);
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
        list = list.removeAt(index);
    }

    @Override
    public void insertAll(int index, List<Object> elements) {
        list = list.insertAll(index, elements);
    }

    @Override
    public void removeRange(int from, int to) {
        list = list.take(from).appendAll(list.drop(to));
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
    public VavrListCell copy() {
        return new VavrListCell(list);
    }

    @Override
    public Object concat(ListCell other) {
        return list.appendAll(((VavrListCell) other).list);
    }

    @Override
    public Object slice(int from, int to) {
        return list.slice(from, to);
    }

    @Override
    public void sort(Comparator<Object> order) {
        list = list.sorted(order);
    }

    @Override
    public void removeIf(Predicate<Object> question) {
        list = list.reject(question);
    }

    @Override
    public boolean isEqualTo(ListCell other) {
        return list.equals(((VavrListCell) other).list);
    }
}
