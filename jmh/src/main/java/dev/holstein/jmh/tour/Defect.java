package dev.holstein.jmh.tour;

/** Why a view counts as torn. A view with several defects counts once, under the first. */
enum Defect {
    /** Keys out of order, or one of them twice; elements of a list in another order than they were put. */
    ORDER("out of order"),

    /** The iteration and {@code size()} disagree, or entries are missing. */
    SIZE("wrong number of entries"),

    /** Contents that the map or list never had: parts of several versions, or of one write. */
    STATE("a state that never was"),

    /** Older than what had been written, or seen by the same reader, before the view was taken. */
    STALE("older than what was seen before"),

    /** A snapshot that was another one when it was read again. */
    CHANGED("the first snapshot has changed");

    /** The defect in words. */
    final String words;

    Defect(String words) {
        this.words = words;
    }
}
