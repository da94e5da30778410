package dev.holstein.jmh.soak;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something was not as it must be: the message says where, and what differed. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Longer contents tell a reader no more. */
    private static final int MOST_CHARACTERS = 200;

    Fault(String message) {
        super(message);
    }

    Fault(String message, Throwable cause) {
        super(message, cause);
    }

    /** Expects two things to be equal. */
    static void unlessSame(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(widened(expected), widened(found))) {
            throw new Fault(what + ": " + shortened(expected) + " expected, but found " + shortened(found));
        }
    }

    /** A number is the same as an {@code int} and as a {@code long}. */
    private static @Nullable Object widened(@Nullable Object object) {
        return object instanceof Integer number ? (Object) number.longValue() : object;
    }

    /** Expects something to be so. */
    static void unless(boolean asItMustBe, String otherwise) {
        if (!asItMustBe) {
            throw new Fault(otherwise);
        }
    }

    private static String shortened(@Nullable Object object) {
        String text = String.valueOf(object);
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }
}
