package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import scala.collection.IterableOnce;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Vector;
import scala.jdk.javaapi.CollectionConverters;
import scala.math.Ordering;
import scala.runtime.BoxedUnit;

/** The present version of Scala's persistent list. */
final class ScalaListCell extends BulkListCell {
    private Vector<Object> list;

    ScalaListCell(Vector<Object> list) {
        this.list = list;
    }

    static ScalaListCell copyOf(List<Object> elements) {
        return new ScalaListCell(Vector.from(CollectionConverters.asScala(elements)));
    }

    @Override
    public int size() {
        return list.length();
    }

    @Override
    public Object get(int index) {
        return list.apply(index);
    }

    @Override
    @SuppressWarnings("unchecked") // Scala's type of the result is erased for Java
    public void set(int index, Object element) {
        list = (Vector<Object>) sequence().updated(index, element);
    }

    /** What {@code Vector} overrides is ambiguous to Java: it has the method of the supertype beside it. */
    private Seq<Object> sequence() {
        return list;
    }

    @Override
    @SuppressWarnings("unchecked") // Scala's type of the result is erased for Java
    public void add(Object element) {
        list = (Vector<Object>) sequence().appended(element);
    }

    @Override
    public void insert(int index, Object element) {
        insertAll(index, List.of(element));
    }

    @Override
    public void remove(int index) {
        removeRange(index, index + 1);
    }

    @Override
    public void insertAll(int index, List<Object> elements) {
        list = patched(index, CollectionConverters.asScala(elements), 0);
    }

    @Override
    public void removeRange(int from, int to) {
        list = patched(from, Iterator.empty(), to - from);
    }

    @SuppressWarnings("unchecked") // Scala's type of the result is erased for Java
    private Vector<Object> patched(int from, IterableOnce<Object> elements, int replaced) {
        return (Vector<Object>) list.patch(from, elements, replaced);
    }

    @Override
    public java.util.Iterator<Object> iterator() {
        return CollectionConverters.asJava(list.iterator());
    }

    @Override
    public void iterate(Consumer<Object> sink) {
        for (Iterator<Object> elements = list.iterator(); elements.hasNext(); ) {
            sink.accept(elements.next());
        }
    }

    @Override
    public void forEach(Consumer<Object> sink) {
        list.foreach(element -> {
            sink.accept(element);
            return BoxedUnit.UNIT;
        });
    }

    @Override
    public Object snapshot() {
        return list;
    }

    @Override
    public ScalaListCell copy() {
        return new ScalaListCell(list);
    }

    @Override
    public Object concat(ListCell other) {
        return list.appendedAll(((ScalaListCell) other).list);
    }

    @Override
    public Object slice(int from, int to) {
        return list.slice(from, to);
    }

    @Override
    @SuppressWarnings("unchecked") // Scala's type of the result is erased for Java
    public void sort(Comparator<Object> order) {
        list = (Vector<Object>) list.sorted(Ordering.comparatorToOrdering(order));
    }

    @Override
    @SuppressWarnings("unchecked") // Scala's type of the result is erased for Java
    public void removeIf(Predicate<Object> question) {
        list = (Vector<Object>) list.filterNot(question::test);
    }

    @Override
    public boolean isEqualTo(ListCell other) {
        return list.equals(((ScalaListCell) other).list);
    }
}
