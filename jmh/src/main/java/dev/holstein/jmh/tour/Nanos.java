package dev.holstein.jmh.tour;

import java.util.Arrays;

/**
 * Times of one kind of step. The median is what a step takes: the first ones run on a cold JVM, and now and then
 * comes a pause.
 */
final class Nanos {
    private static final int FIRST_SIZE = 64;

    private long[] samples = new long[FIRST_SIZE];
    private int count;

    void add(long nanos) {
        if (count == samples.length) {
            samples = Arrays.copyOf(samples, 2 * count);
        }
        samples[count++] = nanos;
    }

    /** The median; 0 if nothing was measured. */
    long median() {
        long[] sorted = Arrays.copyOf(samples, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[count / 2];
    }
}
