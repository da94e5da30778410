package dev.holstein.array;

/**
 * A range of indices.
 *
 * @param from the first index
 * @param to the index after the last one
 */
public record ArrayRange(long from, long to) {
    /**
     * Checks the range.
     *
     * @param from the first index
     * @param to the index after the last one
     * @throws IllegalArgumentException if it is empty, reversed, or begins below zero
     */
    public ArrayRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("range [" + from + ", " + to + ") is empty or begins below 0");
        }
    }

    /**
     * How many indices.
     *
     * @return the number of elements
     */
    public long length() {
        return to - from;
    }
}
