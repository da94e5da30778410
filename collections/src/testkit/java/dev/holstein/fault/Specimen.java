package dev.holstein.fault;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * One structure, and all that must be known of it to tell whether something happened to it.
 *
 * @param <S> what operations are called on: the structure or a view of it
 */
public interface Specimen<S> {
    S subject();

    /** Whether the subject is a range that refuses to go on once others have changed the whole. */
    default boolean isRange() {
        return false;
    }

    /** Checks the invariants of the whole structure. */
    void check();

    /** All that is in the whole structure, in order. */
    List<Object> contents();

    /** Freezes the whole structure; what is answered checks the snapshot and tells what is in it. */
    Supplier<List<Object>> freeze();

    /** An iterator over {@link #contents}. */
    Iterator<Object> iterator();

    /** Writes to the whole structure, each of which changes it. None for a structure that cannot be written. */
    List<Runnable> writes();

    /** Writes and reads something, and takes it back; fails if that does not work any more. */
    void use();
}
