package dev.holstein.jmh.tour;

/**
 * What the user asked for.
 *
 * @param seconds how long the transfers go on, for each subject
 * @param readers threads that read, 1 or more
 * @param writers threads that make transfers, 1 or more
 * @param seed where the order of the items and the choice of the transfers come from
 */
record Plan(double seconds, int readers, int writers, long seed) {
    private static final double REHEARSAL_PART = 0.25;
    private static final double LONGEST_REHEARSAL = 0.5;

    /** The same for a shorter time. */
    Plan rehearsal() {
        return new Plan(Math.min(seconds * REHEARSAL_PART, LONGEST_REHEARSAL), readers, writers, seed);
    }
}
