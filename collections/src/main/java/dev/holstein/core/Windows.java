package dev.holstein.core;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Parts of one size, each a step behind the one before. The last one is as long as there are elements; none comes after the
 * one that reached the end.
 *
 * @param <S> what a part is
 */
public final class Windows<S> implements Iterator<S> {
    /**
     * Cuts a part out.
     *
     * @param <S> what a part is
     */
    @FunctionalInterface
    public interface Cut<S> {
        /**
         * The part between two indexes.
         *
         * @param from the index of its first element
         * @param to the index behind its last one
         * @return the part
         */
        S between(int from, int to);
    }

    private final int length;
    private final int size;
    private final int step;
    private final Cut<S> cut;
    private int from;

    /**
     * Windows over elements from the first one on.
     *
     * @param length the number of elements
     * @param size how many of them are in a part
     * @param step how many of them are between the beginnings of two parts
     * @param cut makes a part
     * @throws IllegalArgumentException if size or step are not positive
     */
    public Windows(int length, int size, int step, Cut<S> cut) {
        if (size <= 0 || step <= 0) {
            throw new IllegalArgumentException(
                    "size " + size + " and step " + step + " of windows: both must be greater than 0");
        }
        this.length = length;
        this.size = size;
        this.step = step;
        this.cut = cut;
    }

    @Override
    public boolean hasNext() {
        return from < length;
    }

    @Override
    public S next() {
        if (from >= length) {
            throw new NoSuchElementException("no window after the last");
        }
        boolean isLast = length - from <= size;
        S window = cut.between(from, isLast ? length : from + size);
        from = isLast || length - from <= step ? length : from + step;
        return window;
    }
}
