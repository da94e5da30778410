package dev.holstein.core;

import org.jspecify.annotations.Nullable;

/**
 * Insert, remove and concatenate on arrays of slots, each by copy into a new array and, where a node may be edited, in place.
 *
 * <p>The copying forms answer any window {@code [from, to)} of the resulting sequence, so that a split is two windows of one
 * insertion and a borrow is two windows of one concatenation. {@code capacity} is the length of the new array; slots past the
 * window stay empty.
 *
 * <p>The three element types share one private algorithm over {@link System#arraycopy}; it is small enough that the compiler
 * inlines it into each typed method and sees the array type there.
 */
public final class Slots {
    /** An array without slots. */
    public static final Object[] EMPTY = {};

    private Slots() {}

    /**
     * A window of {@code source} with {@code element} inserted at {@code slot}.
     *
     * @param source the slots
     * @param slot where the element goes
     * @param element the element
     * @param from the first slot of the window
     * @param to the slot after the window
     * @param capacity the length of the result
     * @return a new array
     */
    public static Object[] inserted(
            Object[] source, int slot, @Nullable Object element, int from, int to, int capacity) {
        Object[] result = new Object[capacity];
        copyAround(source, slot, result, from, to);
        if (slot >= from && slot < to) {
            result[slot - from] = element;
        }
        return result;
    }

    /**
     * As {@link #inserted(Object[], int, Object, int, int, int)}, for ints.
     *
     * @param source the slots
     * @param slot where the element goes
     * @param element the element
     * @param from the first slot of the window
     * @param to the slot after the window
     * @param capacity the length of the result
     * @return a new array
     */
    public static int[] inserted(int[] source, int slot, int element, int from, int to, int capacity) {
        int[] result = new int[capacity];
        copyAround(source, slot, result, from, to);
        if (slot >= from && slot < to) {
            result[slot - from] = element;
        }
        return result;
    }

    /**
     * As {@link #inserted(Object[], int, Object, int, int, int)}, for longs.
     *
     * @param source the slots
     * @param slot where the element goes
     * @param element the element
     * @param from the first slot of the window
     * @param to the slot after the window
     * @param capacity the length of the result
     * @return a new array
     */
    public static long[] inserted(long[] source, int slot, long element, int from, int to, int capacity) {
        long[] result = new long[capacity];
        copyAround(source, slot, result, from, to);
        if (slot >= from && slot < to) {
            result[slot - from] = element;
        }
        return result;
    }

    /**
     * The first {@code count} slots of {@code source} without the one at {@code slot}.
     *
     * @param source the slots
     * @param count how many are in use
     * @param slot the slot to leave out
     * @param capacity the length of the result
     * @return a new array
     */
    public static Object[] removed(Object[] source, int count, int slot, int capacity) {
        Object[] result = new Object[capacity];
        copyWithout(source, count, slot, result);
        return result;
    }

    /**
     * As {@link #removed(Object[], int, int, int)}, for ints.
     *
     * @param source the slots
     * @param count how many are in use
     * @param slot the slot to leave out
     * @param capacity the length of the result
     * @return a new array
     */
    public static int[] removed(int[] source, int count, int slot, int capacity) {
        int[] result = new int[capacity];
        copyWithout(source, count, slot, result);
        return result;
    }

    /**
     * As {@link #removed(Object[], int, int, int)}, for longs.
     *
     * @param source the slots
     * @param count how many are in use
     * @param slot the slot to leave out
     * @param capacity the length of the result
     * @return a new array
     */
    public static long[] removed(long[] source, int count, int slot, int capacity) {
        long[] result = new long[capacity];
        copyWithout(source, count, slot, result);
        return result;
    }

    /**
     * A window of {@code left} followed by {@code right}.
     *
     * @param left the first slots
     * @param leftCount how many of them are in use
     * @param right the slots after them
     * @param from the first slot of the window
     * @param to the slot after the window
     * @param capacity the length of the result
     * @return a new array
     */
    public static Object[] joined(Object[] left, int leftCount, Object[] right, int from, int to, int capacity) {
        Object[] result = new Object[capacity];
        copyJoined(left, leftCount, right, result, from, to);
        return result;
    }

    /**
     * As {@link #joined(Object[], int, Object[], int, int, int)}, for ints.
     *
     * @param left the first slots
     * @param leftCount how many of them are in use
     * @param right the slots after them
     * @param from the first slot of the window
     * @param to the slot after the window
     * @param capacity the length of the result
     * @return a new array
     */
    public static int[] joined(int[] left, int leftCount, int[] right, int from, int to, int capacity) {
        int[] result = new int[capacity];
        copyJoined(left, leftCount, right, result, from, to);
        return result;
    }

    /**
     * As {@link #joined(Object[], int, Object[], int, int, int)}, for longs.
     *
     * @param left the first slots
     * @param leftCount how many of them are in use
     * @param right the slots after them
     * @param from the first slot of the window
     * @param to the slot after the window
     * @param capacity the length of the result
     * @return a new array
     */
    public static long[] joined(long[] left, int leftCount, long[] right, int from, int to, int capacity) {
        long[] result = new long[capacity];
        copyJoined(left, leftCount, right, result, from, to);
        return result;
    }

    /**
     * Copies a window of an insertion, leaving the inserted slot empty.
     *
     * <pre>
     *   source   a b c d          slot 2
     *   sequence a b _ c d        window [1, 4) : b _ c
     * </pre>
     */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the one type that the typed caller passes
    private static void copyAround(Object source, int slot, Object target, int from, int to) {
        int before = Math.min(slot, to) - from;
        if (before > 0) {
            System.arraycopy(source, from, target, 0, before);
        }
        int after = Math.max(slot + 1, from);
        if (after < to) {
            System.arraycopy(source, after - 1, target, after - from, to - after);
        }
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void copyWithout(Object source, int count, int slot, Object target) {
        System.arraycopy(source, 0, target, 0, slot);
        System.arraycopy(source, slot + 1, target, slot, count - slot - 1);
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void copyJoined(Object left, int leftCount, Object right, Object target, int from, int to) {
        int before = Math.min(leftCount, to) - from;
        if (before > 0) {
            System.arraycopy(left, from, target, 0, before);
        }
        int after = Math.max(leftCount, from);
        if (after < to) {
            System.arraycopy(right, after - leftCount, target, after - from, to - after);
        }
    }
}
