package dev.holstein.btree;

import dev.holstein.core.Slots;
import org.jspecify.annotations.Nullable;

/**
 * The key prefixes of one node: an {@code int[]}, a {@code long[]}, or null where the order has none. This is the one place
 * that knows which; nodes treat them as a third array of slots beside keys and values.
 */
final class Prefixes {
    private Prefixes() {}

    /** The prefixes of the first {@code count} keys under a stem, in an array of {@code capacity}; null if the order has none. */
    static @Nullable Object of(Object[] keys, int count, KeyOrder<?> order, @Nullable String stem, int capacity) {
        switch (order.prefixBits) {
            case Integer.SIZE -> {
                int[] ints = new int[capacity];
                for (int i = 0; i < count; i++) {
                    ints[i] = (int) order.prefix(keys[i]);
                }
                return ints;
            }
            case Long.SIZE -> {
                long[] longs = new long[capacity];
                for (int i = 0; i < count; i++) {
                    longs[i] = order.prefix(keys[i], stem);
                }
                return longs;
            }
            default -> {
                return null;
            }
        }
    }

    static @Nullable Object inserted(@Nullable Object source, int slot, long prefix, int from, int to, int capacity) {
        if (source instanceof int[] ints) {
            return Slots.inserted(ints, slot, (int) prefix, from, to, capacity);
        }
        return source == null ? null : Slots.inserted((long[]) source, slot, prefix, from, to, capacity);
    }

    static @Nullable Object removed(@Nullable Object source, int count, int slot, int capacity) {
        if (source instanceof int[] ints) {
            return Slots.removed(ints, count, slot, capacity);
        }
        return source == null ? null : Slots.removed((long[]) source, count, slot, capacity);
    }

    static @Nullable Object joined(
            @Nullable Object left, int leftCount, @Nullable Object right, int from, int to, int capacity) {
        if (left == null || right == null) {
            return null;
        }
        return left instanceof int[] ints
                ? Slots.joined(ints, leftCount, (int[]) right, from, to, capacity)
                : Slots.joined((long[]) left, leftCount, (long[]) right, from, to, capacity);
    }

    static @Nullable Object window(@Nullable Object source, int from, int to, int capacity) {
        if (source instanceof int[] ints) {
            int[] window = new int[capacity];
            System.arraycopy(ints, from, window, 0, to - from);
            return window;
        }
        if (source instanceof long[] longs) {
            long[] window = new long[capacity];
            System.arraycopy(longs, from, window, 0, to - from);
            return window;
        }
        return null;
    }

    /** Makes room at a slot, in place, and fills it. */
    static void insert(@Nullable Object prefixes, int count, int slot, long prefix) {
        if (prefixes instanceof int[] ints) {
            System.arraycopy(ints, slot, ints, slot + 1, count - slot);
            ints[slot] = (int) prefix;
        } else if (prefixes instanceof long[] longs) {
            System.arraycopy(longs, slot, longs, slot + 1, count - slot);
            longs[slot] = prefix;
        }
    }

    /** Closes the gap at a slot, in place. */
    static void remove(@Nullable Object prefixes, int count, int slot) {
        if (prefixes != null) {
            System.arraycopy(prefixes, slot + 1, prefixes, slot, count - slot - 1);
        }
    }

    /** Room for the prefixes of so many keys; null if the order has none. */
    static @Nullable Object room(KeyOrder<?> order, int capacity) {
        return switch (order.prefixBits) {
            case Integer.SIZE -> new int[capacity];
            case Long.SIZE -> new long[capacity];
            default -> null;
        };
    }

    /**
     * Takes the prefixes of some keys; false if one of them is of another class than the order knows. Refuses null as
     * {@link KeyOrder#forProbe} does.
     */
    static boolean take(@Nullable Object prefixes, KeyOrder<?> order, Object[] keys, int count, @Nullable String stem) {
        if (order.ofIntegers && prefixes instanceof int[] ints) {
            for (int i = 0; i < count; i++) {
                if (!(keys[i] instanceof Integer number)) {
                    return order.forProbe(keys[i]) == order;
                }
                ints[i] = number ^ order.mirror;
            }
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (order.forProbe(keys[i]) != order) {
                return false;
            }
            set(prefixes, i, order.prefix(keys[i], stem));
        }
        return true;
    }

    /**
     * The first slot from one on, which is not 0, whose prefix is not above the one before it; {@code count} if there is none. Without
     * prefixes it is the one to begin with.
     */
    static int ascendingUntil(@Nullable Object prefixes, int from, int count) {
        int slot = from;
        if (prefixes instanceof int[] ints) {
            while (slot < count && ints[slot - 1] < ints[slot]) {
                slot++;
            }
        } else if (prefixes instanceof long[] longs) {
            while (slot < count && longs[slot - 1] < longs[slot]) {
                slot++;
            }
        }
        return slot;
    }

    /** Copies some prefixes to another array of the same kind. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the one kind that the order has
    static void copy(@Nullable Object source, int from, @Nullable Object target, int at, int count) {
        if (source != null && target != null) {
            System.arraycopy(source, from, target, at, count);
        }
    }

    /** Sets the prefix at a slot, in place. */
    static void set(@Nullable Object prefixes, int slot, long prefix) {
        if (prefixes instanceof int[] ints) {
            ints[slot] = (int) prefix;
        } else if (prefixes instanceof long[] longs) {
            longs[slot] = prefix;
        }
    }

    /** Copies some prefixes to longs. */
    static void widen(@Nullable Object source, int from, long[] target, int at, int count) {
        if (source instanceof int[] ints) {
            for (int i = 0; i < count; i++) {
                target[at + i] = ints[from + i];
            }
        } else if (source instanceof long[] longs) {
            System.arraycopy(longs, from, target, at, count);
        }
    }

    /** Known prefixes {@code [from, to)} as a node of an order keeps them; null if it keeps none. */
    static @Nullable Object of(long[] known, int from, int to, KeyOrder<?> order) {
        Object prefixes = room(order, to - from);
        for (int i = from; i < to; i++) {
            set(prefixes, i - from, known[i]);
        }
        return prefixes;
    }

    /** The prefix at a slot, for checks and for building separators; 0 where there are none. */
    static long get(@Nullable Object prefixes, int slot) {
        if (prefixes instanceof int[] ints) {
            return ints[slot];
        }
        return prefixes instanceof long[] longs ? longs[slot] : 0;
    }

    static int length(@Nullable Object prefixes) {
        if (prefixes instanceof int[] ints) {
            return ints.length;
        }
        return prefixes instanceof long[] longs ? longs.length : 0;
    }
}
