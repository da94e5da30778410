package dev.holstein.cow;

import dev.holstein.core.Checks;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a copier given by the user is called: what comes back is another object, or nothing has happened.
 */
final class Copies {
    private Copies() {}

    /**
     * Copies a value.
     *
     * @param <T> the type of the value
     * @param copier what makes the copy; null for values that never change
     * @param value the value
     * @param remedy what to do where there is no copier
     * @return another object
     * @throws IllegalStateException if the copier answers the value itself
     * @throws NullPointerException if the copier answers null
     * @throws UnsupportedOperationException if there is no copier
     */
    static <T> T of(@Nullable UnaryOperator<T> copier, T value, String remedy) {
        if (copier == null) {
            throw new UnsupportedOperationException("no copier was given, so the value cannot be edited: " + remedy);
        }
        T copy = Checks.notNull(copier.apply(value), "result of the copier");
        if (copy == value) {
            throw new IllegalStateException("the copier answered the value itself, a "
                    + value.getClass().getName()
                    + ", so edits would not be isolated: copy it, or give no copier if it never changes");
        }
        return copy;
    }
}
