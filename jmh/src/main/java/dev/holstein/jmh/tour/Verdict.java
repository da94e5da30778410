package dev.holstein.jmh.tour;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of one subject.
 *
 * @param name its name
 * @param judged whether the exit code depends on it
 * @param indexing the first phase
 * @param transfers the second phase
 * @param nodes what the transfers cost in nodes; null for a map that has none to count
 */
record Verdict(
        String name,
        boolean judged,
        Phase indexing,
        Phase transfers,
        @Nullable NodeCosts nodes) {
    /** What all readers saw in both phases. */
    Sightings seen() {
        Sightings seen = new Sightings();
        seen.addAll(indexing.seen());
        seen.addAll(transfers.seen());
        return seen;
    }

    @Nullable
    Throwable failure() {
        return indexing.failure() == null ? transfers.failure() : indexing.failure();
    }

    /** Whether there were views, and nothing was wrong with any. */
    boolean consistent() {
        Sightings seen = seen();
        return failure() == null && seen.views() > 0 && seen.torn() == 0;
    }

    /** What was seen, in words. */
    String inWords() {
        Sightings seen = seen();
        String failed = failure() == null ? "" : ", failed with " + failure();
        return name + ": " + Numbers.plural(seen.views(), "view") + ", " + torn(seen) + failed;
    }

    static String inWords(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::inWords).collect(Collectors.joining("; "));
    }

    /** Whether the library has kept its promise: every subject that is judged was consistent. */
    static boolean passed(List<Verdict> verdicts) {
        return verdicts.stream().allMatch(verdict -> !verdict.judged || verdict.consistent());
    }

    static String torn(Sightings seen) {
        return seen.torn() == 0 ? "none torn" : Numbers.count(seen.torn()) + " torn";
    }
}
