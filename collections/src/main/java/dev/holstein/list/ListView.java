package dev.holstein.list;

import dev.holstein.core.Checks;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The write side of a list that can be written: a face, or a range of one. A face says where a write goes, and who may edit in place.
 *
 * @param <E> the type of the elements
 */
abstract class ListView<E extends @Nullable Object> extends ListReads<E> {
    ListView() {}

    /** One write. */
    @FunctionalInterface
    interface Write<R extends @Nullable Object> {
        /**
         * Runs the code of users, if there is any, then makes the next version.
         *
         * @param draft what to make it by
         * @param from the first index of this list in the face
         * @param to the index after its last one
         */
        R on(ListDraft draft, int from, int to);
    }

    /** Carries out a write: all of it, or nothing. */
    abstract <R extends @Nullable Object> R write(Write<R> write);

    /** The list that has the version. */
    abstract ListView<E> face();

    /** An iterator over this list or a range of it. */
    ListWalk<E> walkOf(ListView<E> list, int index, boolean onlyForward) {
        return new ListWalk<>(list, index, onlyForward);
    }

    @Override
    ListWalk<E> walk(int index, boolean onlyForward) {
        return walkOf(this, index, onlyForward);
    }

    /** The present version of the face, asked when no write is in progress. */
    abstract ListState presentInTurn();

    // ---- one element
    // ----------------------------------------------------------------------------------------------------

    /**
     * Replaces the element at an index. O(log n), the base as large as a node.
     *
     * @param index the index
     * @param element the new element
     * @return the one before
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E set(int index, E element) {
        return write((draft, from, to) -> {
            int at = from + Checks.index(index, to - from);
            return (E) draft.edit().set(at, element);
        });
    }

    /**
     * Adds an element at the end. Amortised O(1).
     *
     * @param element the element
     * @return true
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean add(E element) {
        return write((draft, from, to) -> {
            draft.edit().insert(to, element);
            return true;
        });
    }

    /**
     * Adds an element before the one at an index. O(log n), the base as large as a node.
     *
     * @param index the index; the size to add it at the end
     * @param element the element
     * @throws IndexOutOfBoundsException if the index is negative, or greater than the size
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public void add(int index, E element) {
        boolean unused = write((draft, from, to) -> {
            draft.edit().insert(from + Checks.position(index, to - from), element);
            return true;
        });
    }

    /**
     * Takes the element at an index out. O(log n), the base as large as a node.
     *
     * @param index the index
     * @return the element
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E remove(int index) {
        return write((draft, from, to) -> {
            int at = from + Checks.index(index, to - from);
            return (E) draft.edit().remove(at);
        });
    }

    /**
     * Takes the first equal element out. O(n) to find it.
     *
     * @param element the element
     * @return whether there was one
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean remove(@Nullable Object element) {
        return write((draft, from, to) -> {
            int index = new ListWindow(draft.before(), from, to).indexOf(element, 0);
            if (index < 0) {
                return false;
            }
            Object unused = draft.edit().remove(from + index);
            return true;
        });
    }

    /**
     * Adds an element before all others. O(log n).
     *
     * @param element the element
     * @throws IllegalStateException if called from inside a write of the same list
     */
    public void addFirst(E element) {
        add(0, element);
    }

    /**
     * Adds an element after all others. Amortised O(1).
     *
     * @param element the element
     * @throws IllegalStateException if called from inside a write of the same list
     */
    public void addLast(E element) {
        boolean unused = add(element);
    }

    /**
     * Takes the first element out. O(log n).
     *
     * @return the element
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException if called from inside a write of the same list
     */
    public E removeFirst() {
        return removeEnd(true);
    }

    /**
     * Takes the last element out. Amortised O(1).
     *
     * @return the element
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException if called from inside a write of the same list
     */
    public E removeLast() {
        return removeEnd(false);
    }

    @SuppressWarnings("unchecked") // only elements of type E are ever put
    private E removeEnd(boolean isFirst) {
        return write((draft, from, to) -> {
            if (from == to) {
                throw new NoSuchElementException("the list is empty");
            }
            return (E) draft.edit().remove(isFirst ? from : to - 1);
        });
    }

    // ---- many elements
    // --------------------------------------------------------------------------------------------------

    /**
     * Adds some elements at the end, all or none. O(m); of a long list of this library the nodes are shared, in O(log n).
     *
     * @param elements the elements
     * @return whether there were any
     * @throws NullPointerException if the collection is null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean addAll(Collection<? extends E> elements) {
        return addAllAt(-1, elements);
    }

    /**
     * Adds some elements before the one at an index, all or none. O(m + log n); of a long list of this library the nodes are shared,
     * in O(log n).
     *
     * @param index the index; the size to add them at the end
     * @param elements the elements
     * @return whether there were any
     * @throws IndexOutOfBoundsException if the index is negative, or greater than the size
     * @throws NullPointerException if the collection is null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        return addAllAt(index < 0 ? Checks.position(index, size()) : index, elements);
    }

    /** Adds before an index; -1 for the end. */
    private boolean addAllAt(int index, Collection<? extends E> elements) {
        Checks.notNull(elements, "elements");
        ListState shared = elements instanceof ListReads<?> list && list.size() > ListNode.LEAF ? list.frozen() : null;
        Object[] copied = shared == null ? elements.toArray() : ListNode.EMPTY;
        return write((draft, from, to) -> {
            int at = index < 0 ? to : from + Checks.position(index, to - from);
            return shared == null ? ListBulk.add(draft, at, copied) : ListBulk.add(draft, at, shared);
        });
    }

    /**
     * Takes out those elements that a collection contains, all or none. O(n) calls of {@code contains}.
     *
     * @param elements the collection
     * @return whether there were any
     * @throws NullPointerException if the collection is null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean removeAll(Collection<?> elements) {
        Checks.notNull(elements, "elements");
        return removeIf(elements::contains);
    }

    /**
     * Takes out those elements that a collection does not contain, all or none. O(n) calls of {@code contains}.
     *
     * @param elements the collection
     * @return whether there were any
     * @throws NullPointerException if the collection is null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean retainAll(Collection<?> elements) {
        Checks.notNull(elements, "elements");
        return removeIf(element -> !elements.contains(element));
    }

    /**
     * Takes out those elements that a predicate accepts, all or none: if it throws, the list is as it was. O(n).
     *
     * @param filter is asked once for each element, in order, before anything changes
     * @return whether there were any
     * @throws NullPointerException if the predicate is null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Checks.notNull(filter, "filter");
        return write((draft, from, to) -> ListBulk.removeIf(draft, from, to, filter));
    }

    /**
     * Replaces each element by what a function makes of it, all or none: if it throws, the list is as it was. O(n); leaves in which
     * nothing is replaced stay shared.
     *
     * @param operator is asked once for each element, in order, before anything changes
     * @throws NullPointerException if the function is null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        Checks.notNull(operator, "operator");
        boolean unused = write((draft, from, to) -> {
            ListBulk.replaceAll(draft, from, to, operator);
            return true;
        });
    }

    /**
     * Sorts the elements, stably, all or none: if the comparator throws, the list is as it was. O(n log n).
     *
     * @param order the order; null for the natural one
     * @throws ClassCastException if two elements cannot be compared
     * @throws NullPointerException if an element is null, and the order does not take null
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        boolean unused = write((draft, from, to) -> {
            ListBulk.sort(draft, from, to, order);
            return true;
        });
    }

    /**
     * Takes all elements out. O(1) for a whole list, O(log n) for a range.
     *
     * @throws IllegalStateException if called from inside a write of the same list
     */
    @Override
    public void clear() {
        boolean unused = write((draft, from, to) -> {
            ListBulk.clear(draft, from, to);
            return true;
        });
    }

    /**
     * A live range of this list: what is written to either shows in both. Once elements were added to this list or taken out of it in
     * another way than through the range, or one of its own ranges, or it was replaced as a whole, the range is refused.
     *
     * @param from the index of its first element
     * @param to the index after its last element
     * @return the range; it throws {@link java.util.ConcurrentModificationException} when it is refused
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     * @throws IllegalArgumentException if {@code from > to}
     */
    @Override
    public List<E> subList(int from, int to) {
        ListWindow window = window();
        checkRange(from, to, window.size());
        return new SubList<>(this, window, from, to);
    }

    /**
     * A live view of this list in the opposite order. O(1).
     *
     * @return the view; what is written to either shows in both
     */
    @SuppressWarnings("MissingOverride") // of List, from Java 21 on
    public List<E> reversed() {
        return new ReversedList<>(this);
    }

    static void checkRange(int from, int to, int size) {
        if (from < 0 || to > size) {
            throw new IndexOutOfBoundsException("range " + from + " to " + to + " out of bounds for length " + size);
        }
        if (from > to) {
            throw new IllegalArgumentException("range from " + from + " to " + to + " ends before it begins");
        }
    }
}
