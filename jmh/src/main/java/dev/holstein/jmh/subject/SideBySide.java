package dev.holstein.jmh.subject;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two sorted maps that have no diff of their own: all entries of both, side by side. */
final class SideBySide {
    private SideBySide() {}

    /** How many keys are in one map only, or have unequal values. */
    static <T> long differences(
            Iterator<T> older,
            Iterator<T> newer,
            Function<T, Object> key,
            Function<T, Object> value,
            Comparator<Object> order) {
        long differences = 0;
        T left = next(older);
        T right = next(newer);
        while (left != null || right != null) {
            int comparison = compare(left, right, key, order);
            if (comparison != 0
                    || left == null
                    || right == null
                    || !value.apply(left).equals(value.apply(right))) {
                differences++;
            }
            left = comparison <= 0 ? next(older) : left;
            right = comparison >= 0 ? next(newer) : right;
        }
        return differences;
    }

    private static <T> @Nullable T next(Iterator<T> entries) {
        return entries.hasNext() ? entries.next() : null;
    }

    /** An end is above every key. */
    private static <T> int compare(
            @Nullable T left, @Nullable T right, Function<T, Object> key, Comparator<Object> order) {
        if (left == null || right == null) {
            return left == null ? 1 : -1;
        }
        return order.compare(key.apply(left), key.apply(right));
    }
}
