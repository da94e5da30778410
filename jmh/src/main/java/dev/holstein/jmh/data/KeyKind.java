package dev.holstein.jmh.data;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of keys. Each makes a new key from a number; different numbers give different keys, and neighbouring numbers give
 * keys far apart in order.
 */
public enum KeyKind {
    /** {@link Integer}s from the whole range. */
    INTEGER {
        @Override
        Object key(int number) {
            return scatter(number);
        }
    },
    /** {@link Long}s from the whole range. */
    LONG {
        @Override
        Object key(int number) {
            return scatter((long) number);
        }
    },
    /** {@link String}s of 14 random lower-case letters. */
    STRING {
        @Override
        Object key(int number) {
            return letters(number);
        }
    },
    /** {@link String}s that differ only after 29 common characters, as URLs and file names do. */
    PREFIXED_STRING {
        @Override
        Object key(int number) {
            return "https://example.org/articles/" + letters(number);
        }
    },
    /** {@link Ticket}s: a class of the application, of which a map knows nothing but {@code compareTo}. */
    TICKET {
        @Override
        Object key(int number) {
            return new Ticket(scatter((long) number));
        }
    },
    /**
     * {@link Ticket}s in an order that the application gives to the map, the newest first: not their own, so that a map which
     * forgets it is found out.
     */
    TICKET_COMPARATOR {
        @Override
        Object key(int number) {
            return TICKET.key(number);
        }

        @Override
        public Comparator<Object> comparator() {
            return NEWEST_FIRST;
        }
    };

    /**
     * One for all maps: two in the order of different comparators could not be joined by their structure. The complement turns
     * the order round, without overflow.
     */
    private static final Comparator<Object> NEWEST_FIRST =
            Comparator.comparingLong(ticket -> ~((Ticket) ticket).number());

    private static final int LETTERS = 14;
    private static final int ALPHABET = 26;

    /**
     * Makes the key of a number. The same number gives an equal key.
     *
     * @param number any number
     * @return a key
     */
    abstract Object key(int number);

    /**
     * The order of maps with such keys.
     *
     * @return a comparator; null if the order is the natural one
     */
    public @Nullable Comparator<Object> comparator() {
        return null;
    }

    /** The number as letters, the lowest digit first: 14 digits of base 26 hold every long, so no two numbers look the same. */
    private static String letters(int number) {
        long rest = scatter((long) number);
        char[] letters = new char[LETTERS];
        for (int i = 0; i < LETTERS; i++) {
            letters[i] = (char) ('a' + Long.remainderUnsigned(rest, ALPHABET));
            rest = Long.divideUnsigned(rest, ALPHABET);
        }
        return new String(letters);
    }

    /** A permutation of all ints: the finalizer of MurmurHash3. */
    private static int scatter(int number) {
        int x = number + 0x9E3779B9;
        x = (x ^ x >>> 16) * 0x85EBCA6B;
        x = (x ^ x >>> 13) * 0xC2B2AE35;
        return x ^ x >>> 16;
    }

    /** A permutation of all longs: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long scatter(long number) {
        long x = number * 0x9E3779B97F4A7C15L + 0x9E3779B97F4A7C15L;
        x = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
