package dev.holstein.list;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of a list, as {@link PersistentList#split} makes them. Serializable if its elements are.
 *
 * @param <E> the type of the elements
 * @param before the elements before the index
 * @param after those from the index on
 * @serial exclude
 */
@SuppressWarnings({"serial", "InvalidBlockTag"}) // as serializable as its elements
public record ListSplit<E extends @Nullable Object>(PersistentList<E> before, PersistentList<E> after)
        implements Serializable {}
