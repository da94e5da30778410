package dev.holstein.btree;

import dev.holstein.core.Checks;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of the keys of one map, and what follows from it: how two keys compare, and which prefix a key has in the nodes.
 *
 * <p>The prefix is known once a key is: an order starts without one ({@link #of}) and {@linkplain #adopting adopts} the
 * encoding of the first key's class when the order is natural or its reverse. A probe of another class is compared by the
 * plain order ({@link #forProbe}), which may well refuse it.
 *
 * @param <K> the type of the keys
 */
final class KeyOrder<K> {
    private static final KeyOrder<?> NATURAL = new KeyOrder<>(null, null, KeyPrefix.NONE, false, null);

    private final @Nullable Comparator<? super K> comparator;
    private final @Nullable Class<?> keyClass;
    private final KeyPrefix encoding;
    private final boolean reversed;
    private final KeyOrder<K> plain;

    /** Bits of the prefixes in the nodes under this order: 0, 32 or 64. */
    final int prefixBits;

    /** Whether equal prefixes mean equal keys. */
    final boolean exact;

    /**
     * Whether nodes under this order may have a {@link KeyStem}. A prefix then counts in its own node only: one that is handed
     * from node to node is made anew out of the key.
     */
    final boolean stems;

    /** Whether the keys are integers or longs, and so their own prefixes. */
    final boolean ofIntegers;

    final boolean ofLongs;

    /** All bits set if the order is reversed: what number and prefix differ by, then. */
    final int mirror;

    private KeyOrder(
            @Nullable Comparator<? super K> comparator,
            @Nullable Class<?> keyClass,
            KeyPrefix encoding,
            boolean reversed,
            @Nullable KeyOrder<K> plain) {
        this.comparator = comparator;
        this.keyClass = keyClass;
        this.encoding = encoding;
        this.reversed = reversed;
        this.plain = plain == null ? this : plain;
        prefixBits = encoding.bits;
        exact = encoding.exact;
        stems = encoding == KeyPrefix.STRING;
        ofIntegers = encoding == KeyPrefix.INTEGER;
        ofLongs = encoding == KeyPrefix.LONG;
        mirror = reversed ? -1 : 0;
    }

    /** The order of a comparator, or the natural one for null. */
    @SuppressWarnings("unchecked") // the natural order holds nothing of type K
    static <K> KeyOrder<K> of(@Nullable Comparator<? super K> comparator) {
        return comparator == null
                ? (KeyOrder<K>) NATURAL
                : new KeyOrder<>(comparator, null, KeyPrefix.NONE, false, null);
    }

    /**
     * The order of a map whose first key is this one.
     *
     * @throws NullPointerException if the key is null and the order is natural, or the comparator says so
     * @throws ClassCastException if the order cannot compare the key
     */
    KeyOrder<K> adopting(@Nullable K firstKey) {
        KeyOrder<K> base = plain;
        if (firstKey == null && base.isNatural()) {
            throw nullKey();
        }
        boolean reverse = base.comparator == Collections.reverseOrder();
        if (firstKey != null && (reverse || base.isNatural())) {
            Class<?> firstClass = firstKey.getClass();
            if (firstClass == keyClass) {
                return this;
            }
            KeyPrefix encoding = KeyPrefix.of(firstClass);
            if (encoding != KeyPrefix.NONE) {
                return new KeyOrder<>(base.comparator, firstClass, encoding, reverse, base);
            }
        }
        // A comparator that cannot compare a key with itself refuses it now, not when the second key comes.
        int unused = base.compare(firstKey, firstKey);
        return base;
    }

    private boolean isNatural() {
        return comparator == null || comparator == Comparator.naturalOrder();
    }

    /** The comparator that the map was made with; null for the natural order. */
    @Nullable
    Comparator<? super K> comparator() {
        return comparator;
    }

    /** This order without prefixes. */
    KeyOrder<K> plain() {
        return plain;
    }

    /** The order to search a key with: this one, or the plain one if the key has no prefix here. */
    KeyOrder<K> forProbe(@Nullable Object key) {
        Class<?> known = keyClass;
        if (known == null) {
            if (key == null && comparator == null) {
                throw nullKey();
            }
            return this;
        }
        if (key == null) {
            throw nullKey();
        }
        return key.getClass() == known ? this : plain;
    }

    /** The prefix of a key that {@link #forProbe} answered this order for. */
    long prefix(@Nullable Object key) {
        if (key == null || encoding == KeyPrefix.NONE) {
            return 0;
        }
        long prefix = encoding.encode(key);
        return reversed ? ~prefix : prefix;
    }

    /** The prefix of such a key in a node with a stem. */
    long prefix(@Nullable Object key, @Nullable String stem) {
        if (stem == null || key == null || !stems) {
            return prefix(key);
        }
        long prefix = KeyPrefix.encode((String) key, stem);
        return reversed ? ~prefix : prefix;
    }

    /** The prefix of such a key in a node with a stem, given its prefix under a known one: mostly they are the same object. */
    @SuppressWarnings(
            "ReferenceEquality") // equal ones that are not the same cost a look at the key, which is right, too
    long prefix(@Nullable Object key, @Nullable String known, long prefix, @Nullable String stem) {
        return known == stem ? prefix : prefix(key, stem);
    }

    /** The prefix that a key has in a node with a stem, given the one that another node handed over with it. */
    long handedOver(@Nullable Object key, long prefix, @Nullable String stem) {
        return stems ? prefix(key, stem) : prefix;
    }

    /** Compares two keys themselves, as the map's comparator or the keys' natural order does. */
    @SuppressWarnings("unchecked") // as in java.util.TreeMap: a key of another type is for the comparison to refuse
    int compare(@Nullable Object a, @Nullable Object b) {
        if (comparator != null) {
            return ((Comparator<Object>) comparator).compare(a, b);
        }
        return ((Comparable<Object>) Checks.notNull(a, "key")).compareTo(Checks.notNull(b, "key"));
    }

    /**
     * Refuses a probe that no key could be compared with, where there is no key yet to refuse it.
     *
     * @throws ClassCastException if the order is natural and the key has none
     */
    void checkComparable(@Nullable Object key) {
        if (comparator == null && !(key instanceof Comparable)) {
            throw new ClassCastException("key of " + (key == null ? null : key.getClass())
                    + " is not Comparable, and the map has no comparator");
        }
    }

    /** Whether the two orders are the same for every key, as far as can be known without comparing. */
    boolean sameAs(@Nullable Comparator<?> other) {
        boolean otherIsNatural = other == null || other == Comparator.naturalOrder();
        return isNatural() ? otherIsNatural : Objects.requireNonNull(comparator).equals(other);
    }

    /** Whether nodes under the two orders may stand in one tree: keys compare alike, and have the same prefixes. */
    boolean mixesWith(KeyOrder<?> other) {
        return this == other || (keyClass == other.keyClass && encoding == other.encoding && sameAs(other.comparator));
    }

    /** Compares two keys whose prefixes under this order, and under one stem, are known. */
    int compare(@Nullable Object a, long prefixOfA, @Nullable Object b, long prefixOfB) {
        if (prefixOfA != prefixOfB) {
            return prefixOfA < prefixOfB ? -1 : 1;
        }
        return exact ? 0 : compare(a, b);
    }

    /** What messages call this order. */
    @Override
    public String toString() {
        return comparator == null ? "the natural order" : comparator.toString();
    }

    private static NullPointerException nullKey() {
        return new NullPointerException("key is null, and the natural order cannot compare null");
    }
}
