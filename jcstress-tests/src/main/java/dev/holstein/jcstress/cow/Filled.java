package dev.holstein.jcstress.cow;

import java.util.Arrays;

/** Arrays with one number in all places, long enough that an edit takes a while. */
public final class Filled {
    /** What is seen of an array with several numbers. */
    public static final int TORN = -1;

    /** Elements of an array. */
    static final int LENGTH = 128;

    private Filled() {}

    /** An array of zeros. */
    static int[] withZero() {
        return new int[LENGTH];
    }

    /** An array of one number. */
    static int[] with(int number) {
        int[] array = withZero();
        add(array, number);
        return array;
    }

    /**
     * The number in an array.
     *
     * @param array the array
     * @return the number, or {@link #TORN}
     */
    static int number(int[] array) {
        int number = array[0];
        for (int each : array) {
            if (each != number) {
                return TORN;
            }
        }
        return number;
    }

    /**
     * Adds to the number.
     *
     * @param array the array, which is edited
     * @param step what to add
     */
    public static void add(int[] array, int step) {
        Arrays.setAll(array, i -> array[i] + step);
    }
}
