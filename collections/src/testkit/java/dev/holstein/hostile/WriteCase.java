package dev.holstein.hostile;

import java.util.function.Supplier;

/**
 * A write that is to run out of memory.
 *
 * @param name what the report calls it
 * @param make makes a collection to write to, the same each time it is called
 */
public record WriteCase(String name, Supplier<? extends Trial> make) {
    /** A collection to write to once, and what is known of it. */
    public interface Trial {
        /** The write. */
        void write();

        /**
         * Looks at the collection when there is memory again, however the write has ended, and goes on to write to it.
         *
         * @param failed whether the write has run out of memory; else it must have been carried out
         * @throws AssertionError if the collection is not as promised
         */
        void check(boolean failed);
    }
}
