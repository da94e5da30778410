package dev.holstein.btree;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two sets, as {@link PersistentBTreeSet#diff} finds it and {@link PersistentBTreeSet#patch} applies it.
 * Serializable if its element is.
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
