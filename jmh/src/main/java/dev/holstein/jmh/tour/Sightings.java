package dev.holstein.jmh.tour;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What readers saw: views, entries, defects. Each reader counts for itself; the sums are made when all have ended. */
final class Sightings {
    private final Map<Defect, Long> torn = new EnumMap<>(Defect.class);
    private long views;
    private long entriesRead;
    private long nanosToTake;
    private long nanosToWalk;
    private @Nullable String firstTorn;

    /**
     * Counts one view.
     *
     * @param entries the entries, or elements, that it showed
     * @param total the sum of their amounts
     * @param takingIt nanoseconds until the reader had it
     * @param walkingIt nanoseconds to read it
     * @param defect what is wrong with it; null if nothing is
     */
    void add(long entries, long total, long takingIt, long walkingIt, @Nullable Defect defect) {
        views++;
        entriesRead += entries;
        nanosToTake += takingIt;
        nanosToWalk += walkingIt;
        if (defect != null) {
            torn.merge(defect, 1L, Long::sum);
            if (firstTorn == null) {
                firstTorn =
                        defect.words + ": " + Numbers.count(entries) + " entries" + ", total " + Numbers.count(total);
            }
        }
    }

    /** Counts what another reader, or another phase, saw. */
    void addAll(Sightings other) {
        other.torn.forEach((defect, count) -> torn.merge(defect, count, Long::sum));
        views += other.views;
        entriesRead += other.entriesRead;
        nanosToTake += other.nanosToTake;
        nanosToWalk += other.nanosToWalk;
        firstTorn = firstTorn == null ? other.firstTorn : firstTorn;
    }

    long views() {
        return views;
    }

    long entriesRead() {
        return entriesRead;
    }

    long torn() {
        return torn.values().stream().mapToLong(Long::longValue).sum();
    }

    long torn(Defect defect) {
        return torn.getOrDefault(defect, 0L);
    }

    /** The first torn view in words; null if none was torn. */
    @Nullable
    String firstTorn() {
        return firstTorn;
    }

    /** What it took to come by a view, without reading it: microseconds, on average. */
    double microsToTake() {
        return views == 0 ? 0 : nanosToTake / 1e3 / views;
    }

    /** The part of the readers' time that went into coming by views: from 0 to 1. */
    double shareToTake() {
        long nanos = nanosToTake + nanosToWalk;
        return nanos == 0 ? 0 : (double) nanosToTake / nanos;
    }
}
