package dev.holstein.jmh.subject;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A variable that holds a list: the one form in which every subject is read and written. A mutable list stays in its
 * cell; for a persistent one a write puts the new version there.
 *
 * <p>A measuring JVM uses one kind of cell only, so the compiler sees through these calls. Elements are plain
 * objects, which spares every subject the same casts.
 */
public abstract class ListCell {
    ListCell() {}

    /**
     * The number of elements.
     *
     * @return elements
     */
    public abstract int size();

    /**
     * An element.
     *
     * @param index its index
     * @return the element
     */
    public abstract Object get(int index);

    /**
     * Replaces an element.
     *
     * @param index its index
     * @param element the new element
     */
    public abstract void set(int index, Object element);

    /**
     * Adds an element at the end.
     *
     * @param element the new element
     */
    public abstract void add(Object element);

    /**
     * Inserts an element.
     *
     * @param index the index it gets
     * @param element the new element
     */
    public abstract void insert(int index, Object element);

    /**
     * Removes an element.
     *
     * @param index its index
     */
    public abstract void remove(int index);

    /**
     * Inserts many elements: by the cheapest means the list has.
     *
     * @param index the index the first of them gets
     * @param elements the new elements, in a list that belongs to no subject's family
     */
    public abstract void insertAll(int index, List<Object> elements);

    /**
     * Removes a range of elements: by the cheapest means the list has.
     *
     * @param from the index of the first one
     * @param to the index behind the last one
     */
    public abstract void removeRange(int from, int to);

    /**
     * The list's own iterator.
     *
     * @return a new iterator
     */
    public abstract Iterator<Object> iterator();

    /**
     * Hands over all elements in order, one by one from the list's iterator.
     *
     * @param sink what takes an element
     */
    public void iterate(Consumer<Object> sink) {
        for (Iterator<Object> elements = iterator(); elements.hasNext(); ) {
            sink.accept(elements.next());
        }
    }

    /**
     * Hands over all elements in order, by the list's own {@code forEach}.
     *
     * @param sink what takes an element
     */
    public abstract void forEach(Consumer<Object> sink);

    /**
     * The present contents, safe from later writes: by the cheapest means the list has.
     *
     * @return a list of the subject's family
     */
    public abstract Object snapshot();

    /**
     * Another variable with the present contents, which is written apart from this one: by the cheapest means the
     * list has.
     *
     * @return a cell of the same kind
     */
    public abstract ListCell copy();

    /**
     * The elements of this list and then those of another one; neither is changed by that or by writes to the new list.
     *
     * @param other a cell of the same kind
     * @return a new list of the subject's family
     */
    public abstract Object concat(ListCell other);

    /**
     * The present elements of a range, safe from later writes: by the cheapest means the list has.
     *
     * @param from the index of the first one
     * @param to the index behind the last one
     * @return a list of the subject's family
     */
    public abstract Object slice(int from, int to);

    /**
     * Counts the indices at which another list of the same size has an unequal element: by the cheapest means the
     * list has. The rivals have none, and all their elements are compared, by two iterators side by side.
     *
     * @param newer a cell of the same kind
     * @return how many they are
     */
    public long differences(ListCell newer) {
        long differences = 0;
        Iterator<Object> right = newer.iterator();
        for (Iterator<Object> left = iterator(); left.hasNext(); ) {
            Object before = left.next();
            Object after = right.next();
            if (before != after && !before.equals(after)) {
                differences++;
            }
        }
        return differences;
    }

    /**
     * Whether another list has equal elements, by the list's own {@code equals}.
     *
     * @param other a cell of the same kind
     * @return whether they are equal
     */
    public abstract boolean isEqualTo(ListCell other);
}
