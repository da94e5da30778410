package dev.holstein.btree;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two sets, as {@link PersistentBTreeSet#diff diff} finds it and {@link PersistentBTreeSet#patch patch} applies it.
 * Serializable if its element is.
 *
 * <pre>{@code
 * PersistentBTreeSet<Integer> older = PersistentBTreeSet.of(1, 2);
 * PersistentBTreeSet<Integer> newer = older.minus(1).plus(3);
 * List<SetChange<Integer>> changes = PersistentBTreeSet.diff(older, newer).toList();           // in order of the elements
 * assert changes.equals(List.of(new SetChange.Removed<>(1), new SetChange.Added<>(3)));
 * assert older.patch(changes.stream()).equals(newer);
 * }</pre>
 *
 * @param <E> the type of the elements
 */
@SuppressWarnings({"serial", "InvalidBlockTag"}) // as serializable as its element
public sealed interface SetChange<E extends @Nullable Object> extends Serializable {
    /**
     * The element that only one of the sets has.
     *
     * @return the element
     */
    E element();

    /**
     * Only the newer set has the element.
     *
     * @param <E> the type of the elements
     * @param element the element
     * @serial exclude
     */
    record Added<E extends @Nullable Object>(E element) implements SetChange<E> {}

    /**
     * Only the older set has the element.
     *
     * @param <E> the type of the elements
     * @param element the element
     * @serial exclude
     */
    record Removed<E extends @Nullable Object>(E element) implements SetChange<E> {}
}
