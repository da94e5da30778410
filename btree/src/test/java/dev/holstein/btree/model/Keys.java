package dev.holstein.btree.model;

import java.util.Comparator;
import java.util.function.IntFunction;

/** Kinds of keys, each with the order of its map: with exact prefixes, with tying ones, and without any. */
enum Keys {
    INTEGER(i -> i, null),
    INTEGER_REVERSED(i -> i, Comparator.reverseOrder()),
    LONG(i -> (i - 20L) << 40, null),
    STRING(i -> "k" + i, null),
    STRING_COMMON_PREFIX(i -> "a/long/common/prefix/" + i, null),
    STRING_WIDE(i -> (i % 3 == 0 ? "\u20ac" : i % 3 == 1 ? "\u00ff" : "z") + i, null),
    STRING_IGNORING_CASE(i -> (i % 2 == 0 ? "Key" : "kEY") + i / 2, String.CASE_INSENSITIVE_ORDER),
    DOUBLE(i -> i == 0 ? Double.NaN : i == 1 ? -0.0 : (i - 10) / 3.0, null),
    OWN_CLASS(Own::new, null);

    private final IntFunction<Object> make;
    private final Comparator<?> comparator;

    Keys(IntFunction<Object> make, Comparator<?> comparator) {
        this.make = make;
        this.comparator = comparator;
    }

    /** A new key object for a number. */
    Object key(int number) {
        return make.apply(number);
    }

    @SuppressWarnings("unchecked")
    Comparator<Object> comparator() {
        return (Comparator<Object>) comparator;
    }

    /** A class that no encoding knows. */
    record Own(int number) implements Comparable<Own> {
        @Override
        public int compareTo(Own other) {
            return Integer.compare(number, other.number);
        }
    }
}
