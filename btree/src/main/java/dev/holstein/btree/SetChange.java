package dev.holstein.btree;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two sets, as {@link PersistentBTreeSet#diff} finds it and {@link PersistentBTreeSet#patch} applies it.
 *
 * @param <E> the type of the elements
 */
public sealed interface SetChange<E extends @Nullable Object> {
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
     */
    record Added<E extends @Nullable Object>(E element) implements SetChange<E> {}

    /**
     * Only the older set has the element.
     *
     * @param <E> the type of the elements
     * @param element the element
     */
    record Removed<E extends @Nullable Object>(E element) implements SetChange<E> {}
}
