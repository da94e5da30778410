package dev.holstein.jmh.tour;

import org.jspecify.annotations.Nullable;

/**
 * What became of one phase on one subject.
 *
 * @param seconds how long it took
 * @param writes items added, transfers made, or writes to a list
 * @param seen what the readers saw
 * @param failure what a thread failed with; null if all ended well
 */
record Phase(
        double seconds,
        long writes,
        Sightings seen,
        @Nullable Throwable failure) {
    /** A phase that was not reached. */
    static final Phase NONE = new Phase(0, 0, new Sightings(), null);

    double writesPerSecond() {
        return perSecond(writes);
    }

    double viewsPerSecond() {
        return perSecond(seen.views());
    }

    double entriesReadPerSecond() {
        return perSecond(seen.entriesRead());
    }

    private double perSecond(long count) {
        return seconds > 0 ? count / seconds : 0;
    }
}
