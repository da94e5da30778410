package dev.holstein.jmh.soak;

import java.util.Set;

/**
 * What the user asked for.
 *
 * @param seconds how long random operations go on
 * @param threads how many are at work at once, 2 or more
 * @param seed where all choices come from
 * @param tolerance the part by which memory in use may grow
 * @param entries of a large collection
 * @param snapshots of the history of one collection
 * @param only the parts, or the types, to be run; all if empty
 */
record Plan(double seconds, int threads, long seed, double tolerance, int entries, int snapshots, Set<String> only) {
    static final String MIXED = "mixed";
    static final String LARGE = "large";
    static final String HISTORY = "history";

    boolean has(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** Whether a type takes part in the random operations. */
    boolean hasMixed(String type) {
        return has(MIXED) || only.contains(type);
    }
}
