package dev.holstein.jmh.tour;

/**
 * What the user asked for.
 *
 * @param seconds how long writing goes on, for each subject
 * @param readers threads that read, 1 or more
 * @param writers threads that write, 1 or more
 * @param seed where the order of the items and the choice of the writes come from
 */
record Plan(double seconds, int readers, int writers, long seed) {
    private static final double REHEARSAL_PART = 0.25;
    private static final double LONGEST_REHEARSAL = 0.5;

    /** The same for a part of the time. */
    Plan part(double part) {
        return new Plan(seconds * part, readers, writers, seed);
    }

    /** The same for a shorter time. */
    Plan rehearsal() {
        return new Plan(Math.min(seconds * REHEARSAL_PART, LONGEST_REHEARSAL), readers, writers, seed);
    }
}
