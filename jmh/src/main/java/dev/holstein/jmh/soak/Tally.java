package dev.holstein.jmh.soak;

/**
 * What was done to one type.
 *
 * @param name the type
 * @param kinds how many different operations there are
 * @param operations how many were done
 * @param snapshots how many snapshots were taken and kept for a while, or looked at by readers
 * @param checks how many times the whole of it, or of a snapshot, was compared
 */
record Tally(String name, int kinds, long operations, long snapshots, long checks) {}
