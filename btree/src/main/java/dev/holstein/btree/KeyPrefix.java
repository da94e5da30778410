package dev.holstein.btree;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Normalised keys: an order-preserving int or long for each key of a known class, so that most comparisons touch no key
 * object (Graefe, <cite>Modern B-Tree Techniques</cite>, 2011, section 3.5).
 *
 * <p>Each encoding is weakly monotone in the natural order of its class: {@code a.compareTo(b) < 0} implies
 * {@code encode(a) <= encode(b)} as signed numbers. An <em>exact</em> encoding is strictly monotone: equal prefixes mean equal
 * keys, and no key object is ever asked. All others fall back to comparing the keys on a tie.
 */
enum KeyPrefix {
    /** No known class: every comparison asks the keys. */
    NONE(0, false),
    INTEGER(Integer.SIZE, true),
    LONG(Long.SIZE, true),
    STRING(Long.SIZE, false),
    SHORT(Integer.SIZE, true),
    BYTE(Integer.SIZE, true),
    CHARACTER(Integer.SIZE, true),
    DOUBLE(Long.SIZE, true),
    FLOAT(Integer.SIZE, true),
    UUID_BITS(Long.SIZE, false),
    INSTANT(Long.SIZE, false),
    LOCAL_DATE(Long.SIZE, true);

    /** Characters of a string that fit a long, one byte each. */
    private static final int STRING_CHARS = Long.BYTES;

    /** The byte of every character from the first that is at least this. */
    private static final int SATURATED = 0xFF;

    private static final Map<Class<?>, KeyPrefix> BY_CLASS = Map.ofEntries(
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, LONG),
            Map.entry(String.class, STRING),
            Map.entry(Short.class, SHORT),
            Map.entry(Byte.class, BYTE),
            Map.entry(Character.class, CHARACTER),
            Map.entry(Double.class, DOUBLE),
            Map.entry(Float.class, FLOAT),
            Map.entry(UUID.class, UUID_BITS),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, LOCAL_DATE));

    /** Bits of a prefix: 0, 32 or 64. */
    final int bits;

    /** Whether equal prefixes mean equal keys. */
    final boolean exact;

    KeyPrefix(int bits, boolean exact) {
        this.bits = bits;
        this.exact = exact;
    }

    /** The encoding of the natural order of a class; {@link #NONE} for a class we do not know. */
    static KeyPrefix of(Class<?> keyClass) {
        KeyPrefix known = BY_CLASS.get(keyClass);
        return known == null ? NONE : known;
    }

    /** The prefix of a key, which must be of the class of this encoding; an int prefix is sign-extended. */
    long encode(Object key) {
        return switch (this) {
            case INTEGER -> (Integer) key;
            case LONG -> (Long) key;
            case STRING -> encode((String) key);
            case NONE -> 0;
            case SHORT -> (Short) key;
            case BYTE -> (Byte) key;
            case CHARACTER -> (Character) key;
            case DOUBLE -> encode((double) (Double) key);
            case FLOAT -> encode((float) (Float) key);
            case UUID_BITS -> ((UUID) key).getMostSignificantBits();
            case INSTANT -> ((Instant) key).getEpochSecond();
            case LOCAL_DATE -> ((LocalDate) key).toEpochDay();
        };
    }

    /**
     * Eight characters as bytes, saturated from the first that does not fit: four UTF-16 characters tie too often. After the
     * saturated character all bytes are saturated too, or a smaller one behind it would decide.
     *
     * <pre>
     *   "ab"        61 62 00 00 00 00 00 00
     *   "abc"       61 62 63 00 00 00 00 00
     *   "a\u20acz"  61 ff ff ff ff ff ff ff     ties with every "a" followed by a wide character
     * </pre>
     *
     * The bytes compare as unsigned; flipping the top bit makes the long compare as signed.
     */
    private static long encode(String key) {
        return encode(key, 0);
    }

    /**
     * The characters behind a stem; what does not begin with the stem is below or above all that does, and so is its prefix.
     * Weakly monotone for all strings, whatever the stem.
     */
    static long encode(String key, String stem) {
        if (key.startsWith(stem)) {
            return encode(key, stem.length());
        }
        return key.compareTo(stem) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long encode(String key, int from) {
        int length = Math.min(key.length() - from, STRING_CHARS);
        long bytes = 0;
        for (int i = 0; i < length; i++) {
            int c = key.charAt(from + i);
            if (c >= SATURATED) {
                return (bytes << (Byte.SIZE * (STRING_CHARS - i)) | -1L >>> (Byte.SIZE * i)) ^ Long.MIN_VALUE;
            }
            bytes = bytes << Byte.SIZE | c;
        }
        return (length == 0 ? 0 : bytes << (Byte.SIZE * (STRING_CHARS - length))) ^ Long.MIN_VALUE;
    }

    /** The total order of {@link Double#compareTo}: all NaNs are one and above infinity, -0.0 is below 0.0. */
    private static long encode(double key) {
        long bits = Double.doubleToLongBits(key);
        return bits ^ (bits >> (Long.SIZE - 1) & Long.MAX_VALUE);
    }

    private static int encode(float key) {
        int bits = Float.floatToIntBits(key);
        return bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    }
}
