package dev.holstein.cow;

import java.util.function.Consumer;

/**
 * Something shared by threads that takes several changes as one.
 *
 * @param <M> what a change is made on: a mutable copy of the present contents
 */
@FunctionalInterface
public interface Updatable<M> {
    /**
     * Makes several changes as one: whoever reads sees all of them or none.
     *
     * @param edit makes the changes on a mutable copy of the present contents, called exactly once, while no other writer is at
     *     work; what the copy is at its end becomes the contents. It may read anything; keep it short
     * @throws IllegalStateException if called from inside a write of the same collection
     * @throws NullPointerException if the function is null
     */
    void update(Consumer<? super M> edit);
}
