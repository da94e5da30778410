package dev.holstein.list;

import dev.holstein.core.Checks;
import dev.holstein.core.Owner;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The read side of a list, over the elements that are present when a read begins. Every read that runs code of users, an {@code
 * equals} or a function, tells the face that it walks a version: what that code writes is not seen, and harms nothing.
 *
 * <p>Public methods are not final, so that the compiler repeats them in the public faces, where reflection finds them.
 *
 * @param <E> the type of the elements
 */
abstract class ListReads<E extends @Nullable Object> implements List<E>, RandomAccess {
    ListReads() {}

    /** The present version of the face. */
    abstract ListState present();

    /** What is present now. */
    ListWindow window() {
        return present().whole();
    }

    /** The present elements as a version of their own, which no later write changes. */
    ListState frozen() {
        return present();
    }

    /** Only a face that edits in place needs to know that a walk begins; answers what the end of it gives back. */
    @Nullable
    Owner iteratorStarted() {
        return null;
    }

    void iteratorFinished(@Nullable Owner started) {
        // see iteratorStarted
    }

    /** What an iterator that cannot write answers. */
    UnsupportedOperationException readOnly(String method) {
        return new UnsupportedOperationException(
                method + ": this iterator walks one version of the list; write to the list itself");
    }

    /** What a spliterator has beyond being ordered and sized. */
    int characteristics() {
        return 0;
    }

    /** Whether a spliterator takes its version at once, not when it is first used. */
    boolean bindsEarly() {
        return false;
    }

    /** A walk from an index; one that only goes forward has ended when it has answered the last element. */
    ListWalk<E> walk(int index, boolean onlyForward) {
        return new ListWalk<>(this, index, onlyForward);
    }

    // ---- one element
    // ----------------------------------------------------------------------------------------------------

    /**
     * The number of elements.
     *
     * @return elements
     */
    @Override
    public int size() {
        return window().size();
    }

    /**
     * Whether there is no element.
     *
     * @return whether there is none
     */
    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * The element at an index. O(log n), the base as large as a node.
     *
     * @param index the index
     * @return the element
     * @throws IndexOutOfBoundsException if the index is negative, or not less than the size
     */
    @Override
    @SuppressWarnings("unchecked") // only elements of type E are ever put
    public E get(int index) {
        return (E) window().get(index);
    }

    /**
     * The first element.
     *
     * @return the element
     * @throws NoSuchElementException if there is none
     */
    public E getFirst() {
        return end(window(), true);
    }

    /**
     * The last element.
     *
     * @return the element
     * @throws NoSuchElementException if there is none
     */
    public E getLast() {
        return end(window(), false);
    }

    @SuppressWarnings("unchecked") // only elements of type E are ever put
    private E end(ListWindow window, boolean isFirst) {
        if (window.size() == 0) {
            throw new NoSuchElementException("the list is empty");
        }
        return (E) window.get(isFirst ? 0 : window.size() - 1);
    }

    /**
     * Whether an equal element is present. O(n).
     *
     * @param element the element
     * @return whether there is one
     */
    @Override
    public boolean contains(@Nullable Object element) {
        return indexOf(element) >= 0;
    }

    /**
     * The first index of an equal element. O(n).
     *
     * @param element the element
     * @return the index; -1 if there is none
     */
    @Override
    public int indexOf(@Nullable Object element) {
        Owner started = iteratorStarted();
        try {
            return window().indexOf(element, 0);
        } finally {
            iteratorFinished(started);
        }
    }

    /**
     * The last index of an equal element. O(n).
     *
     * @param element the element
     * @return the index; -1 if there is none
     */
    @Override
    public int lastIndexOf(@Nullable Object element) {
        Owner started = iteratorStarted();
        try {
            ListWindow window = window();
            return window.lastIndexOf(element, window.size() - 1);
        } finally {
            iteratorFinished(started);
        }
    }

    // ---- all elements
    // ---------------------------------------------------------------------------------------------------

    /**
     * Whether each of some elements has an equal one here. O(n) each.
     *
     * @param elements the elements
     * @return whether all have
     * @throws NullPointerException if the collection is null
     */
    @Override
    public boolean containsAll(Collection<?> elements) {
        Owner started = iteratorStarted();
        try {
            ListWindow window = window();
            for (Object element : Checks.notNull(elements, "elements")) {
                if (window.indexOf(element, 0) < 0) {
                    return false;
                }
            }
            return true;
        } finally {
            iteratorFinished(started);
        }
    }

    /**
     * Does something with each element, in order. O(n).
     *
     * @param action what to do; what it writes to this list is not shown to it
     * @throws NullPointerException if the action is null
     */
    @Override
    public void forEach(Consumer<? super E> action) {
        Checks.notNull(action, "action");
        Owner started = iteratorStarted();
        try {
            window().forEach(action);
        } finally {
            iteratorFinished(started);
        }
    }

    /**
     * The elements in a new array. O(n).
     *
     * @return the array
     */
    @Override
    public Object[] toArray() {
        return window().toArray();
    }

    /**
     * The elements in an array: the given one if they fit, with null after the last, else a new one of its type. O(n).
     *
     * @param <T> the type of the array's components
     * @param array the array
     * @return the array with the elements
     * @throws ArrayStoreException if an element is not of the type of the components
     * @throws NullPointerException if the array is null
     */
    @Override
    @SuppressWarnings("unchecked") // copyOf answers an array of the class it is given
    public <T extends @Nullable Object> T[] toArray(T[] array) {
        ListWindow window = window();
        int size = window.size();
        T[] target = Checks.notNull(array, "array").length >= size
                ? array
                : (T[]) Arrays.copyOf(array, size, array.getClass());
        ListCursor.copy(window.state(), window.from(), window.to(), target, 0);
        if (target.length > size) {
            target[size] = null;
        }
        return target;
    }

    @Override
    public Iterator<E> iterator() {
        return walk(0, true);
    }

    @Override
    public ListIterator<E> listIterator() {
        return walk(0, false);
    }

    /**
     * An iterator in both directions, over the version that is present now.
     *
     * @param index the index of the element that its first {@code next()} answers
     * @return the iterator
     * @throws IndexOutOfBoundsException if the index is negative, or greater than the size
     */
    @Override
    public ListIterator<E> listIterator(int index) {
        return walk(index, false);
    }

    @Override
    public Spliterator<E> spliterator() {
        return new ListSpliterator<>(this);
    }

    /**
     * Whether another object is a list with equal elements in the same order. O(n); leaves that both share are passed over.
     *
     * @param other the object
     * @return whether it is
     */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof List<?>)) {
            return false;
        }
        Owner started = iteratorStarted();
        try {
            return other instanceof ListReads<?> list
                    ? equalsList(list)
                    : window().isEqualTo(((List<?>) other).iterator());
        } finally {
            iteratorFinished(started);
        }
    }

    private boolean equalsList(ListReads<?> other) {
        Owner started = other.iteratorStarted();
        try {
            return window().isEqualTo(other.window());
        } finally {
            other.iteratorFinished(started);
        }
    }

    /**
     * The hash code of {@link List#hashCode}. O(n).
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        Owner started = iteratorStarted();
        try {
            return window().hash();
        } finally {
            iteratorFinished(started);
        }
    }

    @Override
    public String toString() {
        Owner started = iteratorStarted();
        try {
            return window().text(this);
        } finally {
            iteratorFinished(started);
        }
    }
}
