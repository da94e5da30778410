package dev.holstein.core;

import org.jspecify.annotations.Nullable;

/** One vocabulary of messages: each names the value, what was legal, and the remedy where there is one. */
public final class Checks {
    /** The message of a write inside a write of the same collection. */
    public static final String RECURSIVE_UPDATE =
            "recursive update: a function, comparator or collection given to this operation writes to the same collection";

    private Checks() {}

    /**
     * Refuses null.
     *
     * @param <T> the type of the argument
     * @param value the argument
     * @param name how the method names it
     * @return the argument
     * @throws NullPointerException if it is null; the message names the argument
     */
    public static <T> T notNull(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + " is null");
        }
        return value;
    }

    /**
     * Refuses an index outside a length.
     *
     * @param index the index
     * @param length the number of elements
     * @return the index
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < length}
     */
    public static int index(int index, int length) {
        if (index < 0 || index >= length) {
            throw outOfBounds(index, length);
        }
        return index;
    }

    /**
     * Refuses an index outside a length.
     *
     * @param index the index
     * @param length the number of elements
     * @return the exception to throw
     */
    public static IndexOutOfBoundsException outOfBounds(long index, long length) {
        return new IndexOutOfBoundsException("index " + index + " out of bounds for length " + length);
    }

    /**
     * Refuses an index at which no element can be added.
     *
     * @param index the index
     * @param length the number of elements
     * @return the index
     * @throws IndexOutOfBoundsException unless {@code 0 <= index <= length}
     */
    public static int position(int index, int length) {
        if (index < 0 || index > length) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " out of bounds for length " + length + ": legal are 0 to " + length);
        }
        return index;
    }

    /**
     * Refuses a range that does not lie within a length.
     *
     * @param from the first index
     * @param count how many
     * @param length the number of elements
     * @throws IndexOutOfBoundsException unless {@code 0 <= from}, {@code 0 <= count} and {@code from + count <= length}
     */
    public static void range(long from, long count, long length) {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IndexOutOfBoundsException(
                    "range of " + count + " from " + from + " out of bounds for length " + length);
        }
    }

    /**
     * The refusal of a {@code java.util} mutator on a persistent face.
     *
     * @param method the mutator
     * @param instead the persistent method to use
     * @return the exception to throw
     */
    public static UnsupportedOperationException persistent(String method, String instead) {
        return new UnsupportedOperationException(
                method + ": a persistent collection never changes; use " + instead + ", or mutableCopy()");
    }

    /**
     * What is null only if we have a bug.
     *
     * @param <T> the type
     * @param value the value
     * @param what what it is
     * @return the value
     */
    public static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new AssertionError("bug: " + what + " is missing");
        }
        return value;
    }

    /**
     * A broken invariant of our own.
     *
     * @param invariant its name, as in the documentation of the structure
     * @param detail what was found
     * @return the error to throw
     */
    public static AssertionError bug(String invariant, String detail) {
        return new AssertionError("bug: invariant " + invariant + " violated: " + detail);
    }
}
