package dev.holstein.jackson;

import dev.holstein.cow.AtomicCow;
import dev.holstein.cow.Cow;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The handles on one value: how they are read, made, and given another value. */
enum Handle {
    /** A {@link Cow}. */
    COW {
        @Override
        Object value(Object handle) {
            return ((Cow<?>) handle).get();
        }

        @Override
        Object of(Object value, @Nullable UnaryOperator<Object> copier) {
            return copier == null ? Cow.owned(value) : Cow.owned(value, copier);
        }

        @Override
        @SuppressWarnings("unchecked") // the value was read as one of the handle's
        Object replaced(Object handle, Object value) {
            return ((Cow<Object>) handle).map(present -> value);
        }
    },
    /** An {@link AtomicCow}. */
    ATOMIC {
        @Override
        Object value(Object handle) {
            return ((AtomicCow<?>) handle).get();
        }

        @Override
        Object of(Object value, @Nullable UnaryOperator<Object> copier) {
            return copier == null ? AtomicCow.of(value) : AtomicCow.of(value, copier);
        }

        @Override
        @SuppressWarnings("unchecked") // the value was read as one of the handle's
        Object replaced(Object handle, Object value) {
            ((AtomicCow<Object>) handle).set(value);
            return handle;
        }
    };

    /** The value that a handle shows. */
    abstract Object value(Object handle);

    /** A handle on a value that was read. */
    abstract Object of(Object value, @Nullable UnaryOperator<Object> copier);

    /** A handle with the copier of the one given, on a new value: that one itself if it can be written by all. */
    abstract Object replaced(Object handle, Object value);
}
