package dev.holstein.list;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One step from a list to another, as {@link PersistentList#diff diff} finds it and {@link PersistentList#patch patch} applies it. The steps come
 * from left to right, and each index is that in the list which the steps before have made. Serializable if its elements are.
 *
 * <pre>{@code
 * PersistentList<String> older = PersistentList.of("a", "b", "c");
 * PersistentList<String> newer = older.minus(0).plus("d");
 * List<ListChange<String>> steps = PersistentList.diff(older, newer).toList();
 * assert steps.equals(List.of(new ListChange.Removed<>(0, "a"), new ListChange.Added<>(2, "d")));
 * assert older.patch(steps.stream()).equals(newer);
 * }</pre>
 *
 * @param <E> the type of the elements
 */
@SuppressWarnings({"serial", "InvalidBlockTag"}) // as serializable as its elements
public sealed interface ListChange<E extends @Nullable Object> extends Serializable {
    /**
     * Where the step is made.
     *
     * @return the index
     */
    int index();

    /**
     * An element is added before the one at the index, or at the end.
     *
     * @param <E> the type of the elements
     * @param index the index
     * @param element the element
     * @serial exclude
     */
    record Added<E extends @Nullable Object>(int index, E element) implements ListChange<E> {}

    /**
     * The element at the index is taken out.
     *
     * @param <E> the type of the elements
     * @param index the index
     * @param element the element
     * @serial exclude
     */
    record Removed<E extends @Nullable Object>(int index, E element) implements ListChange<E> {}

    /**
     * The element at the index is replaced by one that is not equal to it.
     *
     * @param <E> the type of the elements
     * @param index the index
     * @param before the element before
     * @param after the new element
     * @serial exclude
     */
    record Changed<E extends @Nullable Object>(int index, E before, E after) implements ListChange<E> {}
}
