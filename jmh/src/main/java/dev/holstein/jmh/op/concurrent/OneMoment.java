package dev.holstein.jmh.op.concurrent;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds out whether a view is of one moment. The only writer numbers its writes, which take the n places in turn, over and over,
 * and writes the number itself: at any moment the n values are the numbers of the last n writes, in whatever order. A view that
 * has a write and lacks an earlier one has values that are n or more apart.
 *
 * <p>Numbers may go round: only their distances count.
 */
final class OneMoment implements BiConsumer<Object, Object>, Consumer<Object> {
    private int count;
    private int first;
    private int least;
    private int greatest;

    /** Looks at an entry. */
    @Override
    public void accept(Object key, Object value) {
        accept(value);
    }

    /** Looks at an element, or the value of an entry. */
    @Override
    public void accept(Object value) {
        int number = (Integer) value;
        if (count++ == 0) {
            first = number;
        }
        least = Math.min(least, number - first);
        greatest = Math.max(greatest, number - first);
    }

    /** Whether what was seen are all values of one moment. */
    boolean isWhole(int size) {
        return count == size && greatest - least == size - 1;
    }
}
