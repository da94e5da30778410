package dev.holstein.fault;

import java.util.function.BiFunction;

/**
 * One call of one public method.
 *
 * @param <S> what it is called on
 * @param <A> what makes its arguments
 * @param group what the method belongs to: the structure itself, one of its collections, an iterator, or a class
 * @param run calls it, with arguments that the fuse is in
 */
public record Operation<S, A extends Arguments<?>>(String group, String name, BiFunction<S, A, Object> run) {
    /** Whether the structure, or a view of it, is its own argument: that is then read before or after what is written meanwhile. */
    boolean readsItself() {
        return name.contains("its");
    }

    @Override
    public String toString() {
        return group + "." + name;
    }
}
